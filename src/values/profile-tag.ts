import type * as t from 'io-ts'
import { nonEmptyText } from '../codec/non-empty-text'

/**
 * The brand of a {@link ProfileTag} that is not documented.
 *
 * @category values
 * @since 0.1.0
 */
export interface ProfileTagBrand {
  readonly ProfileTag: symbol
}

/**
 * The documented fields that every profile has.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/48733}
 *
 * @category values
 * @since 0.1.0
 */
export type KnownProfileTag =
  | 'Tag_Profile_IM_Nick'
  | 'Tag_Profile_IM_Gender'
  | 'Tag_Profile_IM_BirthDay'
  | 'Tag_Profile_IM_Location'
  | 'Tag_Profile_IM_SelfSignature'
  | 'Tag_Profile_IM_AllowType'
  | 'Tag_Profile_IM_Language'
  | 'Tag_Profile_IM_Image'
  | 'Tag_Profile_IM_AdminForbidType'
  | 'Tag_Profile_IM_Level'
  | 'Tag_Profile_IM_Role'

/**
 * The name of a profile field. Those that an app defines itself begin with `Tag_Profile_Custom_`. The set is
 * open: documented names narrow in a `switch`, new ones pass.
 *
 * @category values
 * @since 0.1.0
 */
export type ProfileTag = KnownProfileTag | t.Branded<string, ProfileTagBrand>

/**
 * Accepts every non-empty string.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/48733}
 *
 * @category values
 * @since 0.1.0
 */
export const ProfileTag: t.Type<ProfileTag, string> = /*#__PURE__*/ nonEmptyText<ProfileTag>('ProfileTag')
