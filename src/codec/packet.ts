import type * as t from 'io-ts'
import { literal } from './literal'
import { record, type RecordC } from './record'

/**
 * The codec that {@link packet} makes.
 *
 * @category codecs
 * @since 0.1.0
 */
export type PacketC<Command extends string, Required extends t.Props, Optional extends t.Props> = RecordC<
  { readonly CallbackCommand: t.LiteralC<Command> } & Required,
  Optional
>

/** A packet has one `CallbackCommand`, and it is not for a field to say. */
type OtherFields = t.Props & { readonly CallbackCommand?: never }

/**
 * The packet (the JSON body) of one callback command: a `record` that also carries its command.
 *
 * @category codecs
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { packet, UserId } from 'tencent-im-callbacks'
 *
 * const LogoutPacket = packet('Example.Logout', { To_Account: UserId })
 *
 * assert.equal(LogoutPacket.is({ CallbackCommand: 'Example.Logout', To_Account: 'leckie' }), true)
 * assert.equal(LogoutPacket.is({ CallbackCommand: 'Example.Login', To_Account: 'leckie' }), false)
 */
export const packet = <
  Command extends string,
  Required extends OtherFields,
  Optional extends OtherFields = Record<never, t.Mixed>
>(
  command: Command,
  required: Required,
  optional?: Optional
): PacketC<Command, Required, Optional> =>
  record(`${command} packet`, { CallbackCommand: literal(command), ...required }, optional)
