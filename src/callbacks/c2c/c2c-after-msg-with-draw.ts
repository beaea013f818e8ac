import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { Integer } from '../../values/integer'
import { MsgKey } from '../../values/msg-key'
import { UserId } from '../../values/user-id'

const c2cAfterMsgWithDraw = packet(
  'C2C.CallbackAfterMsgWithDraw',
  {
    /** Who had sent it. */
    From_Account: UserId,
    /** Who had received it. */
    To_Account: UserId,
    /** What identifies the message. */
    MsgKey
  },
  {
    /** How many one-to-one messages `To_Account` has not read, from all senders. Not all packets have it. */
    UnreadMsgNum: Integer,
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** The message `MsgKey` from `From_Account` to `To_Account` was recalled. */
export interface C2CAfterMsgWithDrawPacket extends t.TypeOf<typeof c2cAfterMsgWithDraw> {}
export const C2CAfterMsgWithDrawPacket: PacketCodec<C2CAfterMsgWithDrawPacket> = c2cAfterMsgWithDraw
export interface C2CAfterMsgWithDrawCallback extends Callback<C2CAfterMsgWithDrawPacket> {}

/**
 * After a one-to-one message was recalled.
 *
 * @see https://www.tencentcloud.com/document/product/1047/43466
 * @see `npx tencent-im-callbacks explain C2CAfterMsgWithDraw`
 */
export const C2CAfterMsgWithDraw: Definition<C2CAfterMsgWithDrawCallback> = after(C2CAfterMsgWithDrawPacket)

/** Parses {@link C2CAfterMsgWithDraw} callbacks. */
export const parseC2CAfterMsgWithDrawCallback = parser(C2CAfterMsgWithDraw)
