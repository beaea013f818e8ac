import type * as t from 'io-ts'
import { guard } from '../codec/guard'
import { UserId } from './user-id'

/** Who acted: a user, an administrator, or nobody in particular, which is empty. */
export type OperatorAccount = UserId | ''

/**
 * Accepts a user id and the empty string.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34359
 */
export const OperatorAccount: t.Type<OperatorAccount, string> = guard(
  'OperatorAccount',
  'a string',
  (u): u is OperatorAccount => typeof u === 'string'
)
