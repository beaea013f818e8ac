import type * as t from 'io-ts'
import { defineCallback, type Callback, type CallbackDefinition } from '../../callback'
import type { JsonCodec } from '../../codec/json-codec'
import { list } from '../../codec/list'
import { packet } from '../../codec/packet'
import { record } from '../../codec/record'
import { parseCallback } from '../../parse-callback'
import { AdminAccount } from '../../values/admin-account'
import { ClientCmd } from '../../values/client-cmd'
import { Integer } from '../../values/integer'
import { UserId } from '../../values/user-id'

const command = 'Sns.CallbackFriendAdd'

const friendAddPairCodec = /*#__PURE__*/ record('FriendAddPair', {
  From_Account: UserId,
  To_Account: UserId,
  Initiator_Account: UserId
})

/**
 * Who has a new friend: `To_Account` is now on the friend list of `From_Account`. `Initiator_Account` asked for it.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface FriendAddPair extends t.TypeOf<typeof friendAddPairCodec> {}

/**
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34359}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const FriendAddPair: JsonCodec<FriendAddPair> = friendAddPairCodec

const codec = /*#__PURE__*/ packet(command, {
  PairList: /*#__PURE__*/ list(FriendAddPair),
  ClientCmd,
  Admin_Account: AdminAccount,
  ForceFlag: Integer
})

/**
 * The pairs of `PairList` became friends. `ForceFlag` is 1 where an administrator forced it, else 0.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface FriendAddPacket extends t.TypeOf<typeof codec> {}

/**
 * Gives a packet that comes from storage or from a queue its brands back.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34359}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const FriendAddPacket: JsonCodec<FriendAddPacket> = codec

/**
 * The callback after users became friends.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface FriendAddCallback extends Callback<typeof command, FriendAddPacket> {}

/**
 * For `parseCallback`. Source: {@link https://www.tencentcloud.com/document/product/1047/34359}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const FriendAdd: CallbackDefinition<FriendAddCallback> = /*#__PURE__*/ defineCallback({
  command,
  packet: FriendAddPacket
})

/**
 * Parses `Sns.CallbackFriendAdd`, which Tencent sends after users became friends.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34359}
 *
 * @throws TypeError, when it is configured and never during a request: the own SDKAppID is none.
 * @category parsing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { parseFriendAddCallback } from 'tencent-im-callbacks'
 *
 * const parse = parseFriendAddCallback({ sdkAppId: 1400000000 })
 * const result = parse({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=Sns.CallbackFriendAdd',
 *   body: {
 *     CallbackCommand: 'Sns.CallbackFriendAdd',
 *     PairList: [{ From_Account: 'id', To_Account: 'id1', Initiator_Account: 'id' }],
 *     ClientCmd: 'friend_add',
 *     Admin_Account: '',
 *     ForceFlag: 0
 *   }
 * })
 *
 * assert.equal(result._tag === 'Right' && result.right.packet.PairList[0]?.Initiator_Account, 'id')
 */
export const parseFriendAddCallback = /*#__PURE__*/ parseCallback(FriendAdd)
