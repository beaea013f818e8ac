import type { CommandReference, Language, Reference } from '../reference/reference'
import type { Environment, ExitCode } from './environment'
import { explained, listed } from './explained'
import { oneLine } from './foreign'
import { explainHelp } from './help'
import { jsonOf } from './json'
import { didYouMean } from './nearest'
import { parseCommandLine } from './options'
import { paintFor } from './paint'
import { UsageError } from './usage-error'

/** More names than anybody reads in a message. */
const maxNamed = 5

const severalFit = (typed: string, fitting: ReadonlyArray<CommandReference>): UsageError => {
  const named = fitting.slice(0, fitting.length > maxNamed ? maxNamed - 1 : maxNamed).map(({ name }) => name)
  const left = fitting.length - named.length
  const more = left === 0 ? '' : ` and ${String(left)} more`
  return new UsageError(`Several commands fit ${oneLine(typed)}: ${named.join(', ')}${more}`)
}

/** The command that a person means by its name, its wire name, or a part of either that no other has. */
const meant = ({ commands }: Reference, typed: string): CommandReference => {
  // As the titles of Tencent's Chinese pages end.
  const word = typed.toLowerCase().replace(/回调$/, '')
  const called = ({ name, command }: CommandReference) => [name.toLowerCase(), command.toLowerCase()]
  const exact = commands.find((command) => called(command).includes(word))
  if (exact !== undefined) return exact
  const fitting = commands.filter((command) =>
    [...called(command), command.when.zh].some((text) => text.includes(word))
  )
  const [only] = fitting
  if (only === undefined) {
    const known = commands.flatMap(({ name, command }) => [name, command])
    throw new UsageError(`There is no command ${oneLine(typed)}${didYouMean(typed, known)}`)
  }
  if (fitting.length > 1) throw severalFit(typed, fitting)
  return only
}

const languageFrom = (given: string | undefined, language: Language): Language => {
  if (given === undefined) return language
  // Also as locales are written: zh-CN, zh_CN.UTF-8.
  const [, known] = /^(en|zh)\b/i.exec(given.replace('_', '-')) ?? []
  if (known !== undefined) return known.toLowerCase() === 'zh' ? 'zh' : 'en'
  throw new UsageError('--lang must be en or zh')
}

/** `explain [COMMAND]`: what there is to read about a command. */
export const explain = async (args: ReadonlyArray<string>, environment: Environment): Promise<ExitCode> => {
  const { values, positionals } = parseCommandLine(args, {
    lang: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' }
  })
  const { print, columns } = environment
  if (values.help === true) {
    print(explainHelp)
    return 0
  }
  const [typed, ...more] = positionals
  if (more.length > 0) throw new UsageError('Give one command')
  const reference = await environment.reference()
  const found = typed === undefined ? undefined : meant(reference, typed)
  const layout = { columns, paint: paintFor(environment), language: languageFrom(values.lang, environment.language) }
  if (values.json === true) print(`${jsonOf(found ?? reference)}\n`)
  else print(found === undefined ? listed(reference, layout) : explained(found, layout))
  return 0
}
