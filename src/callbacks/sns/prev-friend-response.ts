import * as t from 'io-ts'
import { defineCallback, type BeforeCallback, type CallbackDefinition } from '../../callback'
import type { JsonCodec } from '../../codec/json-codec'
import { list } from '../../codec/list'
import { packet } from '../../codec/packet'
import { record } from '../../codec/record'
import { parseCallback } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { ResponseAction } from '../../values/response-action'
import { UserId } from '../../values/user-id'
import { FriendReply, friendReply } from './friend-reply'
import type { FriendVerdict } from './friend-verdict'

const command = 'Sns.CallbackPrevFriendResponse'

const responseFriendItemCodec = /*#__PURE__*/ record(
  'ResponseFriendItem',
  { To_Account: UserId, ResponseAction },
  { Remark: t.string, TagName: t.string }
)

/**
 * The answer to the friend request of `To_Account`.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface ResponseFriendItem extends t.TypeOf<typeof responseFriendItemCodec> {}

/**
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43467}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const ResponseFriendItem: JsonCodec<ResponseFriendItem> = responseFriendItemCodec

const codec = /*#__PURE__*/ packet(command, {
  Requester_Account: UserId,
  From_Account: UserId,
  ResponseFriendItem: /*#__PURE__*/ list(ResponseFriendItem),
  EventTime
})

/**
 * `From_Account` answers the friend requests of the users of `ResponseFriendItem`.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface PrevFriendResponsePacket extends t.TypeOf<typeof codec> {}

/**
 * Gives a packet that comes from storage or from a queue its brands back.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43467}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const PrevFriendResponsePacket: JsonCodec<PrevFriendResponsePacket> = codec

/**
 * The callback before friend requests are answered. It waits for a verdict: {@link prevFriendResponseReply}.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface PrevFriendResponseCallback extends BeforeCallback<typeof command, PrevFriendResponsePacket> {}

/**
 * For `parseCallback`. Source: {@link https://www.tencentcloud.com/document/product/1047/43467}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const PrevFriendResponse: CallbackDefinition<PrevFriendResponseCallback, FriendReply> =
  /*#__PURE__*/ defineCallback({ command, packet: PrevFriendResponsePacket, reply: FriendReply })

/**
 * Parses `Sns.CallbackPrevFriendResponse`, which Tencent sends before friend requests are answered.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43467}
 *
 * @throws TypeError, when it is configured and never during a request: the own SDKAppID is none.
 * @category parsing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { parsePrevFriendResponseCallback } from 'tencent-im-callbacks'
 *
 * const parse = parsePrevFriendResponseCallback({ sdkAppId: 1400000000 })
 * const result = parse({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=Sns.CallbackPrevFriendResponse',
 *   body: {
 *     CallbackCommand: 'Sns.CallbackPrevFriendResponse',
 *     Requester_Account: 'id',
 *     From_Account: 'id',
 *     ResponseFriendItem: [{ To_Account: 'id1', ResponseAction: 'Response_Action_Reject' }],
 *     EventTime: 1631777645424
 *   }
 * })
 *
 * assert.equal(
 *   result._tag === 'Right' && result.right.packet.ResponseFriendItem[0]?.ResponseAction,
 *   'Response_Action_Reject'
 * )
 */
export const parsePrevFriendResponseCallback = /*#__PURE__*/ parseCallback(PrevFriendResponse)

/**
 * Builds the reply to {@link PrevFriendResponseCallback}: `judge` is asked about every answer.
 * Send it as JSON with HTTP status 200.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43467}
 *
 * @category responses
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import {
 *   allowFriend,
 *   parsePrevFriendResponseCallback,
 *   prevFriendResponseReply,
 *   refuseFriend
 * } from 'tencent-im-callbacks'
 *
 * const refused = refuseFriend(38001, 'no strangers')
 * const result = parsePrevFriendResponseCallback({ sdkAppId: 1400000000 })({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=Sns.CallbackPrevFriendResponse',
 *   body: {
 *     CallbackCommand: 'Sns.CallbackPrevFriendResponse',
 *     Requester_Account: 'id',
 *     From_Account: 'id',
 *     ResponseFriendItem: [
 *       { To_Account: 'id1', ResponseAction: 'Response_Action_AgreeAndAdd' },
 *       { To_Account: 'id2', ResponseAction: 'Response_Action_AgreeAndAdd' }
 *     ],
 *     EventTime: 1631777645424
 *   }
 * })
 * assert(result._tag === 'Right')
 * const reply = prevFriendResponseReply(result.right, ({ To_Account }) =>
 *   To_Account === 'id2' ? refused : allowFriend()
 * )
 *
 * assert.deepEqual(reply.ResultItem, [
 *   { To_Account: 'id1', ResultCode: 0, ResultInfo: '' },
 *   { To_Account: 'id2', ResultCode: 38001, ResultInfo: 'no strangers' }
 * ])
 */
export const prevFriendResponseReply = (
  callback: PrevFriendResponseCallback,
  judge: (friend: ResponseFriendItem) => FriendVerdict
): FriendReply => friendReply(callback.packet.ResponseFriendItem, judge)
