import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { OfficialAccountId } from '../../values/official-account-id'
import { OperatorAccount } from '../../values/operator-account'
import { UserId } from '../../values/user-id'

const officialAccountAfterCreate = packet(
  'OfficialAccount.CallbackAfterCreateOfficialAccount',
  {
    /** The id that it got. */
    Official_Account: OfficialAccountId,
    /** Who created it. It may be empty. */
    Operator_Account: OperatorAccount,
    /** Who owns it. */
    Owner_Account: UserId,
    /** Its name. */
    Name: t.string
  },
  {
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** `Operator_Account` created an official account. */
export interface OfficialAccountAfterCreatePacket extends t.TypeOf<typeof officialAccountAfterCreate> {}
export const OfficialAccountAfterCreatePacket: PacketCodec<OfficialAccountAfterCreatePacket> =
  officialAccountAfterCreate
export interface OfficialAccountAfterCreateCallback extends Callback<OfficialAccountAfterCreatePacket> {}

/**
 * After an official account was created.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60796
 * @see `npx tencent-im-callbacks explain OfficialAccountAfterCreate`
 */
export const OfficialAccountAfterCreate: Definition<OfficialAccountAfterCreateCallback> = after(
  OfficialAccountAfterCreatePacket
)

/** Parses {@link OfficialAccountAfterCreate} callbacks. */
export const parseOfficialAccountAfterCreateCallback = parser(OfficialAccountAfterCreate)
