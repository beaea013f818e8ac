import { definitionOf, exampleOf, type Chosen } from './definitions'
import type { Environment } from './environment'
import { jsonObjectOf } from './json-object'
import { textOf } from './options'
import { UsageError } from './usage-error'

export const defaultCommand = 'Sns.CallbackBlackListAdd'

interface Values {
  readonly command?: string | undefined
  readonly packet?: string | undefined
}

const commandIn = (packet: object): string | undefined => {
  if (!('CallbackCommand' in packet)) return undefined
  const { CallbackCommand } = packet
  if (typeof CallbackCommand !== 'string') throw new UsageError('The CallbackCommand of the packet is not text')
  return CallbackCommand
}

/** JSON.parse can read deeper than JSON.stringify can write. */
const checkDepth = (packet: object): void => {
  try {
    JSON.stringify(packet)
  } catch {
    throw new UsageError('The packet is nested too deeply')
  }
}

const fromFile = (json: string, given: string | undefined): Chosen => {
  const packet = jsonObjectOf(json)
  checkDepth(packet)
  const own = commandIn(packet)
  return { definition: definitionOf(given ?? own ?? defaultCommand, own === undefined ? 'absent' : 'required'), packet }
}

/** What to send: the packet of `--packet`, else the example of the command. */
export const chosenBy = async ({ command, packet: file }: Values, environment: Environment): Promise<Chosen> =>
  file === undefined ? exampleOf(command ?? defaultCommand) : fromFile(await textOf(file, environment), command)
