import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { GroupType } from '../../values/group-type'
import { Integer } from '../../values/integer'
import { GroupMember } from './group-member'

const groupMsgReceipt = record(
  'GroupMsgReceipt',
  {
    /** The number of the message within the group. */
    MsgSeq: Integer,
    /** How many members have read it. */
    ReadNum: Integer,
    /** How many members have not. */
    UnreadNum: Integer
  },
  {
    /** Who read it. Nobody has when it was just sent, so it may be absent. */
    ReadReceiptMembers: list(GroupMember)
  }
)

/** How many members have read a message. */
export interface GroupMsgReceipt extends t.TypeOf<typeof groupMsgReceipt> {}
export const GroupMsgReceipt: JsonCodec<GroupMsgReceipt> = groupMsgReceipt

const groupAfterReadReceipt = packet(
  'Group.CallbackAfterReadReceipt',
  {
    /** The group. */
    GroupId,
    /** What kind of group it is. A `Community` has no receipts. */
    Type: GroupType,
    /** How often each message was read. */
    GroupMsgReceiptList: list(GroupMsgReceipt)
  },
  {
    /** When it happened, in milliseconds. It may be absent, as in other commands. */
    EventTime
  }
)

/** The messages of `GroupMsgReceiptList` in the group `GroupId` have these receipts now. */
export interface GroupAfterReadReceiptPacket extends t.TypeOf<typeof groupAfterReadReceipt> {}
export const GroupAfterReadReceiptPacket: PacketCodec<GroupAfterReadReceiptPacket> = groupAfterReadReceipt
export interface GroupAfterReadReceiptCallback extends Callback<GroupAfterReadReceiptPacket> {}

/**
 * After a message that asks for receipts was sent to a group, and after somebody read one.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60395
 * @see `npx tencent-im-callbacks explain GroupAfterReadReceipt`
 */
export const GroupAfterReadReceipt: Definition<GroupAfterReadReceiptCallback> = after(GroupAfterReadReceiptPacket)

/** Parses {@link GroupAfterReadReceipt} callbacks: how many members have read which messages. */
export const parseGroupAfterReadReceiptCallback = parser(GroupAfterReadReceipt)
