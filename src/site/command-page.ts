import { answeringOf } from '../reference/answering'
import type { CommandReference, FieldReference, Language } from '../reference/reference'
import { snippetOf } from '../reference/snippet'
import { commandPath, pathOf, rootFrom, type Page } from './frame'
import { codeBlock } from './highlight'
import { escaped, inline } from './html'
import { words } from './words'

const rowsOf = (
  fields: ReadonlyArray<FieldReference>,
  language: Language,
  above: ReadonlyArray<string> = []
): ReadonlyArray<string> =>
  fields.flatMap(({ name, type, isRequired, comment, fields: inner }) => {
    const path = [...above, name]
    const id = path.join('.')
    const mark = isRequired ? 'required' : 'optional'
    return [
      `<tr id="${id}" style="--depth: ${String(above.length)}">
<td><a href="#${id}"><code>${name}</code></a></td>
<td><span lang="en">${escaped(type)}</span> <small class="${mark}">${words[language][mark]}</small></td>
<td lang="en">${inline(comment)}</td>
</tr>`,
      ...rowsOf(inner, language, path)
    ]
  })

const sentence = (text: string, language: Language): string => text + (language === 'en' ? '.' : '。')

/** The page of a command. */
export const commandPage = (command: CommandReference, language: Language): Page => {
  const { name, kind, when, more, pages } = command
  const text = words[language]
  const path = commandPath(command)
  const { about, ways } = answeringOf(command)
  const api = `${rootFrom(pathOf(language, path))}api/variables/tencent-im-callbacks.${name}.html`
  const lead = inline(sentence(when[language], language))
  const body = `<p class="family">${escaped(command.family.title[language])} · <span class="${kind}">${text[kind]}</span></p>
<h1>${name}</h1>
<p class="wire"><code>${command.command}</code></p>
<p class="lead">${lead}</p>
${more[language] === '' ? '' : `<p>${inline(more[language])}</p>`}
<h2 id="fields">${text.fields}</h2>
<table>
<thead><tr><th>${text.field}</th><th>${text.type}</th><th>${text.comment}</th></tr></thead>
<tbody>
${rowsOf(command.fields, language).join('\n')}
</tbody>
</table>
<h2 id="example">${text.example}</h2>
${codeBlock(JSON.stringify(command.example, null, 2), 'json')}
<h2 id="answer">${text.answer}</h2>
<p>${inline(about[language])}</p>
<dl>
${ways.map(({ call, does }) => `<dt><code>${escaped(call)}</code></dt>\n<dd>${inline(does[language])}</dd>`).join('\n')}
</dl>
<h3 id="paste">${text.paste}</h3>
${codeBlock(snippetOf(command), 'ts')}
<p><a href="${api}">${text.more}</a></p>
<h2 id="pages">${text.pages}</h2>
<ul>
<li><a href="${pages.zh}">${text.pageZh}</a></li>
<li><a href="${pages.en}">${text.pageEn}</a></li>
</ul>`
  return {
    language,
    path,
    title: `${language === 'en' ? name : when.zh} · ${command.command}`,
    description: sentence(when[language], language),
    body
  }
}
