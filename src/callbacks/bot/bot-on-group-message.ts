import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { MsgBody } from '../../messages/msg-body'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { Integer } from '../../values/integer'
import { OperatorAccount } from '../../values/operator-account'
import { Seconds } from '../../values/seconds'
import { UserId } from '../../values/user-id'

const botOnGroupMessage = packet(
  'Bot.OnGroupMessage',
  {
    /** The group. */
    GroupId,
    /** What kind of group it is. */
    Type: GroupType,
    /** Who sent it. */
    From_Account: UserId,
    /** Who made the request: an administrator, say, who sends in the name of `From_Account`. It may be empty. */
    Operator_Account: OperatorAccount,
    /** A random number that the sender gave the message. One-to-one messages call it `MsgRandom`. */
    Random: Integer,
    /** The number of the message in its group, which counts up from 1. */
    MsgSeq: Integer,
    /** When it was sent, in seconds. */
    MsgTime: Seconds,
    /** The message itself. */
    MsgBody
  },
  {
    /** 1 if only users who are online get it, else 0. */
    OnlineOnlyFlag: Integer,
    /** The bots that it mentions. */
    AtRobots_Account: list(UserId),
    /** Custom data that the sender attached. It may be empty, and is absent where there is none. */
    CloudCustomData: t.string,
    /** The topic of a community. Absent or empty outside topics. */
    TopicId: t.string,
    /** The name of the group. Undocumented. */
    GroupName: t.string,
    /** The id that the client SDKs know it by. Undocumented here. */
    MsgId: t.string,
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** `From_Account` mentioned bots in the group `GroupId`. */
export interface BotOnGroupMessagePacket extends t.TypeOf<typeof botOnGroupMessage> {}
export const BotOnGroupMessagePacket: PacketCodec<BotOnGroupMessagePacket> = botOnGroupMessage
export interface BotOnGroupMessageCallback extends Callback<BotOnGroupMessagePacket> {}

/**
 * After a message in a group mentioned a bot. A message that mentions everybody does not cause it.
 *
 * @see https://www.tencentcloud.com/document/product/1047/68953
 * @see `npx tencent-im-callbacks explain BotOnGroupMessage`
 */
export const BotOnGroupMessage: Definition<BotOnGroupMessageCallback> = after(BotOnGroupMessagePacket)

/** Parses {@link BotOnGroupMessage} callbacks. */
export const parseBotOnGroupMessageCallback = parser(BotOnGroupMessage)
