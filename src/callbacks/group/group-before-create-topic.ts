import * as t from 'io-ts'
import type { AwaitingCallback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { before, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { decisionReply, type DecisionReply } from '../../replies/decision-reply'
import { EventTime } from '../../values/event-time'
import { GroupType } from '../../values/group-type'
import { OperatorAccount } from '../../values/operator-account'

const groupBeforeCreateTopic = packet(
  'Group.CallbackBeforeCreateTopic',
  {
    /** Who wants to create the topic. It may be empty. */
    Operator_Account: OperatorAccount,
    /** What kind of group it is: only a `Community` has topics. */
    Type: GroupType,
    /** The name that it is to have. */
    Name: t.string
  },
  {
    /** When it was attempted, in milliseconds. Tencent's page does not mention it. */
    EventTime
  }
)

/** `Operator_Account` wants to create a topic; nothing tells in which community. */
export interface GroupBeforeCreateTopicPacket extends t.TypeOf<typeof groupBeforeCreateTopic> {}
export const GroupBeforeCreateTopicPacket: PacketCodec<GroupBeforeCreateTopicPacket> = groupBeforeCreateTopic
export interface GroupBeforeCreateTopicCallback extends AwaitingCallback<GroupBeforeCreateTopicPacket> {}

/**
 * Before a topic is created in a community: whether it may be. The switch of `GroupBeforeCreate` in the console turns
 * it on, too.
 *
 * @see https://www.tencentcloud.com/document/product/1047/49463
 * @see `npx tencent-im-callbacks explain GroupBeforeCreateTopic`
 */
export const GroupBeforeCreateTopic: Definition<GroupBeforeCreateTopicCallback, DecisionReply> = before(
  GroupBeforeCreateTopicPacket,
  decisionReply([10100, 10200])
)

/** Parses {@link GroupBeforeCreateTopic} callbacks: who wants to create which topic. */
export const parseGroupBeforeCreateTopicCallback = parser(GroupBeforeCreateTopic)
