import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, oneOf, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { guard } from '../../codec/guard'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { Integer } from '../../values/integer'
import { OperatorAccount } from '../../values/operator-account'
import { UserId } from '../../values/user-id'

const profileItem = record('ProfileItem', {
  /** The field of the profile. Those that an app defines itself begin with `Tag_Profile_Custom_`. */
  Tag: oneOf('ProfileTag', [
    'Tag_Profile_IM_Nick',
    'Tag_Profile_IM_Gender',
    'Tag_Profile_IM_BirthDay',
    'Tag_Profile_IM_Location',
    'Tag_Profile_IM_SelfSignature',
    'Tag_Profile_IM_AllowType',
    'Tag_Profile_IM_Language',
    'Tag_Profile_IM_Image',
    'Tag_Profile_IM_AdminForbidType',
    'Tag_Profile_IM_Level',
    'Tag_Profile_IM_Role'
  ]),
  /** What it was set to: a number for `BirthDay`, `Language`, `Level` and `Role`; else a string, which may be empty. */
  Value: guard(
    'ProfileValue',
    'a string or an integer',
    (u): u is string | Integer => typeof u === 'string' || Integer.is(u)
  )
})

/** A field of a profile, and what it was set to. */
export interface ProfileItem extends t.TypeOf<typeof profileItem> {}
export const ProfileItem: JsonCodec<ProfileItem> = profileItem

const profilePortraitSet = packet(
  'Profile.CallbackPortraitSet',
  {
    /** Who changed it. */
    Operator_Account: OperatorAccount,
    /** Whose profile it is. */
    From_Account: UserId,
    /** The fields that were set. */
    ProfileItem: list(ProfileItem)
  },
  {
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `Operator_Account` set the fields of `ProfileItem` in the profile of `From_Account`. */
export interface ProfilePortraitSetPacket extends t.TypeOf<typeof profilePortraitSet> {}
export const ProfilePortraitSetPacket: PacketCodec<ProfilePortraitSetPacket> = profilePortraitSet
export interface ProfilePortraitSetCallback extends Callback<ProfilePortraitSetPacket> {}

/**
 * After a profile was changed. It has a switch under feature configuration in the console, too.
 *
 * @see https://www.tencentcloud.com/document/product/1047/48733
 * @see `npx tencent-im-callbacks explain ProfilePortraitSet`
 */
export const ProfilePortraitSet: Definition<ProfilePortraitSetCallback> = after(ProfilePortraitSetPacket)

/** Parses {@link ProfilePortraitSet} callbacks. */
export const parseProfilePortraitSetCallback = parser(ProfilePortraitSet)
