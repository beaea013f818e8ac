import * as t from 'io-ts'
import type { AwaitingCallback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { before, type Definition } from '../../definition'
import { MsgBody } from '../../messages/msg-body'
import { parser } from '../../parse-callback'
import { messageReply, type MessageReply } from '../../replies/message-reply'
import { EventTime } from '../../values/event-time'
import { Integer } from '../../values/integer'
import { OfficialAccountId } from '../../values/official-account-id'

const officialAccountBeforeSendMsg = packet(
  'OfficialAccount.CallbackBeforeSendMsg',
  {
    /** The official account that sends it: the packet names no user. */
    Official_Account: OfficialAccountId,
    /** The message itself. */
    MsgBody
  },
  {
    /** 1 if only users who are online get it, else 0. */
    OnlineOnlyFlag: Integer,
    /** Custom data that the sender attached. It may be empty, and is absent where there is none. */
    CloudCustomData: t.string,
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** `Official_Account` wants to send `MsgBody` to its subscribers. */
export interface OfficialAccountBeforeSendMsgPacket extends t.TypeOf<typeof officialAccountBeforeSendMsg> {}
export const OfficialAccountBeforeSendMsgPacket: PacketCodec<OfficialAccountBeforeSendMsgPacket> =
  officialAccountBeforeSendMsg
export interface OfficialAccountBeforeSendMsgCallback extends AwaitingCallback<OfficialAccountBeforeSendMsgPacket> {}

/**
 * Before an official account sends a message to its subscribers: send, change, refuse or drop it. Your own codes are
 * 120001 to 130000.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60803
 * @see `npx tencent-im-callbacks explain OfficialAccountBeforeSendMsg`
 */
export const OfficialAccountBeforeSendMsg: Definition<OfficialAccountBeforeSendMsgCallback, MessageReply> = before(
  OfficialAccountBeforeSendMsgPacket,
  messageReply([120001, 130000])
)

/** Parses {@link OfficialAccountBeforeSendMsg} callbacks. */
export const parseOfficialAccountBeforeSendMsgCallback = parser(OfficialAccountBeforeSendMsg)
