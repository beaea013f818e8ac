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

const groupAfterNewMemberJoin = packet(
  'Group.CallbackAfterNewMemberJoin',
  {
    /** The group. */
    GroupId,
    /** What kind of group it is. */
    Type: GroupType,
    /** Whether they asked to join or were invited. */
    JoinType: oneOf('JoinType', ['Apply', 'Invited']),
    /** Who let them in, or joined. It may be empty. */
    Operator_Account: OperatorAccount,
    /** Who joined. */
    NewMemberList: list(GroupMember)
  },
  {
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** The users of `NewMemberList` are now members of the group `GroupId`. */
export interface GroupAfterNewMemberJoinPacket extends t.TypeOf<typeof groupAfterNewMemberJoin> {}
export const GroupAfterNewMemberJoinPacket: PacketCodec<GroupAfterNewMemberJoinPacket> = groupAfterNewMemberJoin
export interface GroupAfterNewMemberJoinCallback extends Callback<GroupAfterNewMemberJoinPacket> {}

/**
 * After users joined a group.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34372
 * @see `npx tencent-im-callbacks explain GroupAfterNewMemberJoin`
 */
export const GroupAfterNewMemberJoin: Definition<GroupAfterNewMemberJoinCallback> = after(GroupAfterNewMemberJoinPacket)

/** Parses {@link GroupAfterNewMemberJoin} callbacks: who joined which group. */
export const parseGroupAfterNewMemberJoinCallback = parser(GroupAfterNewMemberJoin)
