import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { MessageExtension } from '../../messages/message-extension'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { Integer } from '../../values/integer'
import { MsgKey } from '../../values/msg-key'
import { UserId } from '../../values/user-id'

const c2cAfterMsgExtension = packet(
  'C2C.CallbackAfterC2CMsgExtension',
  {
    /** Who had sent the message, which need not be who extended it. */
    From_Account: UserId,
    /** Who had received the message. */
    To_Account: UserId,
    /** What identifies the message. */
    MsgKey,
    /** 1 where pairs were set, 2 where they were deleted, 3 where all were cleared. */
    OperateType: Integer,
    /** The pairs that changed. Empty where all were cleared. */
    ExtensionList: list(MessageExtension),
    /** The version of all extensions of the message together. */
    Seq: Integer
  },
  {
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** The extensions of the message `MsgKey` changed. */
export interface C2CAfterMsgExtensionPacket extends t.TypeOf<typeof c2cAfterMsgExtension> {}
export const C2CAfterMsgExtensionPacket: PacketCodec<C2CAfterMsgExtensionPacket> = c2cAfterMsgExtension
export interface C2CAfterMsgExtensionCallback extends Callback<C2CAfterMsgExtensionPacket> {}

/**
 * After the extensions of a one-to-one message changed: key-value pairs that users attach to it.
 *
 * @see https://www.tencentcloud.com/document/product/1047/76006
 * @see `npx tencent-im-callbacks explain C2CAfterMsgExtension`
 */
export const C2CAfterMsgExtension: Definition<C2CAfterMsgExtensionCallback> = after(C2CAfterMsgExtensionPacket)

/** Parses {@link C2CAfterMsgExtension} callbacks. */
export const parseC2CAfterMsgExtensionCallback = parser(C2CAfterMsgExtension)
