import type * as t from 'io-ts'
import { guarded } from '../codec/guarded'
import { UserId } from './user-id'

/**
 * The administrator on whose behalf the app's own backend acted; empty where a client did.
 *
 * @category values
 * @since 0.1.0
 */
export type AdminAccount = UserId | ''

/**
 * Accepts a user id and the empty string.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34359}
 *
 * @category values
 * @since 0.1.0
 */
export const AdminAccount: t.Type<AdminAccount, string> = /*#__PURE__*/ guarded(
  'AdminAccount',
  (u): u is AdminAccount => u === '' || UserId.is(u)
)
