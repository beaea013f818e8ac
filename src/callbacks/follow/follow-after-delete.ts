import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { UserId } from '../../values/user-id'

const followAfterDelete = packet(
  'Follow.CallbackAfterFollowDelete',
  {
    /** Who followed. */
    From_Account: UserId,
    /** Who is no longer followed: a list of ids, where `FollowAfterAdd` has one of objects. */
    To_Account: list(UserId)
  },
  {
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime
  }
)

/** `From_Account` no longer follows the users of `To_Account`. */
export interface FollowAfterDeletePacket extends t.TypeOf<typeof followAfterDelete> {}
export const FollowAfterDeletePacket: PacketCodec<FollowAfterDeletePacket> = followAfterDelete
export interface FollowAfterDeleteCallback extends Callback<FollowAfterDeletePacket> {}

/**
 * After a user stopped following others.
 *
 * @see https://www.tencentcloud.com/document/product/1047/70356
 * @see `npx tencent-im-callbacks explain FollowAfterDelete`
 */
export const FollowAfterDelete: Definition<FollowAfterDeleteCallback> = after(FollowAfterDeletePacket)

/** Parses {@link FollowAfterDelete} callbacks. */
export const parseFollowAfterDeleteCallback = parser(FollowAfterDelete)
