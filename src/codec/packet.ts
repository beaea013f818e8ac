import type * as t from 'io-ts'
import { guard } from './guard'
import { isObject } from './json-object'
import { literal } from './literal'
import { isNonEmptyText } from './non-empty-text'
import { recordOf, type JsonCodec, type RecordC } from './record'

/**
 * Whether a packet names its command. Almost all do; `Push.*` packets do not, and `ContentCallback.ResultNotify` may.
 * The command in the URL is always there.
 */
export type CommandInPacket = 'required' | 'optional' | 'absent'

/** The command that a packet's type names. */
export type CommandOf<Packet> = Packet extends { readonly CallbackCommand: infer Command extends string }
  ? Command
  : string

/** The codec of a packet, the JSON body of one command. */
export interface PacketCodec<Packet, Command extends string = CommandOf<Packet>> extends JsonCodec<Packet> {
  readonly command: Command
  readonly commandInPacket: CommandInPacket
}

/** What the codec of a packet tells about its command. */
export interface OfCommand<Command extends string> {
  readonly command: Command
  readonly commandInPacket: CommandInPacket
}

/** A packet has one `CallbackCommand`, which is not for a field to say. */
type OtherFields = t.Props & { readonly CallbackCommand?: never }

type NoFields = Record<never, t.Mixed>

/** The codec that {@link packet} makes. */
export type PacketC<Command extends string, Required extends t.Props, Optional extends t.Props> = RecordC<
  { readonly CallbackCommand: t.LiteralC<Command> } & Required,
  Optional
> &
  OfCommand<Command>

/** A packet that need not name its command may have empty text in its place. */
const optionalCommand = (command: string): t.Type<string> =>
  guard('CallbackCommand', 'a command', (u): u is string => u === command || u === '')

/**
 * The packet of one callback command: a `record` that also carries its command.
 *
 * @example
 * import assert from 'node:assert/strict'
 * import { packet, UserId } from 'tencent-im-callbacks'
 *
 * const LogoutPacket = packet('Example.Logout', { To_Account: UserId })
 *
 * assert.equal(LogoutPacket.is({ CallbackCommand: 'Example.Logout', To_Account: 'leckie' }), true)
 * assert.equal(LogoutPacket.is({ CallbackCommand: 'Example.Login', To_Account: 'leckie' }), false)
 */
export function packet<Command extends string, Required extends OtherFields, Optional extends OtherFields = NoFields>(
  command: Command,
  required: Required,
  optional?: Optional
): PacketC<Command, Required, Optional>
/** The same for a packet that never names its command, or need not. */
export function packet<Command extends string, Required extends OtherFields, Optional extends OtherFields = NoFields>(
  command: Command,
  required: Required,
  optional: Optional,
  commandInPacket: 'optional' | 'absent'
): RecordC<Required, Optional> & OfCommand<Command>
/*#__NO_SIDE_EFFECTS__*/
export function packet(
  command: string,
  required: t.Props,
  optional: t.Props = {},
  commandInPacket: CommandInPacket = 'required'
): RecordC<t.Props, t.Props> & OfCommand<string> {
  if (!isNonEmptyText(command) || !isObject(required)) {
    throw new TypeError('packet takes a command and its fields')
  }
  const codec = recordOf(
    `${command} packet`,
    commandInPacket === 'required' ? { CallbackCommand: literal(command), ...required } : required,
    commandInPacket === 'optional' ? { CallbackCommand: optionalCommand(command), ...optional } : optional,
    true
  )
  return Object.assign(codec, { command, commandInPacket })
}
