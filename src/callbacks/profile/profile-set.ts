import type * as t from 'io-ts'
import { defineCallback, type Callback, type CallbackDefinition } from '../../callback'
import type { JsonCodec } from '../../codec/json-codec'
import { list } from '../../codec/list'
import { packet } from '../../codec/packet'
import { record } from '../../codec/record'
import { parseCallback } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { ProfileTag } from '../../values/profile-tag'
import { ProfileValue } from '../../values/profile-value'
import { UserId } from '../../values/user-id'

const command = 'Profile.CallbackPortraitSet'

const profileItemCodec = /*#__PURE__*/ record('ProfileItem', { Tag: ProfileTag, Value: ProfileValue })

/**
 * A field of a profile, and what it was set to.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface ProfileItem extends t.TypeOf<typeof profileItemCodec> {}

/**
 * Source: {@link https://www.tencentcloud.com/document/product/1047/48733}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const ProfileItem: JsonCodec<ProfileItem> = profileItemCodec

const codec = /*#__PURE__*/ packet(command, {
  Operator_Account: UserId,
  From_Account: UserId,
  EventTime,
  ProfileItem: /*#__PURE__*/ list(ProfileItem)
})

/**
 * `Operator_Account` set the fields of `ProfileItem` in the profile of `From_Account`.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface ProfileSetPacket extends t.TypeOf<typeof codec> {}

/**
 * Gives a packet that comes from storage or from a queue its brands back.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/48733}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const ProfileSetPacket: JsonCodec<ProfileSetPacket> = codec

/**
 * The callback after a profile was changed.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface ProfileSetCallback extends Callback<typeof command, ProfileSetPacket> {}

/**
 * For `parseCallback`. Source: {@link https://www.tencentcloud.com/document/product/1047/48733}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const ProfileSet: CallbackDefinition<ProfileSetCallback> = /*#__PURE__*/ defineCallback({
  command,
  packet: ProfileSetPacket
})

/**
 * Parses `Profile.CallbackPortraitSet`, which Tencent sends after a profile was changed.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/48733}
 *
 * @throws TypeError, when it is configured and never during a request: the own SDKAppID is none.
 * @category parsing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { parseProfileSetCallback } from 'tencent-im-callbacks'
 *
 * const parse = parseProfileSetCallback({ sdkAppId: 1400000000 })
 * const result = parse({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=Profile.CallbackPortraitSet',
 *   body: {
 *     CallbackCommand: 'Profile.CallbackPortraitSet',
 *     Operator_Account: 'id1',
 *     From_Account: 'id1',
 *     EventTime: 1656921052497,
 *     ProfileItem: [{ Tag: 'Tag_Profile_IM_Nick', Value: 'nick1' }]
 *   }
 * })
 *
 * assert.deepEqual(result._tag === 'Right' && result.right.packet.ProfileItem, [
 *   { Tag: 'Tag_Profile_IM_Nick', Value: 'nick1' }
 * ])
 */
export const parseProfileSetCallback = /*#__PURE__*/ parseCallback(ProfileSet)
