import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'
import { Integer } from '../../values/integer'
import { UserId } from '../../values/user-id'

const groupReadInfo = record('GroupReadInfo', {
  /** The group. */
  GroupId,
  /** The number of the last message there that is read. */
  MsgSeq: Integer
})

/** A group whose messages a user marked as read. */
export interface GroupReadInfo extends t.TypeOf<typeof groupReadInfo> {}
export const GroupReadInfo: JsonCodec<GroupReadInfo> = groupReadInfo

const c2cAfterMsgReadAll = packet(
  'C2C.CallbackAfterMsgReadAll',
  {
    /** Who marked everything as read. */
    Report_Account: UserId
  },
  {
    /** The groups among them. Absent where only one-to-one conversations were marked. */
    GroupReadInfo: list(GroupReadInfo),
    /** When it happened, in milliseconds. */
    EventTime
  }
)

/** `Report_Account` marked all messages as read, also those in groups. */
export interface C2CAfterMsgReadAllPacket extends t.TypeOf<typeof c2cAfterMsgReadAll> {}
export const C2CAfterMsgReadAllPacket: PacketCodec<C2CAfterMsgReadAllPacket> = c2cAfterMsgReadAll
export interface C2CAfterMsgReadAllCallback extends Callback<C2CAfterMsgReadAllPacket> {}

/**
 * After a user marked all messages as read: those in groups, too, whatever the name says.
 *
 * @see https://cloud.tencent.com/document/product/269/128225
 * @see `npx tencent-im-callbacks explain C2CAfterMsgReadAll`
 */
export const C2CAfterMsgReadAll: Definition<C2CAfterMsgReadAllCallback> = after(C2CAfterMsgReadAllPacket)

/** Parses {@link C2CAfterMsgReadAll} callbacks. */
export const parseC2CAfterMsgReadAllCallback = parser(C2CAfterMsgReadAll)
