import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { OperatorAccount } from '../../values/operator-account'
import { UserDefinedData } from './user-defined-data'

const groupAfterInfoChanged = packet(
  'Group.CallbackAfterGroupInfoChanged',
  {
    /** The group. */
    GroupId,
    /** What kind of group it is. */
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
    /** The custom fields that were changed. Only packets before June 2020 are known to have them. */
    UserDefinedDataList: list(UserDefinedData),
    /** Undocumented: only code of other people mentions it, so nothing is known about its shape. */
    ShutUpAllMember: t.unknown,
    /** Undocumented: only code of other people mentions it, so nothing is known about its shape. */
    ApplyJoinOption: t.unknown,
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `Operator_Account` changed the group `GroupId`: only what was changed is there. */
export interface GroupAfterInfoChangedPacket extends t.TypeOf<typeof groupAfterInfoChanged> {}
export const GroupAfterInfoChangedPacket: PacketCodec<GroupAfterInfoChangedPacket> = groupAfterInfoChanged
export interface GroupAfterInfoChangedCallback extends Callback<GroupAfterInfoChangedPacket> {}

/**
 * After the name, the introduction, the announcement or the picture of a group was changed. Its switch in the console
 * turns on `GroupAfterTopicInfoChanged` and `GroupOnDailyQuotaAlarm`, too.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34378
 * @see `npx tencent-im-callbacks explain GroupAfterInfoChanged`
 */
export const GroupAfterInfoChanged: Definition<GroupAfterInfoChangedCallback> = after(GroupAfterInfoChangedPacket)

/** Parses {@link GroupAfterInfoChanged} callbacks: what was changed about which group. */
export const parseGroupAfterInfoChangedCallback = parser(GroupAfterInfoChanged)
