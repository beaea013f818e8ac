import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { OfficialAccountId } from '../../values/official-account-id'
import { OperatorAccount } from '../../values/operator-account'

const officialAccountAfterInfoChanged = packet(
  'OfficialAccount.CallbackAfterOfficialAccountInfoChanged',
  {
    /** The official account. */
    Official_Account: OfficialAccountId,
    /** Who changed it. It may be empty. */
    Operator_Account: OperatorAccount
  },
  {
    /** The new introduction. Absent if it did not change. */
    Introduction: t.string,
    /** The new name. Absent if it did not change. */
    Name: t.string,
    /** Where the new avatar is. Absent if it did not change. */
    FaceUrl: t.string,
    /** The new organization behind it. Absent if it did not change. */
    Organization: t.string,
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** `Operator_Account` changed the profile of an official account. */
export interface OfficialAccountAfterInfoChangedPacket extends t.TypeOf<typeof officialAccountAfterInfoChanged> {}
export const OfficialAccountAfterInfoChangedPacket: PacketCodec<OfficialAccountAfterInfoChangedPacket> =
  officialAccountAfterInfoChanged
export interface OfficialAccountAfterInfoChangedCallback extends Callback<OfficialAccountAfterInfoChangedPacket> {}

/**
 * After the profile of an official account was changed.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60797
 * @see `npx tencent-im-callbacks explain OfficialAccountAfterInfoChanged`
 */
export const OfficialAccountAfterInfoChanged: Definition<OfficialAccountAfterInfoChangedCallback> = after(
  OfficialAccountAfterInfoChangedPacket
)

/** Parses {@link OfficialAccountAfterInfoChanged} callbacks. */
export const parseOfficialAccountAfterInfoChangedCallback = parser(OfficialAccountAfterInfoChanged)
