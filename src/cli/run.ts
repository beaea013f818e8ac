import { version } from '../../package.json'
import { check } from './check'
import { decode } from './decode'
import type { Environment, ExitCode } from './environment'
import { explain } from './explain'
import { oneLine } from './foreign'
import { help } from './help'
import { listen } from './listen'
import { didYouMean } from './nearest'
import { send } from './send'
import { UsageError } from './usage-error'

type Command = (args: ReadonlyArray<string>, environment: Environment) => Promise<ExitCode>

const commands: ReadonlyMap<string, Command> = new Map([
  ['send', send],
  ['check', check],
  ['decode', decode],
  ['listen', listen],
  ['explain', explain]
])

/** The command line as a function. */
export const run = async (args: ReadonlyArray<string>, environment: Environment): Promise<ExitCode> => {
  const { print, warn } = environment
  const [name, ...rest] = args
  if (name === '--help' || name === '-h' || name === 'help') {
    print(help)
    return 0
  }
  if (name === '--version' || name === '-v') {
    print(`${version}\n`)
    return 0
  }
  if (name === undefined) {
    warn(help)
    return 2
  }
  const command = commands.get(name)
  if (command === undefined) {
    warn(`There is no command ${oneLine(name)}${didYouMean(name, [...commands.keys()])}\n\n${help}`)
    return 2
  }
  try {
    return await command(rest, environment)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    warn(`${oneLine(error.message)}\nSee tencent-im-callbacks ${name} --help\n`)
    return 2
  }
}
