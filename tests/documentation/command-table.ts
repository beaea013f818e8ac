import type { CommandReference, Reference } from '../../src/reference/reference'

const languages = {
  'README.md': { head: ['family', 'definitions'], language: 'en', between: ', ' },
  'README.zh-CN.md': { head: ['模块', '定义'], language: 'zh', between: '、' }
} as const

const rowOf = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`

const tableFor = (readme: keyof typeof languages, { commands }: Reference): string => {
  const { head, language, between } = languages[readme]
  const link = ({ name, kind, pages }: CommandReference): string => {
    const text = `[\`${name}\`](${pages[language]})`
    return kind === 'before' ? `**${text}**` : text
  }
  const families = new Map(commands.map(({ family }) => [family.id, family.title[language]]))
  const rows = [...families].map(([id, title]) => {
    const own = commands.filter(({ family }) => family.id === id)
    return rowOf([`${title} (\`${id}\`)`, own.map(link).join(between)])
  })
  return [rowOf(head), rowOf(head.map(() => '---')), ...rows].join('\n')
}

/** The READMEs that have a table of all commands. */
export const withTables = Object.keys(languages) as ReadonlyArray<keyof typeof languages>

const begin = '<!-- commands -->\n\n<!-- prettier-ignore-start -->\n\n'
const end = '\n\n<!-- prettier-ignore-end -->\n\n<!-- /commands -->'

/** The text of a README with the table that the reference gives. */
export const withCommandTable = (readme: keyof typeof languages, text: string, reference: Reference): string => {
  const [before, rest] = text.split('<!-- commands -->')
  const after = rest?.split('<!-- /commands -->')[1]
  if (before === undefined || after === undefined) throw new Error(`${readme} has no place for the table of commands`)
  return before + begin + tableFor(readme, reference) + end + after
}
