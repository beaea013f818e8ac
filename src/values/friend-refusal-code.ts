import type * as t from 'io-ts'
import { guarded } from '../codec/guarded'
import { Integer } from './integer'

/**
 * The brand of {@link FriendRefusalCode}.
 *
 * @category values
 * @since 0.1.0
 */
export interface FriendRefusalCodeBrand {
  readonly FriendRefusalCode: symbol
}

/**
 * The code with which an app refuses a friend: a whole number from 38000 to 39000.
 *
 * @category values
 * @since 0.1.0
 */
export type FriendRefusalCode = t.Branded<number, FriendRefusalCodeBrand>

/**
 * Accepts a whole number of that range.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43468}
 *
 * @category values
 * @since 0.1.0
 */
export const FriendRefusalCode: t.Type<FriendRefusalCode, number> = /*#__PURE__*/ guarded(
  'FriendRefusalCode',
  (u): u is FriendRefusalCode => Integer.is(u) && u >= 38000 && u <= 39000
)
