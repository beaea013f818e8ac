import type * as t from 'io-ts'
import type { AwaitingCallback, Callback } from './callback'
import { hasMethods, isCodec } from './codec/is-codec'
import { isObject } from './codec/json-object'
import { isNonEmptyText } from './codec/non-empty-text'
import type { CommandInPacket, PacketCodec } from './codec/packet'
import { checkOptions, checkWord } from './options'
import { acknowledge, type Acknowledge } from './replies/acknowledge'
import type { OnBuilt, ReplyDefinition } from './replies/reply'

/** Any definition, whatever callback it gives. */
export interface AnyDefinition {
  /** Tencent's name of the command. */
  readonly command: string
  /** Whether Tencent tells the app `after` the event or asks it `before`. */
  readonly kind: 'after' | 'before'
  /** The codec of the JSON body. */
  readonly packet: t.Mixed
  /** Whether the packet names the command, as almost all do. The URL always does. */
  readonly commandInPacket: CommandInPacket
  /** The ways to answer a callback. `onBuilt` is told what they build. */
  reply(callback: Callback, onBuilt?: OnBuilt): unknown
  /** The codec of the answers to the command or, if a callback is given, to that callback. */
  replyCodec(callback?: Callback): t.Mixed
}

/** What there is to know about one command. */
export interface Definition<A extends Callback, Ways = Acknowledge> extends AnyDefinition {
  readonly command: A['command']
  readonly packet: t.Type<A['packet'], unknown>
  reply(callback: A, onBuilt?: OnBuilt): Ways
  replyCodec(callback?: A): t.Mixed
}

/** The callback that a definition gives. */
export type CallbackOf<D extends AnyDefinition> = D extends { reply(callback: infer A extends Callback): unknown }
  ? A
  : never

/** The ways to answer the callbacks of a definition. */
export type WaysOf<D extends AnyDefinition> = ReturnType<D['reply']>

type AnyPacketCodec = t.Mixed & Pick<AnyDefinition, 'command' | 'commandInPacket'>

const definition = (
  kind: AnyDefinition['kind'],
  command: string,
  packet: t.Mixed,
  commandInPacket: CommandInPacket,
  reply: ReplyDefinition<Callback, unknown> | undefined = kind === 'after' ? acknowledge : undefined
): AnyDefinition => {
  if (reply === undefined) {
    throw new TypeError(`${command} comes before its event, so it needs a reply: see defineReply`)
  }
  // In plain JavaScript it may be that of another command, whose packet has none of the accounts that a reply is about.
  const own = (callback: Callback): Callback => {
    if (isObject(callback) && callback.command === command) return callback
    throw new TypeError(`${command} answers its own callbacks only`)
  }
  return {
    command,
    kind,
    packet,
    commandInPacket,
    reply: (callback, onBuilt) => reply.build(own(callback), onBuilt),
    replyCodec: (callback) => reply.codec(callback && own(callback))
  }
}

/** Defines a command that comes after its event. */
export function after<A extends Callback>(packet: PacketCodec<A['packet'], A['command']>): Definition<A>
/** The same for a command whose answer Tencent uses, although the event has happened. */
export function after<A extends AwaitingCallback, Ways>(
  packet: PacketCodec<A['packet'], A['command']>,
  reply: ReplyDefinition<AwaitingCallback<A['packet'], A['command']>, Ways>
): Definition<A, Ways>
/*#__NO_SIDE_EFFECTS__*/
export function after(packet: AnyPacketCodec, reply?: ReplyDefinition<Callback, unknown>): AnyDefinition {
  return definition('after', packet.command, packet, packet.commandInPacket, reply)
}

/** Defines a command that comes before its event and waits for a decision. */
export function before<A extends AwaitingCallback, Ways>(
  packet: PacketCodec<A['packet'], A['command']>,
  reply: ReplyDefinition<AwaitingCallback<A['packet'], A['command']>, Ways>
): Definition<A, Ways>
/*#__NO_SIDE_EFFECTS__*/
export function before(packet: AnyPacketCodec, reply: ReplyDefinition<Callback, unknown>): AnyDefinition {
  return definition('before', packet.command, packet, packet.commandInPacket, reply)
}

/** What {@link defineCallback} is given. */
export interface DefinitionOptions<Command extends string, Packet> {
  /** Tencent's name of the command. */
  readonly command: Command
  /** Any codec. `packet` and `record` make fast ones. */
  readonly packet: t.Type<Packet, unknown>
  /**
   * Whether the packet names the command. By default a codec of `packet` decides, and any other codec means `required`.
   * `absent` and `optional` are for the few commands whose packets do not, or need not, name it.
   */
  readonly commandInPacket?: CommandInPacket
}

/**
 * Defines a command that the library lacks.
 *
 * @throws TypeError that names the mistake, if an option is wrong or a before-type command has no reply.
 * @example
 * import assert from 'node:assert/strict'
 * import { defineCallback, packet, parseCallback, UserId } from 'tencent-im-callbacks'
 *
 * const command = 'Example.CallbackAfterLogout'
 * const Logout = defineCallback({ command, packet: packet(command, { To_Account: UserId }) })
 *
 * const result = parseCallback(Logout)({ sdkAppId: 1400000000 })({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=Example.CallbackAfterLogout',
 *   body: '{ "CallbackCommand": "Example.CallbackAfterLogout", "To_Account": "leckie" }'
 * })
 *
 * assert.equal(result._tag === 'Right' && result.right.packet.To_Account, 'leckie')
 */
export function defineCallback<Command extends string, Packet>(
  options: DefinitionOptions<Command, Packet> & { readonly kind?: 'after'; readonly reply?: never }
): Definition<Callback<Packet, Command>>
/** The same for a command whose sender waits for a reply: see `defineReply`. */
export function defineCallback<Command extends string, Packet, Ways>(
  options: DefinitionOptions<Command, Packet> & {
    readonly kind?: 'after' | 'before'
    readonly reply: ReplyDefinition<AwaitingCallback<Packet, Command>, Ways>
  }
): Definition<AwaitingCallback<Packet, Command>, Ways>
/*#__NO_SIDE_EFFECTS__*/
export function defineCallback(
  options: DefinitionOptions<string, unknown> & {
    readonly kind?: 'after' | 'before'
    readonly reply?: ReplyDefinition<Callback, unknown>
  }
): AnyDefinition {
  checkOptions(options, ['command', 'packet', 'commandInPacket', 'kind', 'reply'])
  const { command, packet, kind = 'after', reply } = options
  if (!isNonEmptyText(command)) throw new TypeError("command must be a non-empty string, Tencent's name of the command")
  if (!isCodec(packet)) throw new TypeError(`${command} needs a codec as its packet: see packet`)
  const own: Partial<AnyPacketCodec> = packet
  if (own.command !== undefined && own.command !== command) {
    throw new TypeError(`${command} is given the packet of ${own.command}`)
  }
  const { commandInPacket = own.commandInPacket ?? 'required' } = options
  checkWord('kind', kind, ['after', 'before'])
  checkWord('commandInPacket', commandInPacket, ['required', 'optional', 'absent'])
  if (reply !== undefined && !hasMethods(reply, 'build', 'codec')) {
    throw new TypeError('reply must be what defineReply returns')
  }
  return definition(kind, command, packet, commandInPacket, reply)
}
