import type { Environment } from './environment'
import { textOf } from './options'
import { UsageError } from './usage-error'

interface Values {
  readonly token?: string | undefined
  readonly 'token-file'?: string | undefined
  readonly packet?: string | undefined
}

const variable = 'TENCENT_IM_TOKEN'

const nonEmpty = (name: string, token: string): string => {
  if (token === '') throw new UsageError(`${name} is empty`)
  return token
}

/** The token to sign with. On the command line every user of the machine could see it in the list of processes. */
export const tokenOf = async (
  { token, 'token-file': file, packet }: Values,
  environment: Environment
): Promise<string | undefined> => {
  if (token !== undefined && file !== undefined) throw new UsageError('Give --token or --token-file, not both')
  if (file === '-' && packet === '-')
    throw new UsageError('--packet and --token-file cannot both be the standard input')
  if (token !== undefined) return nonEmpty('--token', token)
  if (file !== undefined) return nonEmpty('The token file', (await textOf(file, environment)).trim())
  const inherited = environment.variables[variable]
  return inherited === undefined ? undefined : nonEmpty(variable, inherited)
}
