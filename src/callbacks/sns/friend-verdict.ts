import { FriendRefusalCode } from '../../values/friend-refusal-code'

/**
 * What an app says about one friend who is to be added: {@link allowFriend} or {@link refuseFriend}.
 *
 * @category responses
 * @since 0.1.0
 */
export interface FriendVerdict {
  readonly ResultCode: 0 | FriendRefusalCode
  readonly ResultInfo: string
}

/**
 * Lets a friend be added.
 *
 * @category responses
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { allowFriend } from 'tencent-im-callbacks'
 *
 * assert.deepEqual(allowFriend(), { ResultCode: 0, ResultInfo: '' })
 */
export const allowFriend = (): FriendVerdict => ({ ResultCode: 0, ResultInfo: '' })

/**
 * Keeps a friend from being added. `resultInfo` is the reason in words.
 *
 * Make it when the app starts rather than during a request, so that a wrong code is noticed early.
 *
 * @throws TypeError if the code is no whole number from 38000 to 39000.
 * @category responses
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { refuseFriend } from 'tencent-im-callbacks'
 *
 * assert.deepEqual(refuseFriend(38001, 'blocked'), { ResultCode: 38001, ResultInfo: 'blocked' })
 * assert.throws(() => refuseFriend(1, 'blocked'), TypeError)
 */
export const refuseFriend = (code: number, resultInfo: string): FriendVerdict => {
  if (FriendRefusalCode.is(code)) return { ResultCode: code, ResultInfo: resultInfo }
  throw new TypeError('refuseFriend needs an integer from 38000 to 39000')
}
