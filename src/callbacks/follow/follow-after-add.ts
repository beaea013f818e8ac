import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { UserId } from '../../values/user-id'

const followItem = record('FollowItem', {
  /** Who is followed. */
  To_Account: UserId
})

/** A user who is followed from now on. */
export interface FollowItem extends t.TypeOf<typeof followItem> {}
export const FollowItem: JsonCodec<FollowItem> = followItem

const followAfterAdd = packet(
  'Follow.CallbackAfterFollowAdd',
  {
    /** Who follows. */
    From_Account: UserId,
    /** Who is followed from now on. */
    FollowList: list(FollowItem)
  },
  {
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `From_Account` now follows the users of `FollowList`. */
export interface FollowAfterAddPacket extends t.TypeOf<typeof followAfterAdd> {}
export const FollowAfterAddPacket: PacketCodec<FollowAfterAddPacket> = followAfterAdd
export interface FollowAfterAddCallback extends Callback<FollowAfterAddPacket> {}

/**
 * After a user followed others.
 *
 * @see https://www.tencentcloud.com/document/product/1047/70355
 * @see `npx tencent-im-callbacks explain FollowAfterAdd`
 */
export const FollowAfterAdd: Definition<FollowAfterAddCallback> = after(FollowAfterAddPacket)

/** Parses {@link FollowAfterAdd} callbacks. */
export const parseFollowAfterAddCallback = parser(FollowAfterAdd)
