import * as t from 'io-ts'
import type { AwaitingCallback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { before, type Definition } from '../../definition'
import { GroupAtInfo } from '../../messages/group-at-info'
import { MsgBody } from '../../messages/msg-body'
import { parser } from '../../parse-callback'
import { messageReply, type MessageReply } from '../../replies/message-reply'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { Integer } from '../../values/integer'
import { OperatorAccount } from '../../values/operator-account'
import { UserId } from '../../values/user-id'

const groupBeforeSendMsg = packet(
  'Group.CallbackBeforeSendMsg',
  {
    /** The group that it is for. */
    GroupId,
    /** What kind of group it is. */
    Type: GroupType,
    /** Whose message it is. */
    From_Account: UserId,
    /** Who sends it: an administrator, where one sends in the name of `From_Account`. It may be empty. */
    Operator_Account: OperatorAccount,
    /** A random number that the sender chose. One-to-one messages call theirs `MsgRandom`. */
    Random: Integer,
    /** The message. */
    MsgBody
  },
  {
    /** 1 where only those who are online get it, else 0. Older packets do not have it. */
    OnlineOnlyFlag: Integer,
    /** Custom data of the message. Absent where the sender gave none. */
    CloudCustomData: t.string,
    /** The topic that it is for. Absent, or empty, outside topics. */
    TopicId: t.string,
    /** When it was attempted, in milliseconds. Older packets do not have it. */
    EventTime,
    /** The id that clients know it by. Only newer packets have it. */
    MsgId: t.string,
    /** How urgent it is: `High`, `Normal`, `Low` or `Lowest`. Undocumented, yet real packets have had it. */
    MsgPriority: t.string,
    /** Who is mentioned. Documented for `GroupAfterSendMsg` only. */
    GroupAtInfo: list(GroupAtInfo)
  }
)

/** `From_Account` wants to send `MsgBody` to the group `GroupId`. */
export interface GroupBeforeSendMsgPacket extends t.TypeOf<typeof groupBeforeSendMsg> {}
export const GroupBeforeSendMsgPacket: PacketCodec<GroupBeforeSendMsgPacket> = groupBeforeSendMsg
export interface GroupBeforeSendMsgCallback extends AwaitingCallback<GroupBeforeSendMsgPacket> {}

/**
 * Before a message is sent to a group: send, change, refuse or drop it. It has neither `MsgSeq` nor `MsgTime` yet.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34374
 * @see `npx tencent-im-callbacks explain GroupBeforeSendMsg`
 */
export const GroupBeforeSendMsg: Definition<GroupBeforeSendMsgCallback, MessageReply> = before(
  GroupBeforeSendMsgPacket,
  messageReply([10100, 10200])
)

/** Parses {@link GroupBeforeSendMsg} callbacks: who wants to send what to which group. */
export const parseGroupBeforeSendMsgCallback = parser(GroupBeforeSendMsg)
