import * as t from 'io-ts'
import type { AwaitingCallback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { before, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { decisionReply, type DecisionReply } from '../../replies/decision-reply'
import { EventTime } from '../../values/event-time'
import { GroupType } from '../../values/group-type'
import { OperatorAccount } from '../../values/operator-account'
import { GroupMember } from './group-member'

const groupBeforeCreate = packet(
  'Group.CallbackBeforeCreateGroup',
  {
    /** Who wants to create the group. It may be empty. */
    Operator_Account: OperatorAccount,
    /** What kind of group it is to be. */
    Type: GroupType,
    /** The name that it is to have. */
    Name: t.string
  },
  {
    /** Who is to own it. A group need not have an owner: expect it to be empty or absent then. */
    Owner_Account: OperatorAccount,
    /** Who is to be in it from the start. Not every request names members. */
    MemberList: list(GroupMember),
    /** When it was attempted, in milliseconds. Older packets do not have it. */
    EventTime,
    /** How many such groups the user has: as a number or an object, under any of three names, or not at all. */
    CreateGroupNum: t.unknown,
    /** What `CreateGroupNum` says, under the name that samples of 2020 to 2022 have. */
    CreatedGroupNum: t.unknown,
    /** What `CreateGroupNum` says, under the oldest of its names. */
    CreatedNum: t.unknown,
    /** Undocumented: only code of other people mentions it, so nothing is known about its shape. */
    InviteOption: t.unknown
  }
)

/** `Operator_Account` wants to create a group, which has no id yet. */
export interface GroupBeforeCreatePacket extends t.TypeOf<typeof groupBeforeCreate> {}
export const GroupBeforeCreatePacket: PacketCodec<GroupBeforeCreatePacket> = groupBeforeCreate
export interface GroupBeforeCreateCallback extends AwaitingCallback<GroupBeforeCreatePacket> {}

/**
 * Before a group is created: whether it may be. Its switch in the console turns on `GroupBeforeCreateTopic`, too,
 * which waits for an answer of its own.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34368
 * @see `npx tencent-im-callbacks explain GroupBeforeCreate`
 */
export const GroupBeforeCreate: Definition<GroupBeforeCreateCallback, DecisionReply> = before(
  GroupBeforeCreatePacket,
  decisionReply([10100, 10200])
)

/** Parses {@link GroupBeforeCreate} callbacks: who wants to create which group. */
export const parseGroupBeforeCreateCallback = parser(GroupBeforeCreate)
