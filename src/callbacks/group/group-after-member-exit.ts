import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, oneOf, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { OperatorAccount } from '../../values/operator-account'
import { GroupMember } from './group-member'

const groupAfterMemberExit = packet(
  'Group.CallbackAfterMemberExit',
  {
    /** The group. */
    GroupId,
    /** What kind of group it is. */
    Type: GroupType,
    /** Whether they were removed or left by themselves. */
    ExitType: oneOf('ExitType', ['Kicked', 'Quit']),
    /** Who removed them, or left. It may be empty. */
    Operator_Account: OperatorAccount,
    /** Who is no longer in it. */
    ExitMemberList: list(GroupMember)
  },
  {
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** The users of `ExitMemberList` are no longer members of the group `GroupId`. */
export interface GroupAfterMemberExitPacket extends t.TypeOf<typeof groupAfterMemberExit> {}
export const GroupAfterMemberExitPacket: PacketCodec<GroupAfterMemberExitPacket> = groupAfterMemberExit
export interface GroupAfterMemberExitCallback extends Callback<GroupAfterMemberExitPacket> {}

/**
 * After users left a group, or were removed from it.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34373
 * @see `npx tencent-im-callbacks explain GroupAfterMemberExit`
 */
export const GroupAfterMemberExit: Definition<GroupAfterMemberExitCallback> = after(GroupAfterMemberExitPacket)

/** Parses {@link GroupAfterMemberExit} callbacks: who left which group. */
export const parseGroupAfterMemberExitCallback = parser(GroupAfterMemberExit)
