import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { OperatorAccount } from '../../values/operator-account'
import { UserDefinedData } from './user-defined-data'

const groupAfterCreateTopic = packet(
  'Group.CallbackAfterCreateTopic',
  {
    /** The community. */
    GroupId,
    /** The topic. */
    TopicId: t.string,
    /** Who created it. It may be empty. */
    Operator_Account: OperatorAccount,
    /** What kind of group it is: only a `Community` has topics. */
    Type: GroupType,
    /** Its name. */
    Name: t.string
  },
  {
    /** Who owns the community. A group need not have an owner: expect it to be empty or absent then. */
    Owner_Account: OperatorAccount,
    /** The custom fields that it was created with. Absent where the app has none, or none was set. */
    UserDefinedDataList: list(UserDefinedData),
    /** When it happened, in milliseconds. Tencent's page does not mention it. */
    EventTime
  }
)

/** `Operator_Account` created the topic `TopicId` in the community `GroupId`. */
export interface GroupAfterCreateTopicPacket extends t.TypeOf<typeof groupAfterCreateTopic> {}
export const GroupAfterCreateTopicPacket: PacketCodec<GroupAfterCreateTopicPacket> = groupAfterCreateTopic
export interface GroupAfterCreateTopicCallback extends Callback<GroupAfterCreateTopicPacket> {}

/**
 * After a topic was created in a community. The switch of `GroupAfterCreate` in the console turns it on, too.
 *
 * @see https://www.tencentcloud.com/document/product/1047/49464
 * @see `npx tencent-im-callbacks explain GroupAfterCreateTopic`
 */
export const GroupAfterCreateTopic: Definition<GroupAfterCreateTopicCallback> = after(GroupAfterCreateTopicPacket)

/** Parses {@link GroupAfterCreateTopic} callbacks: who created which topic. */
export const parseGroupAfterCreateTopicCallback = parser(GroupAfterCreateTopic)
