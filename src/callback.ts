import type * as t from 'io-ts'
import type { UrlParameters } from './request/url-parameters'

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
 * A callback that was parsed: its request was for the own SDKAppID, URL and packet named this command, and the packet has
 * the documented shape. Only parsing makes one: an object literal does not pass for it.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface Callback<Command extends string = string, Packet = unknown> extends t.Brand<CallbackBrand> {
  /** TypeScript narrows a union of callbacks by it. */
  readonly command: Command
  readonly parameters: UrlParameters
  /** It may be the very object that was handed in as the body. */
  readonly packet: Packet
  /** The URL parameter `RequestID`, else `RequestId`, where the backend sent one. */
  readonly requestId?: string
}

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
}

/**
 * What there is to know about one command.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface CallbackDefinition<A extends Callback> extends AnyCallbackDefinition {
  readonly command: A['command']
  readonly packet: t.Type<A['packet'], unknown>
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
  Definition extends CallbackDefinition<infer A> ? A : never

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
export const defineCallback = <Command extends string, Packet>({
  command,
  packet,
  packetHasCommand = true
}: {
  readonly command: Command
  readonly packet: t.Type<Packet, unknown>
  /** `false` for the few packets that carry no `CallbackCommand`. */
  readonly packetHasCommand?: boolean
}): CallbackDefinition<Callback<Command, Packet>> => ({ command, packet, packetHasCommand })
