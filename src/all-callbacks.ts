import { FollowAfterAdd } from './callbacks/follow/follow-after-add'
import { FollowAfterDelete } from './callbacks/follow/follow-after-delete'
import { ProfilePortraitSet } from './callbacks/profile/profile-portrait-set'
import { BlocklistAdd } from './callbacks/sns/blocklist-add'
import { BlocklistDelete } from './callbacks/sns/blocklist-delete'
import { FriendAdd } from './callbacks/sns/friend-add'
import { FriendDelete } from './callbacks/sns/friend-delete'
import { PrevFriendAdd } from './callbacks/sns/prev-friend-add'
import { PrevFriendResponse } from './callbacks/sns/prev-friend-response'
import { StateChange } from './callbacks/state/state-change'
import type { CallbackOf } from './definition'
import { parseCallback, type CallbackConfig, type CallbackParser } from './parse-callback'

/**
 * The definitions of all commands of this library.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34355
 */
export const allCallbacks = [
  StateChange,
  ProfilePortraitSet,
  PrevFriendAdd,
  PrevFriendResponse,
  FriendAdd,
  FriendDelete,
  BlocklistAdd,
  BlocklistDelete,
  FollowAfterAdd,
  FollowAfterDelete
] as const

/** A callback of any command of this library. A `switch` over its `command` can be exhaustive. */
export type AnyCallback = CallbackOf<(typeof allCallbacks)[number]>

/**
 * Parses the callbacks of all commands of this library. Any other command is an `UnhandledCommand`.
 *
 * It brings all of them into a bundle: `parseCallback` brings only those that it is given.
 *
 * @throws TypeError that names the mistake, if an option is wrong.
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
export const parseAnyCallback = (config: CallbackConfig): CallbackParser<AnyCallback> =>
  parseCallback(...allCallbacks)(config)
