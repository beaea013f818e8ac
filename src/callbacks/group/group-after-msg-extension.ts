import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { MessageExtension } from '../../messages/message-extension'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { Integer } from '../../values/integer'

const groupAfterMsgExtension = packet(
  'Group.CallbackAfterGroupMsgExtension',
  {
    /** The group. */
    GroupId,
    /** The number of the message within the group. */
    MsgSeq: Integer,
    /** What was done to the extensions: 1 sets some, 2 deletes some, 3 clears all. */
    OperateType: Integer,
    /** The extensions that were set or deleted. Empty where all were cleared. */
    ExtensionList: list(MessageExtension),
    /** The version of all extensions of the message together. */
    Seq: Integer
  },
  {
    /** When it happened, in milliseconds. It may be absent, as in other commands. */
    EventTime
  }
)

/** Extensions of the message `MsgSeq` of the group `GroupId` were changed; nothing tells by whom. */
export interface GroupAfterMsgExtensionPacket extends t.TypeOf<typeof groupAfterMsgExtension> {}
export const GroupAfterMsgExtensionPacket: PacketCodec<GroupAfterMsgExtensionPacket> = groupAfterMsgExtension
export interface GroupAfterMsgExtensionCallback extends Callback<GroupAfterMsgExtensionPacket> {}

/**
 * After extensions of a group message were set, deleted or cleared.
 *
 * @see https://www.tencentcloud.com/document/product/1047/76007
 * @see `npx tencent-im-callbacks explain GroupAfterMsgExtension`
 */
export const GroupAfterMsgExtension: Definition<GroupAfterMsgExtensionCallback> = after(GroupAfterMsgExtensionPacket)

/** Parses {@link GroupAfterMsgExtension} callbacks: which extensions of which message were changed. */
export const parseGroupAfterMsgExtensionCallback = parser(GroupAfterMsgExtension)
