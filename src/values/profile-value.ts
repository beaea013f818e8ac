import * as t from 'io-ts'
import { guarded } from '../codec/guarded'
import { Integer } from './integer'

/**
 * The value of a profile field: a number for some, such as `Tag_Profile_IM_BirthDay`, and text, which may be empty, for
 * all others.
 *
 * @category values
 * @since 0.1.0
 */
export type ProfileValue = string | Integer

/**
 * Source: {@link https://www.tencentcloud.com/document/product/1047/48733}
 *
 * @category values
 * @since 0.1.0
 */
export const ProfileValue: t.Type<ProfileValue, string | number> = /*#__PURE__*/ guarded(
  'ProfileValue',
  (u): u is ProfileValue => typeof u === 'string' || Integer.is(u)
)
