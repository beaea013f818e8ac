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
import { UserDefinedData } from './user-defined-data'

const groupAfterCreate = packet(
  'Group.CallbackAfterCreateGroup',
  {
    /** The group. */
    GroupId,
    /** Who created it. It may be empty. */
    Operator_Account: OperatorAccount,
    /** What kind of group it is. */
    Type: GroupType,
    /** Its name. */
    Name: t.string
  },
  {
    /** Who owns it. A group need not have an owner: expect it to be empty or absent then. */
    Owner_Account: OperatorAccount,
    /** Who is in it from the start. Not every request names members. */
    MemberList: list(GroupMember),
    /** The custom fields that it was created with. Absent where the app has none, or none was set. */
    UserDefinedDataList: list(UserDefinedData),
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `Operator_Account` created the group `GroupId`. */
export interface GroupAfterCreatePacket extends t.TypeOf<typeof groupAfterCreate> {}
export const GroupAfterCreatePacket: PacketCodec<GroupAfterCreatePacket> = groupAfterCreate
export interface GroupAfterCreateCallback extends Callback<GroupAfterCreatePacket> {}

/**
 * After a group was created. For a `Community` it comes some three seconds late. Its switch in the console turns on
 * `GroupAfterCreateTopic`, too.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34369
 * @see `npx tencent-im-callbacks explain GroupAfterCreate`
 */
export const GroupAfterCreate: Definition<GroupAfterCreateCallback> = after(GroupAfterCreatePacket)

/** Parses {@link GroupAfterCreate} callbacks: who created which group. */
export const parseGroupAfterCreateCallback = parser(GroupAfterCreate)
