import * as t from 'io-ts'
import { defineCallback, type BeforeCallback, type CallbackDefinition } from '../../callback'
import type { JsonCodec } from '../../codec/json-codec'
import { list } from '../../codec/list'
import { packet } from '../../codec/packet'
import { record } from '../../codec/record'
import { parseCallback } from '../../parse-callback'
import { AddType } from '../../values/add-type'
import { EventTime } from '../../values/event-time'
import { Integer } from '../../values/integer'
import { UserId } from '../../values/user-id'
import { FriendReply, friendReply } from './friend-reply'
import type { FriendVerdict } from './friend-verdict'

const command = 'Sns.CallbackPrevFriendAdd'

const friendItemCodec = /*#__PURE__*/ record(
  'FriendItem',
  { To_Account: UserId },
  { Remark: t.string, GroupName: t.string, AddSource: t.string, AddWording: t.string }
)

/**
 * A user to be added as a friend, and what came with the request.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface FriendItem extends t.TypeOf<typeof friendItemCodec> {}

/**
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43468}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const FriendItem: JsonCodec<FriendItem> = friendItemCodec

const codec = /*#__PURE__*/ packet(command, {
  Requester_Account: UserId,
  From_Account: UserId,
  FriendItem: /*#__PURE__*/ list(FriendItem),
  AddType,
  ForceAddFlags: Integer,
  EventTime
})

/**
 * `From_Account` wants to add the users of `FriendItem`. `ForceAddFlags` is 1 where an administrator forces it, else 0.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface PrevFriendAddPacket extends t.TypeOf<typeof codec> {}

/**
 * Gives a packet that comes from storage or from a queue its brands back.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43468}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const PrevFriendAddPacket: JsonCodec<PrevFriendAddPacket> = codec

/**
 * The callback before users are added as friends. It waits for a verdict: {@link prevFriendAddReply}.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface PrevFriendAddCallback extends BeforeCallback<typeof command, PrevFriendAddPacket> {}

/**
 * For `parseCallback`. Source: {@link https://www.tencentcloud.com/document/product/1047/43468}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const PrevFriendAdd: CallbackDefinition<PrevFriendAddCallback, FriendReply> = /*#__PURE__*/ defineCallback({
  command,
  packet: PrevFriendAddPacket,
  reply: FriendReply
})

/**
 * Parses `Sns.CallbackPrevFriendAdd`, which Tencent sends before users are added as friends.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43468}
 *
 * @throws TypeError, when it is configured and never during a request: the own SDKAppID is none.
 * @category parsing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { parsePrevFriendAddCallback } from 'tencent-im-callbacks'
 *
 * const parse = parsePrevFriendAddCallback({ sdkAppId: 1400000000 })
 * const result = parse({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=Sns.CallbackPrevFriendAdd',
 *   body: {
 *     CallbackCommand: 'Sns.CallbackPrevFriendAdd',
 *     Requester_Account: 'id',
 *     From_Account: 'id',
 *     FriendItem: [{ To_Account: 'id1', AddWording: 'this is id!' }],
 *     AddType: 'Add_Type_Both',
 *     ForceAddFlags: 0,
 *     EventTime: 1631777344870
 *   }
 * })
 *
 * assert.equal(result._tag === 'Right' && result.right.packet.FriendItem[0]?.AddWording, 'this is id!')
 */
export const parsePrevFriendAddCallback = /*#__PURE__*/ parseCallback(PrevFriendAdd)

/**
 * Builds the reply to {@link PrevFriendAddCallback}: `judge` is asked about every user to be added.
 * Send it as JSON with HTTP status 200.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43468}
 *
 * @category responses
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { allowFriend, parsePrevFriendAddCallback, prevFriendAddReply, refuseFriend } from 'tencent-im-callbacks'
 *
 * const refused = refuseFriend(38001, 'no strangers')
 * const result = parsePrevFriendAddCallback({ sdkAppId: 1400000000 })({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=Sns.CallbackPrevFriendAdd',
 *   body: {
 *     CallbackCommand: 'Sns.CallbackPrevFriendAdd',
 *     Requester_Account: 'id',
 *     From_Account: 'id',
 *     FriendItem: [{ To_Account: 'id1' }, { To_Account: 'id2' }],
 *     AddType: 'Add_Type_Both',
 *     ForceAddFlags: 0,
 *     EventTime: 1631777344870
 *   }
 * })
 * assert(result._tag === 'Right')
 * const reply = prevFriendAddReply(result.right, ({ To_Account }) => (To_Account === 'id2' ? refused : allowFriend()))
 *
 * assert.deepEqual(reply.ResultItem, [
 *   { To_Account: 'id1', ResultCode: 0, ResultInfo: '' },
 *   { To_Account: 'id2', ResultCode: 38001, ResultInfo: 'no strangers' }
 * ])
 */
export const prevFriendAddReply = (
  callback: PrevFriendAddCallback,
  judge: (friend: FriendItem) => FriendVerdict
): FriendReply => friendReply(callback.packet.FriendItem, judge)
