import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { MsgBody } from '../../messages/msg-body'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { Integer } from '../../values/integer'
import { MsgKey } from '../../values/msg-key'
import { OperatorAccount } from '../../values/operator-account'
import { Seconds } from '../../values/seconds'
import { UserId } from '../../values/user-id'

const c2cAfterModifyMsg = packet(
  'C2C.CallbackAfterModifyMsg',
  {
    /** Who edited it. It may be empty. */
    Operator_Account: OperatorAccount,
    /** Who had sent it. */
    From_Account: UserId,
    /** Who had received it. */
    To_Account: UserId,
    /** A random number that the sender gave the message. */
    MsgRandom: Integer,
    /** The number of the message. It orders the messages of one second. */
    MsgSeq: Integer,
    /** When it was sent, in seconds. */
    MsgTime: Seconds,
    /** What identifies the message. */
    MsgKey,
    /** The message as it is now. */
    MsgBody
  },
  {
    /** Custom data of the message, as it is now. It may be empty. */
    CloudCustomData: t.string,
    /** When it was edited, in milliseconds. */
    EventTime
  }
)

/** `Operator_Account` edited a message from `From_Account` to `To_Account`. */
export interface C2CAfterModifyMsgPacket extends t.TypeOf<typeof c2cAfterModifyMsg> {}
export const C2CAfterModifyMsgPacket: PacketCodec<C2CAfterModifyMsgPacket> = c2cAfterModifyMsg
export interface C2CAfterModifyMsgCallback extends Callback<C2CAfterModifyMsgPacket> {}

/**
 * After a one-to-one message was edited.
 *
 * @see https://cloud.tencent.com/document/product/269/128224
 * @see `npx tencent-im-callbacks explain C2CAfterModifyMsg`
 */
export const C2CAfterModifyMsg: Definition<C2CAfterModifyMsgCallback> = after(C2CAfterModifyMsgPacket)

/** Parses {@link C2CAfterModifyMsg} callbacks. */
export const parseC2CAfterModifyMsgCallback = parser(C2CAfterModifyMsg)
