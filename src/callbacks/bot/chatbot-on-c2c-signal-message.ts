import * as t from 'io-ts'
import type { AwaitingCallback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { signalReply, type SignalReply } from '../../replies/signal-reply'
import { EventTime } from '../../values/event-time'
import { Integer } from '../../values/integer'
import { MsgKey } from '../../values/msg-key'
import { UserId } from '../../values/user-id'

const chatbotOnC2CSignalMessage = packet(
  'Chatbot.OnC2CSignalMessage',
  {
    /** Who sent the signal. */
    From_Account: UserId,
    /** The bot, whose account begins with `@RBT#`. */
    To_Account: UserId,
    /** The number of the signal. */
    MsgSeq: Integer,
    /** A random number that the sender gave the signal. */
    MsgRandom: Integer,
    /** What identifies the signal. */
    MsgKey,
    /** What the signal says: JSON as a rule, and a text all the same. */
    Data: t.string
  },
  {
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** `From_Account` sent the signal `Data` to the bot `To_Account`. */
export interface ChatbotOnC2CSignalMessagePacket extends t.TypeOf<typeof chatbotOnC2CSignalMessage> {}
export const ChatbotOnC2CSignalMessagePacket: PacketCodec<ChatbotOnC2CSignalMessagePacket> = chatbotOnC2CSignalMessage
export interface ChatbotOnC2CSignalMessageCallback extends AwaitingCallback<ChatbotOnC2CSignalMessagePacket> {}

/**
 * After a user sent a signal to a chatbot. What the app answers is passed on to the bot.
 *
 * @see https://www.tencentcloud.com/document/product/1047/59057
 * @see `npx tencent-im-callbacks explain ChatbotOnC2CSignalMessage`
 */
export const ChatbotOnC2CSignalMessage: Definition<ChatbotOnC2CSignalMessageCallback, SignalReply> = after(
  ChatbotOnC2CSignalMessagePacket,
  signalReply()
)

/** Parses {@link ChatbotOnC2CSignalMessage} callbacks. */
export const parseChatbotOnC2CSignalMessageCallback = parser(ChatbotOnC2CSignalMessage)
