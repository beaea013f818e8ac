import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { oneOf, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { OperatorAccount } from '../../values/operator-account'
import { UserId } from '../../values/user-id'

const groupAfterMemberFieldChanged = packet(
  'Group.CallbackAfterMemberFieldChanged',
  {
    /** The group. */
    GroupId,
    /** What kind of group it is. */
    Type: GroupType,
    /** Who changed it. It may be empty. */
    Operator_Account: OperatorAccount
  },
  {
    /** Whose membership it is. Tencent's English page has this name, the Chinese one `Modified_Account`: read both. */
    Member_Account: UserId,
    /** Whose membership it is. Tencent's Chinese page has this name, the English one `Member_Account`: read both. */
    Modified_Account: UserId,
    /** The new role: `Member` where an administrator no longer is one. Absent where it stays. */
    Role: oneOf('MemberRole', ['Admin', 'Member']),
    /** The new name in the group. Absent where it stays. */
    NameCard: t.string,
    /** When it happened, in milliseconds. It may be absent, as in other commands. */
    EventTime
  }
)

/** `Operator_Account` changed the role or the name of a member of the group `GroupId`. */
export interface GroupAfterMemberFieldChangedPacket extends t.TypeOf<typeof groupAfterMemberFieldChanged> {}
export const GroupAfterMemberFieldChangedPacket: PacketCodec<GroupAfterMemberFieldChangedPacket> =
  groupAfterMemberFieldChanged
export interface GroupAfterMemberFieldChangedCallback extends Callback<GroupAfterMemberFieldChangedPacket> {}

/**
 * After the role or the name of a member in a group was changed. Who it was is in `Member_Account` or in
 * `Modified_Account`.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60393
 * @see `npx tencent-im-callbacks explain GroupAfterMemberFieldChanged`
 */
export const GroupAfterMemberFieldChanged: Definition<GroupAfterMemberFieldChangedCallback> = after(
  GroupAfterMemberFieldChangedPacket
)

/** Parses {@link GroupAfterMemberFieldChanged} callbacks: what was changed about which member. */
export const parseGroupAfterMemberFieldChangedCallback = parser(GroupAfterMemberFieldChanged)
