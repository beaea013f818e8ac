import type { CommandReference, Reference } from '../../src/reference/reference'

const languages = {
  'README.md': { head: ['command', 'definition', 'when it comes'], language: 'en' },
  'README.zh-CN.md': { head: ['命令字', '定义', '何时回调'], language: 'zh' }
} as const

const rowOf = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`

const tableFor = (readme: keyof typeof languages, { commands }: Reference): string => {
  const { head, language } = languages[readme]
  const cellsOf = ({ command, name, kind, when, pages }: CommandReference) => [
    `[${command}](${pages[language]})`,
    kind === 'before' ? `**\`${name}\`**` : `\`${name}\``,
    when[language]
  ]
  return [head, head.map(() => '---'), ...commands.map(cellsOf)].map(rowOf).join('\n')
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
