import type * as t from 'io-ts'
import { guarded } from '../../codec/guarded'
import type { JsonCodec } from '../../codec/json-codec'
import { list } from '../../codec/list'
import { literal } from '../../codec/literal'
import { record } from '../../codec/record'
import { text } from '../../codec/text'
import { FriendRefusalCode } from '../../values/friend-refusal-code'
import { UserId } from '../../values/user-id'
import { allowFriend, refuseFriend, type FriendVerdict } from './friend-verdict'

// Not t.union, which would bring more code into an app than all of this file.
const FriendResultCode: t.Type<FriendVerdict['ResultCode'], number> = /*#__PURE__*/ guarded(
  'FriendResultCode',
  (u): u is FriendVerdict['ResultCode'] => u === 0 || FriendRefusalCode.is(u)
)

const shape = /*#__PURE__*/ record('FriendReply', {
  ActionStatus: /*#__PURE__*/ literal('OK'),
  ErrorCode: /*#__PURE__*/ literal(0),
  ErrorInfo: text,
  ResultItem: /*#__PURE__*/ list(
    /*#__PURE__*/ record('ResultItem', {
      To_Account: UserId,
      ResultCode: FriendResultCode,
      ResultInfo: text
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

/**
 * The reply to a command that comes before friends are added: one verdict for every `To_Account` of the callback. It is
 * built from the callback, so that no account can be forgotten or invented.
 *
 * @category responses
 * @since 0.1.0
 */
export interface FriendReply extends t.TypeOf<typeof shape>, t.Brand<FriendReplyBrand> {}

function branded(): JsonCodec<FriendReply>
// The brand exists for the type checker only.
function branded(): t.Mixed {
  return shape
}

/**
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43468}
 *
 * @category responses
 * @since 0.1.0
 */
export const FriendReply: JsonCodec<FriendReply> = /*#__PURE__*/ branded()

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
    // Nothing but a verdict has one of these codes: not a promise of one, say.
    const verdict = ResultCode === 0 ? allowFriend() : refuseFriend(ResultCode, ResultInfo)
    return { To_Account: friend.To_Account, ...verdict }
  })
  return { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ResultItem }
}
