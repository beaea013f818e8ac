import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { GroupId } from '../../values/group-id'

const groupAfterFull = packet(
  'Group.CallbackAfterGroupFull',
  {
    /** The group. */
    GroupId
  },
  {
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** The group `GroupId` has as many members as it may have. */
export interface GroupAfterFullPacket extends t.TypeOf<typeof groupAfterFull> {}
export const GroupAfterFullPacket: PacketCodec<GroupAfterFullPacket> = groupAfterFull
export interface GroupAfterFullCallback extends Callback<GroupAfterFullPacket> {}

/**
 * After a group became full, and again whenever it is too full for somebody to join.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34376
 * @see `npx tencent-im-callbacks explain GroupAfterFull`
 */
export const GroupAfterFull: Definition<GroupAfterFullCallback> = after(GroupAfterFullPacket)

/** Parses {@link GroupAfterFull} callbacks: which group is full. */
export const parseGroupAfterFullCallback = parser(GroupAfterFull)
