import type * as t from 'io-ts'
import { defineCallback, type Callback, type CallbackDefinition } from '../../callback'
import type { JsonCodec } from '../../codec/json-codec'
import { list } from '../../codec/list'
import { packet } from '../../codec/packet'
import { record } from '../../codec/record'
import { parseCallback } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { UserId } from '../../values/user-id'

const command = 'Follow.CallbackAfterFollowAdd'

const followItemCodec = /*#__PURE__*/ record('FollowItem', { To_Account: UserId })

/**
 * A user who is followed from now on.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface FollowItem extends t.TypeOf<typeof followItemCodec> {}

/**
 * Source: {@link https://www.tencentcloud.com/document/product/1047/70355}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const FollowItem: JsonCodec<FollowItem> = followItemCodec

const codec = /*#__PURE__*/ packet(command, {
  From_Account: UserId,
  FollowList: /*#__PURE__*/ list(FollowItem),
  EventTime
})

/**
 * `From_Account` now follows the users of `FollowList`.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface FollowAddPacket extends t.TypeOf<typeof codec> {}

/**
 * Gives a packet that comes from storage or from a queue its brands back.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/70355}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const FollowAddPacket: JsonCodec<FollowAddPacket> = codec

/**
 * The callback after a user followed others.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface FollowAddCallback extends Callback<typeof command, FollowAddPacket> {}

/**
 * For `parseCallback`. Source: {@link https://www.tencentcloud.com/document/product/1047/70355}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const FollowAdd: CallbackDefinition<FollowAddCallback> = /*#__PURE__*/ defineCallback({
  command,
  packet: FollowAddPacket
})

/**
 * Parses `Follow.CallbackAfterFollowAdd`, which Tencent sends after a user followed others.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/70355}
 *
 * @throws TypeError, when it is configured and never during a request: the own SDKAppID is none.
 * @category parsing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { parseFollowAddCallback } from 'tencent-im-callbacks'
 *
 * const parse = parseFollowAddCallback({ sdkAppId: 1400000000 })
 * const result = parse({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=Follow.CallbackAfterFollowAdd',
 *   body: {
 *     CallbackCommand: 'Follow.CallbackAfterFollowAdd',
 *     From_Account: 'UserID_001',
 *     FollowList: [{ To_Account: 'UserID_002' }],
 *     EventTime: 1702018343678
 *   }
 * })
 *
 * assert.deepEqual(result._tag === 'Right' && result.right.packet.FollowList, [{ To_Account: 'UserID_002' }])
 */
export const parseFollowAddCallback = /*#__PURE__*/ parseCallback(FollowAdd)
