import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'

const groupAfterTopicDestroyed = packet(
  'Group.CallbackAfterTopicDestroyed',
  {
    /** The community. */
    GroupId,
    /** What kind of group it is: only a `Community` has topics. */
    Type: GroupType,
    /** The topics that are gone. */
    TopicIdList: list(t.string)
  },
  {
    /** When it happened, in milliseconds. Tencent's page does not mention it. */
    EventTime
  }
)

/** The topics of `TopicIdList` no longer exist in the community `GroupId`, and nothing tells who deleted them. */
export interface GroupAfterTopicDestroyedPacket extends t.TypeOf<typeof groupAfterTopicDestroyed> {}
export const GroupAfterTopicDestroyedPacket: PacketCodec<GroupAfterTopicDestroyedPacket> = groupAfterTopicDestroyed
export interface GroupAfterTopicDestroyedCallback extends Callback<GroupAfterTopicDestroyedPacket> {}

/**
 * After topics of a community were deleted. The switch of `GroupAfterDestroyed` in the console turns it on, too.
 *
 * @see https://www.tencentcloud.com/document/product/1047/49465
 * @see `npx tencent-im-callbacks explain GroupAfterTopicDestroyed`
 */
export const GroupAfterTopicDestroyed: Definition<GroupAfterTopicDestroyedCallback> =
  after(GroupAfterTopicDestroyedPacket)

/** Parses {@link GroupAfterTopicDestroyed} callbacks: which topics are gone. */
export const parseGroupAfterTopicDestroyedCallback = parser(GroupAfterTopicDestroyed)
