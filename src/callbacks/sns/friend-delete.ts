import type * as t from 'io-ts'
import { defineCallback, type Callback, type CallbackDefinition } from '../../callback'
import type { JsonCodec } from '../../codec/json-codec'
import { list } from '../../codec/list'
import { packet } from '../../codec/packet'
import { record } from '../../codec/record'
import { parseCallback } from '../../parse-callback'
import { UserId } from '../../values/user-id'

const command = 'Sns.CallbackFriendDelete'

const friendDeletePairCodec = /*#__PURE__*/ record('FriendDeletePair', { From_Account: UserId, To_Account: UserId })

/**
 * Who lost a friend: `To_Account` is no longer on the friend list of `From_Account`.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface FriendDeletePair extends t.TypeOf<typeof friendDeletePairCodec> {}

/**
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34360}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const FriendDeletePair: JsonCodec<FriendDeletePair> = friendDeletePairCodec

const codec = /*#__PURE__*/ packet(command, { PairList: /*#__PURE__*/ list(FriendDeletePair) })

/**
 * The pairs of `PairList` are no longer friends.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface FriendDeletePacket extends t.TypeOf<typeof codec> {}

/**
 * Gives a packet that comes from storage or from a queue its brands back.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34360}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const FriendDeletePacket: JsonCodec<FriendDeletePacket> = codec

/**
 * The callback after users were removed from a friend list.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface FriendDeleteCallback extends Callback<typeof command, FriendDeletePacket> {}

/**
 * For `parseCallback`. Source: {@link https://www.tencentcloud.com/document/product/1047/34360}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const FriendDelete: CallbackDefinition<FriendDeleteCallback> = /*#__PURE__*/ defineCallback({
  command,
  packet: FriendDeletePacket
})

/**
 * Parses `Sns.CallbackFriendDelete`, which Tencent sends after users were removed from a friend list.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34360}
 *
 * @throws TypeError, when it is configured and never during a request: the own SDKAppID is none.
 * @category parsing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { parseFriendDeleteCallback } from 'tencent-im-callbacks'
 *
 * const parse = parseFriendDeleteCallback({ sdkAppId: 1400000000 })
 * const result = parse({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=Sns.CallbackFriendDelete',
 *   body: { CallbackCommand: 'Sns.CallbackFriendDelete', PairList: [{ From_Account: 'id', To_Account: 'id1' }] }
 * })
 *
 * assert.deepEqual(result._tag === 'Right' && result.right.packet.PairList, [{ From_Account: 'id', To_Account: 'id1' }])
 */
export const parseFriendDeleteCallback = /*#__PURE__*/ parseCallback(FriendDelete)
