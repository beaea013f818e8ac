import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { MsgKey } from '../../values/msg-key'
import { UserId } from '../../values/user-id'

const c2cMsgInfo = record(
  'C2CMsgInfo',
  {
    /** Who had sent it. */
    From_Account: UserId,
    /** Who had received it. */
    To_Account: UserId,
    /** What identifies the message. */
    MsgKey
  },
  {
    /** The id that the client SDKs know it by. */
    MsgId: t.string
  }
)

/** A one-to-one message for which there is a read receipt. */
export interface C2CMsgInfo extends t.TypeOf<typeof c2cMsgInfo> {}
export const C2CMsgInfo: JsonCodec<C2CMsgInfo> = c2cMsgInfo

const c2cAfterMsgReadReceipt = packet(
  'C2C.CallbackAfterMsgReadReceipt',
  {
    /** Who sent the read receipts. */
    Operator_Account: UserId,
    /** The other side of the conversation. */
    Peer_Account: UserId,
    /** The messages that were read. */
    C2CMsgInfo: list(C2CMsgInfo)
  },
  {
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** `Operator_Account` confirmed having read the messages of `C2CMsgInfo`. */
export interface C2CAfterMsgReadReceiptPacket extends t.TypeOf<typeof c2cAfterMsgReadReceipt> {}
export const C2CAfterMsgReadReceiptPacket: PacketCodec<C2CAfterMsgReadReceiptPacket> = c2cAfterMsgReadReceipt
export interface C2CAfterMsgReadReceiptCallback extends Callback<C2CAfterMsgReadReceiptPacket> {}

/**
 * After a user sent read receipts for one-to-one messages.
 *
 * @see https://cloud.tencent.com/document/product/269/128223
 * @see `npx tencent-im-callbacks explain C2CAfterMsgReadReceipt`
 */
export const C2CAfterMsgReadReceipt: Definition<C2CAfterMsgReadReceiptCallback> = after(C2CAfterMsgReadReceiptPacket)

/** Parses {@link C2CAfterMsgReadReceipt} callbacks. */
export const parseC2CAfterMsgReadReceiptCallback = parser(C2CAfterMsgReadReceipt)
