import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { MsgBody } from '../../messages/msg-body'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { Integer } from '../../values/integer'
import { OperatorAccount } from '../../values/operator-account'
import { UserId } from '../../values/user-id'

const groupSendMsgException = packet(
  'Group.CallbackSendMsgException',
  {
    /** The group that it was for. */
    GroupId,
    /** Whose message it is. */
    From_Account: UserId,
    /** Who tried to send it: an administrator, where one did so in the name of `From_Account`. It may be empty. */
    Operator_Account: OperatorAccount,
    /** A random number that the sender chose. One-to-one messages call theirs `MsgRandom`. */
    Random: Integer,
    /** The message. */
    MsgBody,
    /** Why it was not sent: 10023 says that there were too many messages. */
    ErrorCode: Integer,
    /** Why it was not sent, in words. */
    ErrorInfo: t.string
  },
  {
    /** What kind of group it is. A wrong group id is one of the reasons to fail, so do not rely on it. */
    Type: GroupType,
    /** 1 where only those who are online get it, else 0. Older packets do not have it. */
    OnlineOnlyFlag: Integer,
    /** Custom data of the message. Absent where the sender gave none. */
    CloudCustomData: t.string,
    /** The topic that it was for. Only the pages of the other message commands mention it. */
    TopicId: t.string,
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `MsgBody` was not sent to the group `GroupId`: `ErrorCode` tells why. */
export interface GroupSendMsgExceptionPacket extends t.TypeOf<typeof groupSendMsgException> {}
export const GroupSendMsgExceptionPacket: PacketCodec<GroupSendMsgExceptionPacket> = groupSendMsgException
export interface GroupSendMsgExceptionCallback extends Callback<GroupSendMsgExceptionPacket> {}

/**
 * After a message could not be sent to a group.
 *
 * @see https://www.tencentcloud.com/document/product/1047/49462
 * @see `npx tencent-im-callbacks explain GroupSendMsgException`
 */
export const GroupSendMsgException: Definition<GroupSendMsgExceptionCallback> = after(GroupSendMsgExceptionPacket)

/** Parses {@link GroupSendMsgException} callbacks: which message was not sent, and why. */
export const parseGroupSendMsgExceptionCallback = parser(GroupSendMsgException)
