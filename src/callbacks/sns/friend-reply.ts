import * as t from 'io-ts'
import { guarded } from '../../codec/guarded'
import type { JsonCodec } from '../../codec/json-codec'
import { list } from '../../codec/list'
import { record } from '../../codec/record'
import { FriendRefusalCode } from '../../values/friend-refusal-code'
import { UserId } from '../../values/user-id'
import type { FriendVerdict } from './friend-verdict'

// Not t.union, which would bring more code into an app than all of this file.
const FriendResultCode: t.Type<FriendVerdict['ResultCode'], number> = /*#__PURE__*/ guarded(
  'FriendResultCode',
  (u): u is FriendVerdict['ResultCode'] => u === 0 || FriendRefusalCode.is(u)
)

const shape = /*#__PURE__*/ record('FriendReply', {
  ActionStatus: /*#__PURE__*/ t.literal('OK'),
  ErrorCode: /*#__PURE__*/ t.literal(0),
  ErrorInfo: t.string,
  ResultItem: /*#__PURE__*/ list(
    /*#__PURE__*/ record('ResultItem', {
      To_Account: UserId,
      ResultCode: FriendResultCode,
      ResultInfo: t.string
    })
  )
})

/**
 * The brand of {@link FriendReply}.
 *
 * @category responses
 * @since 0.1.0
 */
export interface FriendReplyBrand {
  readonly FriendReply: symbol
}

const codec = /*#__PURE__*/ t.brand(
  shape,
  (_reply): _reply is t.Branded<t.TypeOf<typeof shape>, FriendReplyBrand> => true,
  'FriendReply'
)

/**
 * The reply to a command that comes before friends are added: one verdict for every `To_Account` of the callback. It is
 * built from the callback, so that no account can be forgotten or invented.
 *
 * @category responses
 * @since 0.1.0
 */
export interface FriendReply extends t.TypeOf<typeof codec> {}

/**
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43468}
 *
 * @category responses
 * @since 0.1.0
 */
export const FriendReply: JsonCodec<FriendReply> = codec

/** The one place where a reply gets its brand: it has a verdict for every friend of a callback, and no other. */
export function friendReply<Friend extends { readonly To_Account: UserId }>(
  friends: ReadonlyArray<Friend>,
  judge: (friend: Friend) => FriendVerdict
): FriendReply
export function friendReply(
  friends: ReadonlyArray<{ readonly To_Account: UserId }>,
  judge: (friend: { readonly To_Account: UserId }) => FriendVerdict
): t.TypeOf<typeof shape> {
  const ResultItem = friends.map((friend) => {
    const { ResultCode, ResultInfo } = judge(friend)
    return { To_Account: friend.To_Account, ResultCode, ResultInfo }
  })
  return { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ResultItem }
}
