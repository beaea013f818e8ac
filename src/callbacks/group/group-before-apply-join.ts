import type * as t from 'io-ts'
import type { AwaitingCallback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { before, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { decisionReply, type DecisionReply } from '../../replies/decision-reply'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { UserId } from '../../values/user-id'

const groupBeforeApplyJoin = packet(
  'Group.CallbackBeforeApplyJoinGroup',
  {
    /** The group. */
    GroupId,
    /** What kind of group it is. */
    Type: GroupType,
    /** Who asks to join. It is spelled `Requestor` here, and `Requester` in the friend commands. */
    Requestor_Account: UserId
  },
  {
    /** When it was attempted, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `Requestor_Account` asks to join the group `GroupId`. */
export interface GroupBeforeApplyJoinPacket extends t.TypeOf<typeof groupBeforeApplyJoin> {}
export const GroupBeforeApplyJoinPacket: PacketCodec<GroupBeforeApplyJoinPacket> = groupBeforeApplyJoin
export interface GroupBeforeApplyJoinCallback extends AwaitingCallback<GroupBeforeApplyJoinPacket> {}

/**
 * Before a user asks to join a group: whether the request goes on. Where the group wants an administrator to approve
 * it, that still comes afterwards. Only clients cause it, not the REST API.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34370
 * @see `npx tencent-im-callbacks explain GroupBeforeApplyJoin`
 */
export const GroupBeforeApplyJoin: Definition<GroupBeforeApplyJoinCallback, DecisionReply> = before(
  GroupBeforeApplyJoinPacket,
  decisionReply([10100, 10200])
)

/** Parses {@link GroupBeforeApplyJoin} callbacks: who asks to join which group. */
export const parseGroupBeforeApplyJoinCallback = parser(GroupBeforeApplyJoin)
