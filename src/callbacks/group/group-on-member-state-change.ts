import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, oneOf, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { GroupMember } from './group-member'

const groupOnMemberStateChange = packet(
  'Group.CallbackOnMemberStateChange',
  {
    /** The group. */
    GroupId,
    /** Whether they came or went. */
    EventType: oneOf('MemberEventType', ['Offline', 'Online']),
    /** Who came or went. */
    MemberList: list(GroupMember)
  },
  {
    /** Why. Older packets do not have it. */
    EventCause: oneOf('MemberEventCause', ['HeartbeatInterrupt', 'HeartbeatRecover', 'Join', 'Quit']),
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime,
    /** What kind of group it is. Undocumented: only code of other people mentions it. */
    Type: GroupType
  }
)

/** The users of `MemberList` came online in the group `GroupId`, or went offline. */
export interface GroupOnMemberStateChangePacket extends t.TypeOf<typeof groupOnMemberStateChange> {}
export const GroupOnMemberStateChangePacket: PacketCodec<GroupOnMemberStateChangePacket> = groupOnMemberStateChange
export interface GroupOnMemberStateChangeCallback extends Callback<GroupOnMemberStateChangePacket> {}

/**
 * After members of an `AVChatRoom` came online or went offline. `Join` comes with the first client of a user, `Quit`
 * with the last. Its URL has neither `ClientIP` nor `OptPlatform`.
 *
 * @see https://www.tencentcloud.com/document/product/1047/48734
 * @see `npx tencent-im-callbacks explain GroupOnMemberStateChange`
 */
export const GroupOnMemberStateChange: Definition<GroupOnMemberStateChangeCallback> =
  after(GroupOnMemberStateChangePacket)

/** Parses {@link GroupOnMemberStateChange} callbacks: who came or went. */
export const parseGroupOnMemberStateChangeCallback = parser(GroupOnMemberStateChange)
