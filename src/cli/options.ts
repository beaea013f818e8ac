import type { Environment } from './environment'
import { UsageError } from './usage-error'

/** What `send` and `check` have in common. */
export const requestOptions = {
  'sdk-app-id': { type: 'string' },
  command: { type: 'string' },
  token: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' }
} as const

export const defaultCommand = 'Sns.CallbackBlackListAdd'

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

export const textOf = async (file: string, { read }: Environment): Promise<string> => {
  try {
    return await read(file)
  } catch {
    throw new UsageError(`The file ${file} cannot be read`)
  }
}
