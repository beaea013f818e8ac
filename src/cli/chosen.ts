import { definitionOf, exampleOf, wireNameOf, type Chosen } from './definitions'
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

/** The command of `--command`, which may be called by the name of its definition. */
export const givenCommand = ({ command }: Pick<Values, 'command'>): string | undefined =>
  command === undefined ? undefined : wireNameOf(command)

/** A packet that names no command is one of the default. */
const checkIsDefault = (packet: object): void => {
  const { packet: codec } = definitionOf(defaultCommand, 'required')
  if (codec.is({ ...packet, CallbackCommand: defaultCommand })) return
  throw new UsageError(
    `The packet is not one of ${defaultCommand}, the default: give --command, or CallbackCommand in the packet`
  )
}

const fromFile = (json: string, given: string | undefined): Chosen => {
  const packet = jsonObjectOf(json)
  checkDepth(packet)
  const own = commandIn(packet)
  if (given === undefined && own === undefined) checkIsDefault(packet)
  return { definition: definitionOf(given ?? own ?? defaultCommand, own === undefined ? 'absent' : 'required'), packet }
}

const packetIsNoFile = "--packet takes a file: give - for the standard input, as in: echo '{…}' | … --packet -"

/** What to send: the packet of `--packet`, else the example of the command. */
export const chosenBy = async (values: Values, environment: Environment): Promise<Chosen> => {
  const command = givenCommand(values)
  if (values.packet?.trimStart().startsWith('{') === true) throw new UsageError(packetIsNoFile)
  return values.packet === undefined
    ? exampleOf(command ?? defaultCommand)
    : fromFile(await textOf(values.packet, environment), command)
}
