import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { OfficialAccountId } from '../../values/official-account-id'
import { UserId } from '../../values/user-id'

const officialAccountAfterDestroyed = packet(
  'OfficialAccount.CallbackAfterOfficialAccountDestroyed',
  {
    /** The id that it had. */
    Official_Account: OfficialAccountId,
    /** Who owned it. */
    Owner_Account: UserId,
    /** The name that it had. */
    Name: t.string
  },
  {
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** An official account of `Owner_Account` was deleted. */
export interface OfficialAccountAfterDestroyedPacket extends t.TypeOf<typeof officialAccountAfterDestroyed> {}
export const OfficialAccountAfterDestroyedPacket: PacketCodec<OfficialAccountAfterDestroyedPacket> =
  officialAccountAfterDestroyed
export interface OfficialAccountAfterDestroyedCallback extends Callback<OfficialAccountAfterDestroyedPacket> {}

/**
 * After an official account was deleted.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60798
 * @see `npx tencent-im-callbacks explain OfficialAccountAfterDestroyed`
 */
export const OfficialAccountAfterDestroyed: Definition<OfficialAccountAfterDestroyedCallback> = after(
  OfficialAccountAfterDestroyedPacket
)

/** Parses {@link OfficialAccountAfterDestroyed} callbacks. */
export const parseOfficialAccountAfterDestroyedCallback = parser(OfficialAccountAfterDestroyed)
