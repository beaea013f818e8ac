import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { OperatorAccount } from '../../values/operator-account'
import { GroupMember } from './group-member'

const groupAfterDestroyed = packet(
  'Group.CallbackAfterGroupDestroyed',
  {
    /** The group. */
    GroupId,
    /** What kind of group it is. */
    Type: GroupType
  },
  {
    /** Who owned it. A group need not have an owner: expect it to be empty or absent then. */
    Owner_Account: OperatorAccount,
    /** Its name. It is in all samples, though in no field table. */
    Name: t.string,
    /** Who was in it. A `Community` does not tell. */
    MemberList: list(GroupMember),
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** The group `GroupId` no longer exists, and nothing tells who disbanded it. */
export interface GroupAfterDestroyedPacket extends t.TypeOf<typeof groupAfterDestroyed> {}
export const GroupAfterDestroyedPacket: PacketCodec<GroupAfterDestroyedPacket> = groupAfterDestroyed
export interface GroupAfterDestroyedCallback extends Callback<GroupAfterDestroyedPacket> {}

/**
 * After a group was disbanded. Its switch in the console turns on `GroupAfterTopicDestroyed`, too.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34377
 * @see `npx tencent-im-callbacks explain GroupAfterDestroyed`
 */
export const GroupAfterDestroyed: Definition<GroupAfterDestroyedCallback> = after(GroupAfterDestroyedPacket)

/** Parses {@link GroupAfterDestroyed} callbacks: which group is gone. */
export const parseGroupAfterDestroyedCallback = parser(GroupAfterDestroyed)
