import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { OfficialAccountId } from '../../values/official-account-id'

const officialAccountAfterFull = packet(
  'OfficialAccount.CallbackAfterOfficialAccountFull',
  {
    /** The official account. */
    Official_Account: OfficialAccountId
  },
  {
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** An official account has as many subscribers as it may have. */
export interface OfficialAccountAfterFullPacket extends t.TypeOf<typeof officialAccountAfterFull> {}
export const OfficialAccountAfterFullPacket: PacketCodec<OfficialAccountAfterFullPacket> = officialAccountAfterFull
export interface OfficialAccountAfterFullCallback extends Callback<OfficialAccountAfterFullPacket> {}

/**
 * After an official account reached the limit of its subscribers.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60801
 * @see `npx tencent-im-callbacks explain OfficialAccountAfterFull`
 */
export const OfficialAccountAfterFull: Definition<OfficialAccountAfterFullCallback> =
  after(OfficialAccountAfterFullPacket)

/** Parses {@link OfficialAccountAfterFull} callbacks. */
export const parseOfficialAccountAfterFullCallback = parser(OfficialAccountAfterFull)
