import type * as t from 'io-ts'
import { defineCallback, type Callback, type CallbackDefinition } from '../../callback'
import type { JsonCodec } from '../../codec/json-codec'
import { list } from '../../codec/list'
import { packet } from '../../codec/packet'
import { parseCallback } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { UserId } from '../../values/user-id'

const command = 'Follow.CallbackAfterFollowDelete'

const codec = /*#__PURE__*/ packet(command, { From_Account: UserId, To_Account: /*#__PURE__*/ list(UserId), EventTime })

/**
 * `From_Account` no longer follows the users of `To_Account`: a list of ids, where `FollowAdd` has one of objects.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface FollowDeletePacket extends t.TypeOf<typeof codec> {}

/**
 * Gives a packet that comes from storage or from a queue its brands back.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/70356}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const FollowDeletePacket: JsonCodec<FollowDeletePacket> = codec

/**
 * The callback after a user stopped following others.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface FollowDeleteCallback extends Callback<typeof command, FollowDeletePacket> {}

/**
 * For `parseCallback`. Source: {@link https://www.tencentcloud.com/document/product/1047/70356}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const FollowDelete: CallbackDefinition<FollowDeleteCallback> = /*#__PURE__*/ defineCallback({
  command,
  packet: FollowDeletePacket
})

/**
 * Parses `Follow.CallbackAfterFollowDelete`, which Tencent sends after a user stopped following others.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/70356}
 *
 * @throws TypeError, when it is configured and never during a request: the own SDKAppID is none.
 * @category parsing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { parseFollowDeleteCallback } from 'tencent-im-callbacks'
 *
 * const parse = parseFollowDeleteCallback({ sdkAppId: 1400000000 })
 * const result = parse({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=Follow.CallbackAfterFollowDelete',
 *   body: {
 *     CallbackCommand: 'Follow.CallbackAfterFollowDelete',
 *     From_Account: 'UserID_001',
 *     To_Account: ['UserID_002'],
 *     EventTime: 1702018343678
 *   }
 * })
 *
 * assert.deepEqual(result._tag === 'Right' && result.right.packet.To_Account, ['UserID_002'])
 */
export const parseFollowDeleteCallback = /*#__PURE__*/ parseCallback(FollowDelete)
