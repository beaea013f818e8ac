import type * as t from 'io-ts'
import type { AwaitingCallback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { before, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { membersReply, type MembersReply } from '../../replies/members-reply'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { OperatorAccount } from '../../values/operator-account'
import { GroupMember } from './group-member'

const groupBeforeInviteJoin = packet(
  'Group.CallbackBeforeInviteJoinGroup',
  {
    /** The group. */
    GroupId,
    /** What kind of group it is. */
    Type: GroupType,
    /** Who invites them. It may be empty. */
    Operator_Account: OperatorAccount,
    /** Who is invited. Other commands call such a list `MemberList`. */
    DestinationMembers: list(GroupMember)
  },
  {
    /** When it was attempted, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `Operator_Account` invites the users of `DestinationMembers` to the group `GroupId`. */
export interface GroupBeforeInviteJoinPacket extends t.TypeOf<typeof groupBeforeInviteJoin> {}
export const GroupBeforeInviteJoinPacket: PacketCodec<GroupBeforeInviteJoinPacket> = groupBeforeInviteJoin
export interface GroupBeforeInviteJoinCallback extends AwaitingCallback<GroupBeforeInviteJoinPacket> {}

/**
 * Before users are brought into a group: all of them, some or none. Where invitations are for friends only, Tencent
 * has checked that before.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34371
 * @see `npx tencent-im-callbacks explain GroupBeforeInviteJoin`
 */
export const GroupBeforeInviteJoin: Definition<GroupBeforeInviteJoinCallback, MembersReply> = before(
  GroupBeforeInviteJoinPacket,
  membersReply(
    'RefusedMembers_Account',
    (callback: GroupBeforeInviteJoinCallback) =>
      callback.packet.DestinationMembers.map(({ Member_Account }) => Member_Account),
    [10100, 10200]
  )
)

/** Parses {@link GroupBeforeInviteJoin} callbacks: who invites whom to which group. */
export const parseGroupBeforeInviteJoinCallback = parser(GroupBeforeInviteJoin)
