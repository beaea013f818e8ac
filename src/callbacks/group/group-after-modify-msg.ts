import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { MsgBody } from '../../messages/msg-body'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { Integer } from '../../values/integer'
import { OperatorAccount } from '../../values/operator-account'

const groupAfterModifyMsg = packet(
  'Group.CallbackAfterModifyMsg',
  {
    /** Who changed it. It may be empty. */
    Operator_Account: OperatorAccount,
    /** The group. */
    GroupId,
    /** The number of the message within the group. */
    MsgSeq: Integer,
    /** The message as it is now. */
    MsgBody
  },
  {
    /** The topic that it was sent to. Absent, or empty, outside topics. */
    TopicId: t.string,
    /** Custom data of the message. Only the page about one-to-one messages mentions it. */
    CloudCustomData: t.string,
    /** When it happened, in milliseconds. It may be absent, as in other commands. */
    EventTime
  }
)

/** `Operator_Account` changed the message `MsgSeq` of the group `GroupId` to `MsgBody`. */
export interface GroupAfterModifyMsgPacket extends t.TypeOf<typeof groupAfterModifyMsg> {}
export const GroupAfterModifyMsgPacket: PacketCodec<GroupAfterModifyMsgPacket> = groupAfterModifyMsg
export interface GroupAfterModifyMsgCallback extends Callback<GroupAfterModifyMsgPacket> {}

/**
 * After a message of a group was changed.
 *
 * @see https://cloud.tencent.com/document/product/269/129193
 * @see `npx tencent-im-callbacks explain GroupAfterModifyMsg`
 */
export const GroupAfterModifyMsg: Definition<GroupAfterModifyMsgCallback> = after(GroupAfterModifyMsgPacket)

/** Parses {@link GroupAfterModifyMsg} callbacks: which message was changed to what. */
export const parseGroupAfterModifyMsgCallback = parser(GroupAfterModifyMsg)
