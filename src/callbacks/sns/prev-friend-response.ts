import * as t from 'io-ts'
import type { AwaitingCallback } from '../../callback'
import { list, oneOf, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { before, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { friendReply, type FriendReply } from '../../replies/friend-reply'
import { EventTime } from '../../values/event-time'
import { UserId } from '../../values/user-id'

const responseFriendItem = record(
  'ResponseFriendItem',
  {
    /** Whose request is answered. */
    To_Account: UserId,
    /** The answer. */
    ResponseAction: oneOf('ResponseAction', [
      'Response_Action_AgreeAndAdd',
      'Response_Action_Agree',
      'Response_Action_Reject'
    ])
  },
  {
    /** What `From_Account` wants to call the friend. */
    Remark: t.string,
    /** The list of friends that the friend goes into: what `PrevFriendAdd` calls `GroupName`. */
    TagName: t.string
  }
)

/** A user whose friend request is answered, and the answer. */
export interface ResponseFriendItem extends t.TypeOf<typeof responseFriendItem> {}
export const ResponseFriendItem: JsonCodec<ResponseFriendItem> = responseFriendItem

const prevFriendResponse = packet(
  'Sns.CallbackPrevFriendResponse',
  {
    /** Who sent the answers. */
    Requester_Account: UserId,
    /** Who answers friend requests. */
    From_Account: UserId,
    /** The answers. Each waits for a verdict. */
    ResponseFriendItem: list(ResponseFriendItem)
  },
  {
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `From_Account` answers the friend requests of the users of `ResponseFriendItem`. */
export interface PrevFriendResponsePacket extends t.TypeOf<typeof prevFriendResponse> {}
export const PrevFriendResponsePacket: PacketCodec<PrevFriendResponsePacket> = prevFriendResponse
export interface PrevFriendResponseCallback extends AwaitingCallback<PrevFriendResponsePacket> {}

/**
 * Before friend requests are answered: a verdict on each answer.
 *
 * @see https://www.tencentcloud.com/document/product/1047/43467
 * @see `npx tencent-im-callbacks explain PrevFriendResponse`
 */
export const PrevFriendResponse: Definition<PrevFriendResponseCallback, FriendReply<ResponseFriendItem>> = before(
  PrevFriendResponsePacket,
  friendReply((callback: PrevFriendResponseCallback) => callback.packet.ResponseFriendItem)
)

/** Parses {@link PrevFriendResponse} callbacks. */
export const parsePrevFriendResponseCallback = parser(PrevFriendResponse)
