import type { CallbackOf } from './callback'
import { FollowAdd } from './callbacks/follow/follow-add'
import { FollowDelete } from './callbacks/follow/follow-delete'
import { ProfileSet } from './callbacks/profile/profile-set'
import { BlocklistAdd } from './callbacks/sns/blocklist-add'
import { BlocklistDelete } from './callbacks/sns/blocklist-delete'
import { FriendAdd } from './callbacks/sns/friend-add'
import { FriendDelete } from './callbacks/sns/friend-delete'
import { PrevFriendAdd } from './callbacks/sns/prev-friend-add'
import { PrevFriendResponse } from './callbacks/sns/prev-friend-response'
import { StateChange } from './callbacks/state/state-change'
import { parseCallback, type CallbackConfig, type CallbackParser } from './parse-callback'

/**
 * The definitions of all commands that this library knows.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34355}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const knownCallbacks = [
  BlocklistAdd,
  BlocklistDelete,
  PrevFriendAdd,
  PrevFriendResponse,
  FriendAdd,
  FriendDelete,
  FollowAdd,
  FollowDelete,
  ProfileSet,
  StateChange
] as const

/**
 * Any callback that this library knows. A `switch` over its `command` can be exhaustive.
 *
 * @category callbacks
 * @since 0.1.0
 */
export type KnownCallback = CallbackOf<(typeof knownCallbacks)[number]>

/**
 * The name of any command that this library knows.
 *
 * @category callbacks
 * @since 0.1.0
 */
export type KnownCommand = KnownCallback['command']

/**
 * The names of all commands that this library knows.
 *
 * @category callbacks
 * @since 0.1.0
 */
export const knownCommands: ReadonlyArray<KnownCommand> = /*#__PURE__*/ knownCallbacks.map(({ command }) => command)

/**
 * Whether this library knows a command, such as the one that an `UnexpectedCommand` has received.
 *
 * @category callbacks
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { isKnownCommand } from 'tencent-im-callbacks'
 *
 * assert.equal(isKnownCommand('State.StateChange'), true)
 * assert.equal(isKnownCommand('Example.CallbackAfterLogout'), false)
 */
export const isKnownCommand = (command: string): command is KnownCommand =>
  knownCommands.some((known) => known === command)

/**
 * Parses the callbacks of all commands that this library knows. Any other command is an `UnexpectedCommand`.
 *
 * It brings all of them into a bundle: `parseCallback` brings only those that it is given.
 *
 * @throws TypeError, when it is configured and never during a request: the own SDKAppID is none.
 * @category parsing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { parseAnyCallback } from 'tencent-im-callbacks'
 *
 * const parse = parseAnyCallback({ sdkAppId: 1400000000 })
 * const result = parse({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=State.StateChange',
 *   body: {
 *     CallbackCommand: 'State.StateChange',
 *     Info: { Action: 'Logout', To_Account: 'leckie', Reason: 'Unregister' }
 *   }
 * })
 * assert(result._tag === 'Right')
 * const callback = result.right
 *
 * assert.equal(callback.command === 'State.StateChange' && callback.packet.Info.To_Account, 'leckie')
 */
export const parseAnyCallback = (config: CallbackConfig): CallbackParser<KnownCallback> =>
  parseCallback(...knownCallbacks)(config)
