import type * as t from 'io-ts'
import type { UrlParameters } from './request/url-parameters'
import type { FailResponse, OkResponse } from './response'

/**
 * The brand of a {@link Callback}.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface CallbackBrand {
  readonly Callback: symbol
}

/**
 * The brand of a {@link BeforeCallback}.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface BeforeCallbackBrand extends CallbackBrand {
  readonly BeforeCallback: symbol
}

/**
 * A callback that was parsed: its request was for the own SDKAppID, URL and packet named this command, and the packet has
 * the documented shape. Only parsing makes one: an object literal does not pass for it.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface Callback<
  Command extends string = string,
  Packet = unknown,
  Brand extends CallbackBrand = CallbackBrand
> extends t.Brand<Brand> {
  /** TypeScript narrows a union of callbacks by it. */
  readonly command: Command
  readonly parameters: UrlParameters
  /** It may be the very object that was handed in as the body. */
  readonly packet: Packet
  /** The URL parameter `RequestID`, else `RequestId`, where the backend sent one. */
  readonly requestId?: string
}

/**
 * A callback that comes before its event and waits for the app's verdict, so that OK or FAIL alone is no answer to it:
 * `responseTo` does not take it.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface BeforeCallback<Command extends string = string, Packet = unknown> extends Callback<
  Command,
  Packet,
  BeforeCallbackBrand
> {}

/** The one place where a callback gets its brand: once everything about its request has been checked. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows which callback it is
export function genuineCallback<A extends Callback>(
  command: string,
  parameters: UrlParameters,
  packet: unknown,
  requestId: string | undefined
): A
export function genuineCallback(
  command: string,
  parameters: UrlParameters,
  packet: unknown,
  requestId: string | undefined
): Omit<Callback, keyof t.Brand<CallbackBrand>> {
  return requestId === undefined ? { command, parameters, packet } : { command, parameters, packet, requestId }
}

/**
 * Any definition, whatever callback it gives.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface AnyCallbackDefinition {
  readonly command: string
  /** The codec of the JSON body. */
  readonly packet: t.Mixed
  /** Three of Tencent's packets do not carry their command: then only the URL tells it. */
  readonly packetHasCommand: boolean
  /** Whether Tencent tells the app `after` the event, or asks it `before`, so that the reply decides. */
  readonly kind: 'after' | 'before'
  /** The codec of the reply that a before-type command waits for. */
  readonly reply?: t.Mixed
}

/**
 * What there is to know about one command.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface CallbackDefinition<
  A extends Callback,
  Reply = OkResponse | FailResponse
> extends AnyCallbackDefinition {
  readonly command: A['command']
  readonly packet: t.Type<A['packet'], unknown>
  readonly reply?: t.Type<Reply, unknown>
  /** The callback that it gives. It is there for the type checker only. */
  readonly _A?: A
}

/**
 * The callback that a definition gives.
 *
 * @category callbacks
 * @since 0.1.0
 */
export type CallbackOf<Definition extends AnyCallbackDefinition> =
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- it is inferred so that it may be anything
  Definition extends CallbackDefinition<infer A, infer _> ? A : never

/**
 * The reply that a definition's command waits for.
 *
 * @category callbacks
 * @since 0.1.0
 */
export type ReplyOf<Definition extends AnyCallbackDefinition> =
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- it is inferred so that it may be anything
  Definition extends CallbackDefinition<infer _, infer Reply> ? Reply : never

/**
 * Defines a command: its name, and the codec of its packet. All commands of this library are made like this, and so can
 * be any that it lacks.
 *
 * @category callbacks
 * @since 0.1.0
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
export function defineCallback<Command extends string, Packet>(given: {
  readonly command: Command
  readonly packet: t.Type<Packet, unknown>
  /** `false` for the few packets that carry no `CallbackCommand`. */
  readonly packetHasCommand?: boolean
}): CallbackDefinition<Callback<Command, Packet>>
export function defineCallback<Command extends string, Packet, Reply>(given: {
  readonly command: Command
  readonly packet: t.Type<Packet, unknown>
  readonly packetHasCommand?: boolean
  /** For a before-type command: the codec of the reply that decides. */
  readonly reply: t.Type<Reply, unknown>
}): CallbackDefinition<BeforeCallback<Command, Packet>, Reply>
export function defineCallback({
  command,
  packet,
  packetHasCommand = true,
  reply
}: {
  readonly command: string
  readonly packet: t.Mixed
  readonly packetHasCommand?: boolean
  readonly reply?: t.Mixed
}): AnyCallbackDefinition {
  return { command, packet, packetHasCommand, kind: reply ? 'before' : 'after', ...(reply && { reply }) }
}
