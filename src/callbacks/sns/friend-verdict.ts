import { RefusalCode } from '../../values/refusal-code'

/**
 * What an app says to one friend that a user wants to add: {@link allow} or {@link refuse}.
 *
 * @category responses
 * @since 0.1.0
 */
export interface FriendVerdict {
  readonly ResultCode: 0 | RefusalCode
  readonly ResultInfo: string
}

/**
 * Lets a friend be added.
 *
 * @category responses
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { allow } from 'tencent-im-callbacks'
 *
 * assert.deepEqual(allow(), { ResultCode: 0, ResultInfo: '' })
 */
export const allow = (): FriendVerdict => ({ ResultCode: 0, ResultInfo: '' })

/**
 * Keeps a friend from being added. `resultInfo` is the reason in words.
 *
 * @throws TypeError if the code is no whole number from 38000 to 39000.
 * @category responses
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { refuse } from 'tencent-im-callbacks'
 *
 * assert.deepEqual(refuse(38001, 'blocked'), { ResultCode: 38001, ResultInfo: 'blocked' })
 * assert.throws(() => refuse(1, 'blocked'), TypeError)
 */
export const refuse = (code: number, resultInfo: string): FriendVerdict => {
  if (!RefusalCode.is(code)) throw new TypeError('A refusal needs a code that is a whole number from 38000 to 39000')
  return { ResultCode: code, ResultInfo: resultInfo }
}
