import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { GroupAtInfo } from '../../messages/group-at-info'
import { MsgBody } from '../../messages/msg-body'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { Integer } from '../../values/integer'
import { OperatorAccount } from '../../values/operator-account'
import { Seconds } from '../../values/seconds'
import { UserId } from '../../values/user-id'

const groupAfterSendMsg = packet(
  'Group.CallbackAfterSendMsg',
  {
    /** The group that it was sent to. */
    GroupId,
    /** What kind of group it is. */
    Type: GroupType,
    /** Whose message it is. */
    From_Account: UserId,
    /** The message. */
    MsgBody
  },
  {
    /** Who sent it: an administrator, where one did so in the name of `From_Account`. It may be empty or absent. */
    Operator_Account: OperatorAccount,
    /** A random number that the sender chose: `MsgRandom` of one-to-one messages. The oldest packets lack it. */
    Random: Integer,
    /** Its number within the group, which orders the messages. The oldest packets do not have it. */
    MsgSeq: Integer,
    /** When the server took it, in seconds. The oldest packets do not have it. */
    MsgTime: Seconds,
    /** 1 where only those who are online get it, else 0. Older packets do not have it. */
    OnlineOnlyFlag: Integer,
    /** Custom data of the message. Absent where the sender gave none. */
    CloudCustomData: t.string,
    /** The topic that it was sent to. Absent, or empty, outside topics. */
    TopicId: t.string,
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime,
    /** The id that clients know it by. Only newer packets have it. */
    MsgId: t.string,
    /** Who is mentioned, at most 30. Absent where nobody is. */
    GroupAtInfo: list(GroupAtInfo),
    /** How urgent it is: `High`, `Normal`, `Low` or `Lowest`. Undocumented, yet real packets have had it. */
    MsgPriority: t.string
  }
)

/** `From_Account` sent `MsgBody` to the group `GroupId`. */
export interface GroupAfterSendMsgPacket extends t.TypeOf<typeof groupAfterSendMsg> {}
export const GroupAfterSendMsgPacket: PacketCodec<GroupAfterSendMsgPacket> = groupAfterSendMsg
export interface GroupAfterSendMsgCallback extends Callback<GroupAfterSendMsgPacket> {}

/**
 * After a message was sent to a group. One that could not be sent comes as `GroupSendMsgException`.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34375
 * @see `npx tencent-im-callbacks explain GroupAfterSendMsg`
 */
export const GroupAfterSendMsg: Definition<GroupAfterSendMsgCallback> = after(GroupAfterSendMsgPacket)

/** Parses {@link GroupAfterSendMsg} callbacks: who sent what to which group. */
export const parseGroupAfterSendMsgCallback = parser(GroupAfterSendMsg)
