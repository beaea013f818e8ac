import * as t from 'io-ts'
import type { AwaitingCallback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { before, type Definition } from '../../definition'
import { MsgBody } from '../../messages/msg-body'
import { parser } from '../../parse-callback'
import { messageReply, type MessageReply } from '../../replies/message-reply'
import { EventTime } from '../../values/event-time'
import { Integer } from '../../values/integer'
import { MsgKey } from '../../values/msg-key'
import { Seconds } from '../../values/seconds'
import { UserId } from '../../values/user-id'

const c2cBeforeSendMsg = packet(
  'C2C.CallbackBeforeSendMsg',
  {
    /** Who wants to send it. */
    From_Account: UserId,
    /** Who is to receive it. */
    To_Account: UserId,
    /** The number of the message. It orders the messages of one second. */
    MsgSeq: Integer,
    /** A random number that the sender gave the message. */
    MsgRandom: Integer,
    /** When it was sent, in seconds. */
    MsgTime: Seconds,
    /** The message itself. */
    MsgBody
  },
  {
    /** What identifies the message. Older packets do not have it. */
    MsgKey,
    /** 1 if only users who are online get it, else 0. Older packets do not have it. */
    OnlineOnlyFlag: Integer,
    /** Custom data that the sender attached. It may be empty, and is absent where there is none. */
    CloudCustomData: t.string,
    /** The id that the client SDKs know it by. Older packets do not have it. */
    MsgId: t.string,
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `From_Account` wants to send `MsgBody` to `To_Account`. */
export interface C2CBeforeSendMsgPacket extends t.TypeOf<typeof c2cBeforeSendMsg> {}
export const C2CBeforeSendMsgPacket: PacketCodec<C2CBeforeSendMsgPacket> = c2cBeforeSendMsg
export interface C2CBeforeSendMsgCallback extends AwaitingCallback<C2CBeforeSendMsgPacket> {}

/**
 * Before a one-to-one message is sent, also through the REST API: send, change, refuse or drop it. Your own codes are
 * 120001 to 130000.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34364
 * @see `npx tencent-im-callbacks explain C2CBeforeSendMsg`
 */
export const C2CBeforeSendMsg: Definition<C2CBeforeSendMsgCallback, MessageReply> = before(
  C2CBeforeSendMsgPacket,
  messageReply([120001, 130000])
)

/** Parses {@link C2CBeforeSendMsg} callbacks. */
export const parseC2CBeforeSendMsgCallback = parser(C2CBeforeSendMsg)
