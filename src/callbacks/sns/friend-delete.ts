import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { UserId } from '../../values/user-id'

const friendDeletePair = record('FriendDeletePair', {
  /** Whose friend list it is. */
  From_Account: UserId,
  /** Who is no longer on it. */
  To_Account: UserId
})

/** `To_Account` is no longer on the friend list of `From_Account`. */
export interface FriendDeletePair extends t.TypeOf<typeof friendDeletePair> {}
export const FriendDeletePair: JsonCodec<FriendDeletePair> = friendDeletePair

const friendDelete = packet('Sns.CallbackFriendDelete', {
  /** The pairs that are no longer friends. */
  PairList: list(FriendDeletePair)
})

/** Users are no longer friends. */
export interface FriendDeletePacket extends t.TypeOf<typeof friendDelete> {}
export const FriendDeletePacket: PacketCodec<FriendDeletePacket> = friendDelete
export interface FriendDeleteCallback extends Callback<FriendDeletePacket> {}

/**
 * After friends were removed.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34360
 * @see `npx tencent-im-callbacks explain FriendDelete`
 */
export const FriendDelete: Definition<FriendDeleteCallback> = after(FriendDeletePacket)

/** Parses {@link FriendDelete} callbacks. */
export const parseFriendDeleteCallback = parser(FriendDelete)
