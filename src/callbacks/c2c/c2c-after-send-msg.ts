import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { MsgBody } from '../../messages/msg-body'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { Integer } from '../../values/integer'
import { MsgKey } from '../../values/msg-key'
import { Seconds } from '../../values/seconds'
import { UserId } from '../../values/user-id'

const c2cAfterSendMsg = packet(
  'C2C.CallbackAfterSendMsg',
  {
    /** Who sent it. */
    From_Account: UserId,
    /** Who receives it. */
    To_Account: UserId,
    /** When it was sent, in seconds. */
    MsgTime: Seconds,
    /** The message as it was sent: where a reply replaced it, the new one. */
    MsgBody
  },
  {
    /** The number of the message. It orders the messages of one second. The oldest packets do not have it. */
    MsgSeq: Integer,
    /** A random number that the sender gave the message. The oldest packets do not have it. */
    MsgRandom: Integer,
    /** What identifies the message. Older packets do not have it. */
    MsgKey,
    /** 1 if only users who are online get it, else 0. Older packets do not have it. */
    OnlineOnlyFlag: Integer,
    /** 0 if it was delivered, else an error code. Older packets do not have it. */
    SendMsgResult: Integer,
    /**
     * How the delivery went, in words: not to be taken for the `ErrorInfo` of an answer. Older packets do not have it.
     */
    ErrorInfo: t.string,
    /**
     * How many one-to-one messages `To_Account` has not read, from all senders; -1 where this one was not delivered.
     * Not all packets have it.
     */
    UnreadMsgNum: Integer,
    /** Custom data that the sender attached. It may be empty, and is absent where there is none. */
    CloudCustomData: t.string,
    /** The id that the client SDKs know it by. Older packets do not have it. */
    MsgId: t.string,
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `From_Account` sent `MsgBody` to `To_Account`. */
export interface C2CAfterSendMsgPacket extends t.TypeOf<typeof c2cAfterSendMsg> {}
export const C2CAfterSendMsgPacket: PacketCodec<C2CAfterSendMsgPacket> = c2cAfterSendMsg
export interface C2CAfterSendMsgCallback extends Callback<C2CAfterSendMsgPacket> {}

/**
 * After a one-to-one message was sent. It comes after a failed delivery, too: `SendMsgResult` tells.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34365
 * @see `npx tencent-im-callbacks explain C2CAfterSendMsg`
 */
export const C2CAfterSendMsg: Definition<C2CAfterSendMsgCallback> = after(C2CAfterSendMsgPacket)

/** Parses {@link C2CAfterSendMsg} callbacks. */
export const parseC2CAfterSendMsgCallback = parser(C2CAfterSendMsg)
