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

const botOnC2CMessage = packet(
  'Bot.OnC2CMessage',
  {
    /** Who sent it. */
    From_Account: UserId,
    /** The bot, whose account begins with `@RBT#`. */
    To_Account: UserId,
    /** The number of the message. It orders the messages of one second. */
    MsgSeq: Integer,
    /** A random number that the sender gave the message. */
    MsgRandom: Integer,
    /** When it was sent, in seconds. */
    MsgTime: Seconds,
    /** What identifies the message. */
    MsgKey,
    /** 1 if only users who are online get it, else 0. */
    OnlineOnlyFlag: Integer,
    /** 0 if it was delivered, else an error code. */
    SendMsgResult: Integer,
    /** How the delivery went, in words: not to be taken for the `ErrorInfo` of an answer. */
    ErrorInfo: t.string,
    /** The message itself. */
    MsgBody
  },
  {
    /** Custom data that the sender attached. It may be empty, and is absent where there is none. */
    CloudCustomData: t.string,
    /** The id that the client SDKs know it by. Older packets do not have it. */
    MsgId: t.string,
    /** How many one-to-one messages `To_Account` has not read, from all senders. Only older packets have it. */
    UnreadMsgNum: Integer,
    /** Undocumented here. In the REST API 1 shows the message on all devices of its sender, and 2 does not. */
    SyncOtherMachine: Integer,
    /** Undocumented here. In the REST API 1 lets users extend the message, and 0 does not. */
    SupportMessageExtension: Integer,
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `From_Account` sent `MsgBody` to the bot `To_Account`. */
export interface BotOnC2CMessagePacket extends t.TypeOf<typeof botOnC2CMessage> {}
export const BotOnC2CMessagePacket: PacketCodec<BotOnC2CMessagePacket> = botOnC2CMessage
export interface BotOnC2CMessageCallback extends Callback<BotOnC2CMessagePacket> {}

/**
 * After a one-to-one message was sent to a bot.
 *
 * @see https://www.tencentcloud.com/document/product/1047/68952
 * @see `npx tencent-im-callbacks explain BotOnC2CMessage`
 */
export const BotOnC2CMessage: Definition<BotOnC2CMessageCallback> = after(BotOnC2CMessagePacket)

/** Parses {@link BotOnC2CMessage} callbacks. */
export const parseBotOnC2CMessageCallback = parser(BotOnC2CMessage)
