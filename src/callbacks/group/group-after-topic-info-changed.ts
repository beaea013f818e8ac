import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { OperatorAccount } from '../../values/operator-account'

const groupAfterTopicInfoChanged = packet(
  'Group.CallbackAfterTopicInfoChanged',
  {
    /** The community. */
    GroupId,
    /** What kind of group it is: only a `Community` has topics. */
    Type: GroupType,
    /** Who changed it. It may be empty. */
    Operator_Account: OperatorAccount
  },
  {
    /** The new name. Absent where it stays. */
    Name: t.string,
    /** The new introduction. Absent where it stays. */
    Introduction: t.string,
    /** The new announcement. Absent where it stays. */
    Notification: t.string,
    /** The address of the new picture. Absent where it stays. */
    FaceUrl: t.string,
    /** The topic. No page mentions it, so do not expect to learn which topic it was. */
    TopicId: t.string,
    /** When it happened, in milliseconds. Tencent's page does not mention it. */
    EventTime
  }
)

/** `Operator_Account` changed a topic of the community `GroupId`: only what was changed is there. */
export interface GroupAfterTopicInfoChangedPacket extends t.TypeOf<typeof groupAfterTopicInfoChanged> {}
export const GroupAfterTopicInfoChangedPacket: PacketCodec<GroupAfterTopicInfoChangedPacket> =
  groupAfterTopicInfoChanged
export interface GroupAfterTopicInfoChangedCallback extends Callback<GroupAfterTopicInfoChangedPacket> {}

/**
 * After the name, the introduction, the announcement or the picture of a topic was changed. The switch of
 * `GroupAfterInfoChanged` in the console turns it on, too.
 *
 * @see https://www.tencentcloud.com/document/product/1047/49466
 * @see `npx tencent-im-callbacks explain GroupAfterTopicInfoChanged`
 */
export const GroupAfterTopicInfoChanged: Definition<GroupAfterTopicInfoChangedCallback> = after(
  GroupAfterTopicInfoChangedPacket
)

/** Parses {@link GroupAfterTopicInfoChanged} callbacks: what was changed about a topic. */
export const parseGroupAfterTopicInfoChangedCallback = parser(GroupAfterTopicInfoChanged)
