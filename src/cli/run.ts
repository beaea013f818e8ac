import { types } from 'node:util'
import { check } from './check'
import { codeOf } from './code-of'
import { decode } from './decode'
import type { Environment, ExitCode } from './environment'
import { help } from './help'
import { send } from './send'
import { UsageError } from './usage-error'

type Command = (args: ReadonlyArray<string>, environment: Environment) => Promise<ExitCode>

const commands: ReadonlyMap<string, Command> = new Map([
  ['send', send],
  ['check', check],
  ['decode', decode]
])

/** What is wrong with the command line, if that is what the error is about. */
const usageProblem = (error: unknown): string | undefined => {
  if (error instanceof UsageError) return error.message
  if (!types.isNativeError(error) || !codeOf(error).startsWith('ERR_PARSE_ARGS_')) return undefined
  // The first sentence: node goes on to explain how to write it otherwise.
  return error.message.replace(/\.(?: To |\n)[^]*/, '')
}

/** The command line as a function. */
export const run = async (args: ReadonlyArray<string>, environment: Environment): Promise<ExitCode> => {
  const [name, ...rest] = args
  if (name === '--help' || name === '-h' || name === 'help') {
    environment.print(help)
    return 0
  }
  if (name === undefined) {
    environment.warn(help)
    return 2
  }
  const command = commands.get(name)
  if (command === undefined) {
    environment.warn(`There is no such command\n\n${help}`)
    return 2
  }
  try {
    return await command(rest, environment)
  } catch (error) {
    const problem = usageProblem(error)
    if (problem === undefined) throw error
    environment.warn(`${problem}\nSee tencent-im-callbacks ${name} --help\n`)
    return 2
  }
}
