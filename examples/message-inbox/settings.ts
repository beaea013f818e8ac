import { fileURLToPath } from 'node:url'
import { readSettings, settingOf, type Environment, type Settings } from '../shared/settings'

/** A receiver answers Tencent, a worker keeps the archive. */
export type Role = 'receiver' | 'worker' | 'all'

export interface InboxSettings extends Settings {
  readonly role: Role
  readonly dataDir: string
  /** The file of words that messages must not have. */
  readonly wordList: string
  /** What becomes of a message about which nobody decided in time. */
  readonly undecided: 'allow' | 'refuse'
  /** How long deciding may take, in milliseconds. Tencent waits two seconds. */
  readonly deadline: number
}

const oneOf = <A extends string>(name: string, value: string, allowed: ReadonlyArray<A>): A => {
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw new Error(`${name} must be one of ${allowed.join(', ')}`)
  return found
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

export const readInboxSettings = (environment: Environment): InboxSettings => {
  const setting = settingOf(environment)
  const settings = readSettings(environment)
  const role = oneOf('ROLE', setting('ROLE') ?? 'all', ['receiver', 'worker', 'all'])
  if (role !== 'all' && settings.databaseUrl === undefined) {
    throw new Error(`ROLE=${role} needs a DATABASE_URL: without it, one process alone has the inbox, in both roles`)
  }
  const deadline = setting('DEADLINE') ?? '1500'
  if (!/^\d{1,4}$/.test(deadline) || Number(deadline) < 1 || Number(deadline) >= 2000) {
    throw new Error('DEADLINE must be a number of milliseconds from 1 to 1999')
  }
  return {
    ...settings,
    role,
    dataDir: settings.dataDir ?? here('data'),
    wordList: setting('WORD_LIST') ?? here('words.txt'),
    undecided: oneOf('UNDECIDED', setting('UNDECIDED') ?? 'allow', ['allow', 'refuse']),
    deadline: Number(deadline)
  }
}
