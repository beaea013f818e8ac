import { isObject } from '../codec/json-object'
import { checkedCode, type CodeRange } from './answer'

/** What an app says about one friend: {@link allowFriend} or {@link refuseFriend}. */
export interface FriendVerdict {
  /** 0 lets the friend be added; a code from 38000 to 39000 does not. */
  readonly ResultCode: number
  /** Why not, in words. */
  readonly ResultInfo: string
}

// Of the registry, since the error may come from another copy of this library.
const wrongVerdict = /* @__PURE__ */ Symbol.for('tencent-im-callbacks/wrong-verdict')

export const friendCodes: CodeRange = [38000, 39000]

/**
 * Lets a friend be added.
 *
 * @example
 * import assert from 'node:assert/strict'
 * import { allowFriend } from 'tencent-im-callbacks'
 *
 * assert.deepEqual(allowFriend(), { ResultCode: 0, ResultInfo: '' })
 */
export const allowFriend = (): FriendVerdict => ({ ResultCode: 0, ResultInfo: '' })

/**
 * Keeps a friend from being added.
 *
 * @throws TypeError if `errorInfo` is not a string, or `code` is not an integer from 38000 to 39000.
 * @see https://www.tencentcloud.com/document/product/1047/43468
 * @example
 * import assert from 'node:assert/strict'
 * import { refuseFriend } from 'tencent-im-callbacks'
 *
 * assert.deepEqual(refuseFriend('no strangers', 38001), { ResultCode: 38001, ResultInfo: 'no strangers' })
 * assert.throws(() => refuseFriend('no strangers', 1), TypeError)
 */
export const refuseFriend = (errorInfo = '', code = 38000): FriendVerdict => {
  try {
    if (typeof errorInfo !== 'string') throw new TypeError('errorInfo must be a string; the code comes after it')
    return { ResultCode: checkedCode(code, friendCodes, 'friends'), ResultInfo: errorInfo }
  } catch (error) {
    throw Object.defineProperty(error as TypeError, wrongVerdict, { value: true })
  }
}

/** Whether an error came of a refusal that could not be made. Whoever wanted to allow has made none. */
export const isWrongVerdict = (error: unknown): boolean => isObject(error) && wrongVerdict in error
