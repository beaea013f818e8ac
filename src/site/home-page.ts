import type { Language, Reference } from '../reference/reference'
import { commandPath, familiesIn, pathOf, rootFrom, type Page } from './frame'
import { codeBlock } from './highlight'
import { escaped, inline } from './html'
import { words } from './words'

/** The page that a language begins with. `readme` is the README in that language, whose first block is shown. */
export const homePage = (reference: Reference, readme: string, language: Language): Page => {
  const text = words[language]
  const path = 'index.html'
  const root = rootFrom(pathOf(language, path))
  const first = readme.replace(/^[^]*?```ts\n([^]*?)```[^]*$/, '$1')
  const families = familiesIn(reference).map(({ id, title, commands }) => {
    const rows = commands.map(
      (command) => `<li>
<a href="${commandPath(command)}">${command.name}</a> <code>${command.command}</code>${command.kind === 'before' ? ` <small class="before">${text.before}</small>` : ''}
<span>${inline(command.when[language])}</span>
</li>`
    )
    return `<h3 id="${id}">${escaped(title[language])}</h3>\n<ul class="list">\n${rows.join('\n')}\n</ul>`
  })
  const body = `<h1>${text.site}</h1>
<p class="lead">${text.about}</p>
${codeBlock('npm install tencent-im-callbacks', 'sh')}
${codeBlock(first, 'ts')}
<p><a href="${root}api/index.html">${text.api}</a> · <a href="${root}llms.txt">${text.assistants}: llms.txt</a></p>
<h2 id="commands">${text.commands}</h2>
${families.join('\n')}`
  return { language, path, title: `tencent-im-callbacks · ${text.site}`, description: text.about, body }
}
