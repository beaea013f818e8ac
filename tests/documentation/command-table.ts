import ts from 'typescript'
import * as library from '../../src'
import { read, sources } from './blocks'
import chinese from './commands.zh.json'

/** What a table says about a command: when it comes, and Tencent's page about it. */
interface About {
  readonly when: string
  readonly page: string
}

/** The comments above the definitions in a file, by the name of the definition. */
const commentsIn = (file: string): ReadonlyArray<readonly [name: string, about: About]> => {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true)
  return source.statements.filter(ts.isVariableStatement).flatMap((statement) => {
    const comment = ts.getJSDocCommentsAndTags(statement).find(ts.isJSDoc)
    const text = (ts.getTextOfJSDocComment(comment?.comment) ?? '').replaceAll(/\s+/g, ' ')
    const when = /^.*?(?=\.(?: |$))/.exec(text)?.[0] ?? text
    const page = /https:\S+/.exec(comment?.getText() ?? '')?.[0] ?? ''
    return statement.declarationList.declarations.map(({ name }) => [name.getText(), { when, page }] as const)
  })
}

const comments = new Map(sources.filter((file) => /^src.callbacks/.test(file)).flatMap(commentsIn))

const names = new Map<unknown, string>(Object.entries(library).map(([name, value]) => [value, name]))

const english = (name: string): About => {
  const about = comments.get(name)
  if (about === undefined || about.when === '' || about.page === '') throw new Error(`${name} lacks a comment`)
  return about
}

const translated = new Map<string, { readonly when: string; readonly page?: string }>(Object.entries(chinese))

const translation = (command: string, name: string): About => {
  const about = translated.get(command)
  if (about === undefined) throw new Error(`commands.zh.json lacks ${command}`)
  // The international site has its pages in Chinese, too.
  return { page: english(name).page.replace(/(?=\/document\/)/, '/zh'), ...about }
}

const languages = {
  'README.md': { head: ['command', 'definition', 'when it comes'], about: (_: string, name: string) => english(name) },
  'README.zh-CN.md': { head: ['命令字', '定义', '何时回调'], about: translation }
}

const rowOf = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`

const tableFor = (readme: keyof typeof languages): string => {
  const { head, about } = languages[readme]
  const rows = library.allCallbacks.map((definition) => {
    const { command, kind } = definition
    const name = names.get(definition) ?? ''
    const { when, page } = about(command, name)
    return [`[${command}](${page})`, kind === 'before' ? `**\`${name}\`**` : `\`${name}\``, when]
  })
  return [head, head.map(() => '---'), ...rows].map(rowOf).join('\n')
}

/** The READMEs that have a table of all commands. */
export const withTables = Object.keys(languages) as ReadonlyArray<keyof typeof languages>

const begin = '<!-- commands -->\n\n<!-- prettier-ignore-start -->\n\n'
const end = '\n\n<!-- prettier-ignore-end -->\n\n<!-- /commands -->'

/** The text of a README with the table that the definitions and their comments give. */
export const withCommandTable = (readme: keyof typeof languages, text: string): string => {
  const [before, rest] = text.split('<!-- commands -->')
  const after = rest?.split('<!-- /commands -->')[1]
  if (before === undefined || after === undefined) throw new Error(`${readme} has no place for the table of commands`)
  return before + begin + tableFor(readme) + end + after
}
