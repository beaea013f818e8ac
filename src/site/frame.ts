import type { CommandReference, Language, Reference } from '../reference/reference'
import { escaped } from './html'
import { words } from './words'

/** A page of the site without what all pages have around it. */
export interface Page {
  readonly language: Language
  /** The path within a language: `commands/BlocklistAdd.html`. */
  readonly path: string
  readonly title: string
  readonly description: string
  readonly body: string
}

/** The path of a page from the root of the site. */
export const pathOf = (language: Language, path: string): string => (language === 'en' ? path : `${language}/${path}`)

/** The way from a page to the root of the site. */
export const rootFrom = (path: string): string => '../'.repeat(path.split('/').length - 1)

/** The path of the page of a command, within a language. */
export const commandPath = ({ name }: Pick<CommandReference, 'name'>): string => `commands/${name}.html`

/** The families, each with its commands. */
export const familiesIn = ({ commands }: Reference) =>
  [...new Map(commands.map(({ family }) => [family.id, family])).values()].map((family) => ({
    ...family,
    commands: commands.filter((command) => command.family.id === family.id)
  }))

const navigation = (reference: Reference, { language, path }: Page, home: string): string =>
  familiesIn(reference)
    .map(({ title, commands }) => {
      const links = commands.map((command) => {
        const here = commandPath(command) === path ? ' aria-current="page"' : ''
        return `<li><a href="${home}${commandPath(command)}"${here} title="${escaped(command.when[language])}">${command.name}</a></li>`
      })
      return `<h2>${escaped(title[language])}</h2>\n<ul>\n${links.join('\n')}\n</ul>`
    })
    .join('\n')

/** A page as a file, with its way to all others. */
export const framed = (reference: Reference, page: Page): string => {
  const { language, path, title, description, body } = page
  const text = words[language]
  const root = rootFrom(pathOf(language, path))
  const home = root + pathOf(language, '')
  const other = language === 'en' ? 'zh' : 'en'
  const translation = root + pathOf(other, path)
  return `<!doctype html>
<html lang="${text.code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escaped(description)}">
<title>${escaped(title)}</title>
<link rel="icon" href="${root}assets/icon.svg">
<link rel="alternate" hreflang="${words[other].code}" href="${translation}">
<link rel="stylesheet" href="${root}assets/site.css">
<script defer src="${root}assets/site.js"></script>
</head>
<body data-root="${root}" data-language="${language}">
<header>
<a class="home" href="${home}index.html">tencent-im-callbacks</a>
<form role="search">
<input type="search" placeholder="${text.search}" aria-label="${text.search}" autocomplete="off" spellcheck="false">
<ol hidden data-nothing="${text.nothing}"></ol>
</form>
<nav>
<a href="${root}api/index.html">${text.api}</a>
<a href="${translation}" lang="${words[other].code}">${text.other}</a>
</nav>
</header>
<div class="columns">
<details class="commands">
<summary>${text.commands}</summary>
<nav aria-label="${text.commands}">
${navigation(reference, page, home)}
</nav>
</details>
<main>
${body}
</main>
</div>
</body>
</html>
`
}
