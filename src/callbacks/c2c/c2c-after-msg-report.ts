import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { Integer } from '../../values/integer'
import { Seconds } from '../../values/seconds'
import { UserId } from '../../values/user-id'

const c2cAfterMsgReport = packet(
  'C2C.CallbackAfterMsgReport',
  {
    /** Who read the messages. */
    Report_Account: UserId,
    /** The other side of the conversation. */
    Peer_Account: UserId,
    /** Everything up to this time is read. In seconds. */
    LastReadTime: Seconds
  },
  {
    /** How many one-to-one messages `Report_Account` has not read, from all senders. Not all packets have it. */
    UnreadMsgNum: Integer,
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `Report_Account` has read what `Peer_Account` sent until `LastReadTime`. */
export interface C2CAfterMsgReportPacket extends t.TypeOf<typeof c2cAfterMsgReport> {}
export const C2CAfterMsgReportPacket: PacketCodec<C2CAfterMsgReportPacket> = c2cAfterMsgReport
export interface C2CAfterMsgReportCallback extends Callback<C2CAfterMsgReportPacket> {}

/**
 * After a user read the messages of a one-to-one conversation.
 *
 * @see https://www.tencentcloud.com/document/product/1047/43465
 * @see `npx tencent-im-callbacks explain C2CAfterMsgReport`
 */
export const C2CAfterMsgReport: Definition<C2CAfterMsgReportCallback> = after(C2CAfterMsgReportPacket)

/** Parses {@link C2CAfterMsgReport} callbacks. */
export const parseC2CAfterMsgReportCallback = parser(C2CAfterMsgReport)
