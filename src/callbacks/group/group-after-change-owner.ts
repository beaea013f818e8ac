import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { OperatorAccount } from '../../values/operator-account'
import { UserId } from '../../values/user-id'

const groupAfterChangeOwner = packet(
  'Group.CallbackAfterChangeGroupOwner',
  {
    /** The group. */
    GroupId,
    /** What kind of group it is. */
    Type: GroupType,
    /** Who changed it. It may be empty. */
    Operator_Account: OperatorAccount,
    /** Who owned the group. Empty, most likely, where nobody did. */
    OldOwner_Account: OperatorAccount,
    /** Who owns it now. */
    NewOwner_Account: UserId
  },
  {
    /** When it happened, in milliseconds. It may be absent, as in other commands. */
    EventTime
  }
)

/** The group `GroupId` belongs to `NewOwner_Account` now. */
export interface GroupAfterChangeOwnerPacket extends t.TypeOf<typeof groupAfterChangeOwner> {}
export const GroupAfterChangeOwnerPacket: PacketCodec<GroupAfterChangeOwnerPacket> = groupAfterChangeOwner
export interface GroupAfterChangeOwnerCallback extends Callback<GroupAfterChangeOwnerPacket> {}

/**
 * After a group got another owner.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60396
 * @see `npx tencent-im-callbacks explain GroupAfterChangeOwner`
 */
export const GroupAfterChangeOwner: Definition<GroupAfterChangeOwnerCallback> = after(GroupAfterChangeOwnerPacket)

/** Parses {@link GroupAfterChangeOwner} callbacks: who owns which group now. */
export const parseGroupAfterChangeOwnerCallback = parser(GroupAfterChangeOwner)
