import type * as t from 'io-ts'
import { nonEmptyText } from '../codec/non-empty-text'

/** The brand of {@link UserId}. */
export interface UserIdBrand {
  readonly UserId: symbol
}

/**
 * The id of a user of the app, as in `From_Account` and `To_Account`. It is opaque: system accounts such as
 * `@TLS#NOT_FOUND` are user ids, too.
 */
export type UserId = t.Branded<string, UserIdBrand>

/**
 * Accepts every non-empty string and nothing else. A number is refused.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34361
 * @example
 * import assert from 'node:assert/strict'
 * import { UserId } from 'tencent-im-callbacks'
 *
 * assert.equal(UserId.is('@TLS#NOT_FOUND'), true)
 * assert.equal(UserId.is(''), false)
 * assert.equal(UserId.is(7), false)
 */
export const UserId: t.Type<UserId, string> = nonEmptyText('UserId')
