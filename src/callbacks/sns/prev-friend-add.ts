import * as t from 'io-ts'
import type { AwaitingCallback } from '../../callback'
import { list, oneOf, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { before, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { friendReply, type FriendReply } from '../../replies/friend-reply'
import { EventTime } from '../../values/event-time'
import { Integer } from '../../values/integer'
import { UserId } from '../../values/user-id'

const friendItem = record(
  'FriendItem',
  {
    /** Who is to be added. */
    To_Account: UserId
  },
  {
    /** What `From_Account` wants to call the friend: at most 96 bytes. */
    Remark: t.string,
    /** The list of friends that the friend goes into: at most 30 bytes. */
    GroupName: t.string,
    /** Where the request came from: `AddSource_Type_` and a word of the app's own. */
    AddSource: t.string,
    /** What the request says: at most 256 bytes. */
    AddWording: t.string
  }
)

/** A user to be added as a friend, and what came with the request. */
export interface FriendItem extends t.TypeOf<typeof friendItem> {}
export const FriendItem: JsonCodec<FriendItem> = friendItem

const prevFriendAdd = packet(
  'Sns.CallbackPrevFriendAdd',
  {
    /** Who sent the request. */
    Requester_Account: UserId,
    /** Who wants to have new friends. */
    From_Account: UserId,
    /** Who is to be added. Each waits for a verdict. */
    FriendItem: list(FriendItem),
    /** Whether only one is to have the other as a friend, or both. */
    AddType: oneOf('AddType', ['Add_Type_Single', 'Add_Type_Both']),
    /** 1 where an administrator forces it, else 0. */
    ForceAddFlags: Integer
  },
  {
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `From_Account` wants to add the users of `FriendItem`. */
export interface PrevFriendAddPacket extends t.TypeOf<typeof prevFriendAdd> {}
export const PrevFriendAddPacket: PacketCodec<PrevFriendAddPacket> = prevFriendAdd
export interface PrevFriendAddCallback extends AwaitingCallback<PrevFriendAddPacket> {}

/**
 * Before users are added as friends: a verdict on each of them. Requests through the REST API do not cause it.
 *
 * @see https://www.tencentcloud.com/document/product/1047/43468
 * @see `npx tencent-im-callbacks explain PrevFriendAdd`
 */
export const PrevFriendAdd: Definition<PrevFriendAddCallback, FriendReply<FriendItem>> = before(
  PrevFriendAddPacket,
  friendReply((callback: PrevFriendAddCallback) => callback.packet.FriendItem)
)

/** Parses {@link PrevFriendAdd} callbacks. */
export const parsePrevFriendAddCallback = parser(PrevFriendAdd)
