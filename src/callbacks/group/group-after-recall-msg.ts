import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { Integer } from '../../values/integer'
import { OperatorAccount } from '../../values/operator-account'

const recalledMsg = record(
  'RecalledMsg',
  {
    /** Its number within the group. */
    MsgSeq: Integer
  },
  {
    /** The id that clients know it by. Only newer packets have it. */
    MsgId: t.string
  }
)

/** A group message that was recalled. */
export interface RecalledMsg extends t.TypeOf<typeof recalledMsg> {}
export const RecalledMsg: JsonCodec<RecalledMsg> = recalledMsg

const groupAfterRecallMsg = packet(
  'Group.CallbackAfterRecallMsg',
  {
    /** Who recalled them. It may be empty. */
    Operator_Account: OperatorAccount,
    /** What kind of group it is. */
    Type: GroupType,
    /** The group. */
    GroupId,
    /** The messages that were recalled. */
    MsgSeqList: list(RecalledMsg)
  },
  {
    /** The topic that they were sent to. Absent, or empty, outside topics. */
    TopicId: t.string,
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `Operator_Account` recalled the messages of `MsgSeqList` from the group `GroupId`. */
export interface GroupAfterRecallMsgPacket extends t.TypeOf<typeof groupAfterRecallMsg> {}
export const GroupAfterRecallMsgPacket: PacketCodec<GroupAfterRecallMsgPacket> = groupAfterRecallMsg
export interface GroupAfterRecallMsgCallback extends Callback<GroupAfterRecallMsgPacket> {}

/**
 * After messages of a group were recalled.
 *
 * @see https://www.tencentcloud.com/document/product/1047/46979
 * @see `npx tencent-im-callbacks explain GroupAfterRecallMsg`
 */
export const GroupAfterRecallMsg: Definition<GroupAfterRecallMsgCallback> = after(GroupAfterRecallMsgPacket)

/** Parses {@link GroupAfterRecallMsg} callbacks: which messages were recalled. */
export const parseGroupAfterRecallMsgCallback = parser(GroupAfterRecallMsg)
