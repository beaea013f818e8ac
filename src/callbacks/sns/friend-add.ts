import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, oneOf, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { Integer } from '../../values/integer'
import { OperatorAccount } from '../../values/operator-account'
import { UserId } from '../../values/user-id'

const friendAddPair = record(
  'FriendAddPair',
  {
    /** Whose friend list it is. */
    From_Account: UserId,
    /** Who is on it now. */
    To_Account: UserId
  },
  {
    /** Who asked for it. */
    Initiator_Account: UserId
  }
)

/** `To_Account` is now on the friend list of `From_Account`. */
export interface FriendAddPair extends t.TypeOf<typeof friendAddPair> {}
export const FriendAddPair: JsonCodec<FriendAddPair> = friendAddPair

const friendAdd = packet(
  'Sns.CallbackFriendAdd',
  {
    /** The pairs that became friends. */
    PairList: list(FriendAddPair)
  },
  {
    /** What led to it: a request, or the answer to one. */
    ClientCmd: oneOf('ClientCmd', ['friend_add', 'FriendAdd', 'friend_response', 'FriendResponse']),
    /** The administrator on whose behalf the app's backend acted; empty where a client did. */
    Admin_Account: OperatorAccount,
    /** 1 where an administrator forced it, else 0. */
    ForceFlag: Integer
  }
)

/** Users became friends. */
export interface FriendAddPacket extends t.TypeOf<typeof friendAdd> {}
export const FriendAddPacket: PacketCodec<FriendAddPacket> = friendAdd
export interface FriendAddCallback extends Callback<FriendAddPacket> {}

/**
 * After users became friends.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34359
 * @see `npx tencent-im-callbacks explain FriendAdd`
 */
export const FriendAdd: Definition<FriendAddCallback> = after(FriendAddPacket)

/** Parses {@link FriendAdd} callbacks. */
export const parseFriendAddCallback = parser(FriendAdd)
