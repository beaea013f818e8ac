import { answeringOf } from './answering'
import type { Reference, ReplyName } from './reference'

/** What the text is made of. */
export interface LlmsParts {
  readonly template: string
  /** The README, whose first block is the first block here, too. */
  readonly readme: string
  /** The names of the files in `examples`. */
  readonly examples: ReadonlyArray<string>
  readonly reference: Reference
}

const rowOf = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`

const tableOf = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  [head, head.map(() => '---'), ...rows].map(rowOf).join('\n')

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``

const repliesOf = ({ commands }: Reference): string => {
  const replies = new Set(commands.map(({ reply }) => reply).filter((reply) => reply !== 'Acknowledge'))
  const rowFor = (name: ReplyName) => {
    const own = commands.filter(({ reply }) => reply === name)
    const ways = own.slice(0, 1).flatMap((command) => answeringOf(command).ways)
    return [own, ways.map(({ call }) => ({ name: call }))].map((all) => all.map((one) => code(one.name)).join(', '))
  }
  return tableOf(['commands', 'ways to answer'], [...replies].map(rowFor))
}

const commandsOf = ({ commands }: Reference): string =>
  tableOf(
    ['definition', 'command', 'when it comes'],
    commands.map(({ name, command, kind, when }) => [
      kind === 'before' ? `**${code(name)}**` : code(name),
      code(command),
      when.en
    ])
  )

/** The text for assistants that write the code of an app: https://llmstxt.org */
export const llmsText = ({ template, readme, examples, reference }: LlmsParts): string =>
  Object.entries({
    'first block': readme.replace(/^[^]*?(```ts\n[^]*?```)[^]*$/, '$1'),
    examples: examples.map(code).join(', '),
    replies: repliesOf(reference),
    commands: commandsOf(reference)
  }).reduce((text, [name, part]) => text.replace(`{{${name}}}`, () => part), template)
