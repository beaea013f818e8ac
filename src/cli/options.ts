import { parseArgs, type ParseArgsConfig } from 'node:util'
import { codeOf } from './code-of'
import type { Environment } from './environment'
import { didYouMean } from './nearest'
import { UsageError } from './usage-error'

/** What `send` and `check` have in common. */
export const requestOptions = {
  'sdk-app-id': { type: 'string' },
  command: { type: 'string' },
  packet: { type: 'string' },
  token: { type: 'string' },
  'token-file': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' }
} as const

type Options = NonNullable<ParseArgsConfig['options']>

const usageProblem = (error: unknown, known: ReadonlyArray<string>): string => {
  // Without the name of the error, and the first sentence: node goes on to explain how to write it otherwise.
  const problem = String(error)
    .replace(/^[^:]*: /, '')
    .replace(/\.(?: To |\n)[^]*/, '')
  const unknown = /^Unknown option '(.*)'$/.exec(problem)?.[1]
  return unknown === undefined ? problem : `${problem}${didYouMean(unknown, known)}`
}

/** A variable of the shell that is not set leaves an empty value, which would be taken for a choice. */
const refuseEmpty = (values: object): void => {
  for (const [name, value] of Object.entries(values)) {
    if ([value].flat().includes('')) throw new UsageError(`--${name} is empty`)
  }
}

/** Node takes the last of them, and the person who typed the first would never know. */
const refuseTwice = (
  tokens: ReadonlyArray<{ readonly kind: string; readonly name?: string }>,
  options: Options
): void => {
  const names = tokens.flatMap(({ name }) => (name === undefined || options[name]?.multiple === true ? [] : name))
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice !== undefined) throw new UsageError(`--${twice} is given twice`)
}

/** Node's `parseArgs`, which says by an error of its own what is wrong with the command line. */
export const parseCommandLine = <Known extends Options>(args: ReadonlyArray<string>, options: Known) => {
  try {
    const parsed = parseArgs({ args: [...args], allowPositionals: true, options, tokens: true })
    refuseTwice(parsed.tokens, options)
    refuseEmpty(parsed.values)
    return parsed
  } catch (error) {
    if (error instanceof UsageError) throw error
    const known = Object.keys(options).map((name) => `--${name}`)
    throw new UsageError(usageProblem(error, known))
  }
}

/** The library says by a TypeError what it cannot use: here a person typed it. */
export const fromUser = <A>(build: () => A): A => {
  try {
    return build()
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error
  }
}

const urlOf = (typed: string): URL => {
  try {
    return new URL(typed)
  } catch {
    throw new UsageError('The URL is malformed')
  }
}

/** The URL that the person typed. */
export const endpoint = (positionals: ReadonlyArray<string>): URL => {
  const [typed, ...more] = positionals
  if (typed === undefined || more.length > 0) throw new UsageError('Give one URL, that of your endpoint')
  if (!/^https?:\/\/./.test(typed)) throw new UsageError('The URL must begin with http:// or https://')
  const url = urlOf(typed)
  if (url.username !== '' || url.password !== '') throw new UsageError('The URL must not hold a user or a password')
  return url
}

export const required = (option: string, value: string | undefined): string => {
  if (value === undefined) throw new UsageError(`${option} is missing`)
  return value
}

export const wholeNumber = (option: string, value: string, most: number): number => {
  const number = /^[0-9]+$/.test(value) ? Number(value) : 0
  if (number < 1 || number > most) throw new UsageError(`${option} must be a whole number from 1 to ${String(most)}`)
  return number
}

export const bytesOf = async (file: string, { read }: Environment): Promise<Uint8Array> => {
  try {
    return await read(file)
  } catch (error) {
    throw new UsageError(`The file ${file} cannot be read (${codeOf(error)})`)
  }
}

/** The text of bytes, or `undefined` where they are not UTF-8: other characters in their place would be other ids. */
export const utf8Of = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

export const textOf = async (file: string, environment: Environment): Promise<string> => {
  const text = utf8Of(await bytesOf(file, environment))
  if (text === undefined) throw new UsageError(`The file ${file} is not UTF-8`)
  return text
}
