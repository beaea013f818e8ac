import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { MsgBody } from '../../messages/msg-body'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { Integer } from '../../values/integer'
import { MsgKey } from '../../values/msg-key'
import { OfficialAccountId } from '../../values/official-account-id'
import { Seconds } from '../../values/seconds'

const officialAccountAfterSendMsg = packet(
  'OfficialAccount.CallbackAfterSendMsg',
  {
    /** The official account that sent it: the packet names no user. */
    Official_Account: OfficialAccountId,
    /** What identifies the message. */
    MsgKey,
    /** When it was sent, in seconds. */
    MsgTime: Seconds,
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

/** `Official_Account` sent `MsgBody` to its subscribers. */
export interface OfficialAccountAfterSendMsgPacket extends t.TypeOf<typeof officialAccountAfterSendMsg> {}
export const OfficialAccountAfterSendMsgPacket: PacketCodec<OfficialAccountAfterSendMsgPacket> =
  officialAccountAfterSendMsg
export interface OfficialAccountAfterSendMsgCallback extends Callback<OfficialAccountAfterSendMsgPacket> {}

/**
 * After an official account sent a message to its subscribers.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60804
 * @see `npx tencent-im-callbacks explain OfficialAccountAfterSendMsg`
 */
export const OfficialAccountAfterSendMsg: Definition<OfficialAccountAfterSendMsgCallback> = after(
  OfficialAccountAfterSendMsgPacket
)

/** Parses {@link OfficialAccountAfterSendMsg} callbacks. */
export const parseOfficialAccountAfterSendMsgCallback = parser(OfficialAccountAfterSendMsg)
