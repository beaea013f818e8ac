import { check } from './check'
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

/** Whether node's `parseArgs` says it. */
const isOfArguments = (error: unknown): error is { readonly message: string } =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  String(error.code).startsWith('ERR_PARSE_ARGS_') &&
  'message' in error

/** What is wrong with the command line, if that is what the error is about. */
const usageProblem = (error: unknown): string | undefined => {
  if (error instanceof UsageError) return error.message
  // The first sentence: node goes on to explain how to write it otherwise.
  return isOfArguments(error) ? error.message.split(/\.? To |\.?\n/, 1)[0] : undefined
}

/** The command line as a function. */
export const run = async (args: ReadonlyArray<string>, environment: Environment): Promise<ExitCode> => {
  const [name, ...rest] = args
  if (name === '--help' || name === '-h' || name === 'help') {
    environment.print(help)
    return 0
  }
  const command = commands.get(name ?? '')
  if (command === undefined) {
    environment.warn(name === undefined ? help : `There is no such command\n\n${help}`)
    return 2
  }
  try {
    return await command(rest, environment)
  } catch (error) {
    const problem = usageProblem(error)
    if (problem === undefined) throw error
    environment.warn(`${problem}\nSee tencent-im-callbacks ${String(name)} --help\n`)
    return 2
  }
}
