import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { guard } from '../../codec/guard'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { Integer } from '../../values/integer'
import { Seconds } from '../../values/seconds'
import { UserId } from '../../values/user-id'

const offlinePushEvent = record(
  'OfflinePushEvent',
  {
    /** `Push.OfflinePush`: the packet itself does not name its command. */
    CallbackCommand: t.string,
    /** 1 for a one-to-one message, 2 for one in a group. `PushAllMember` means something else by it. */
    EventType: Integer,
    /** When it happened: in seconds, unlike the `EventTime` of other packets. */
    EventTime: Seconds,
    /** Who sent the message. */
    From_Account: UserId,
    /** Who gets the push. */
    To_Account: UserId,
    /** The push service: 0 for an unknown one, 1 APNs, 2 Xiaomi, 3 Huawei, 4 FCM, 5 Meizu, 6 OPPO, 7 vivo, 8 Honor. */
    PushPlatform: Integer,
    /** How far it came: 1 sent, 2 delivered, 3 clicked. */
    PushStage: Integer,
    /** The number of the message. */
    MsgSeq: Integer,
    /** When the message was sent, in seconds. */
    MsgTime: Seconds,
    /** 0 if all went well, else an error code. */
    ErrCode: Integer
  },
  {
    /** What identifies a one-to-one message. Absent or empty for one in a group. */
    MsgKey: t.string,
    /** The group. Absent or empty for a one-to-one message. */
    GroupID: t.string,
    /** A random number that the sender gave the message. Absent or empty for some messages in groups. */
    MsgRandom: guard<Integer | ''>('MsgRandom', 'an integer', (u): u is Integer | '' => u === '' || Integer.is(u)),
    /** The id of the push. Older packets do not have it. */
    PushID: t.string,
    /** What went wrong, in words. It may be empty. */
    ErrInfo: t.string
  }
)

/** One step of one push. */
export interface OfflinePushEvent extends t.TypeOf<typeof offlinePushEvent> {}
export const OfflinePushEvent: JsonCodec<OfflinePushEvent> = offlinePushEvent

const pushOffline = packet(
  'Push.OfflinePush',
  {
    /** What happened to pushes: up to 100 events. */
    Events: list(OfflinePushEvent)
  },
  {},
  'absent'
)

/** Pushes to users who are offline came one step further. */
export interface PushOfflinePacket extends t.TypeOf<typeof pushOffline> {}
export const PushOfflinePacket: PacketCodec<PushOfflinePacket, 'Push.OfflinePush'> = pushOffline
export interface PushOfflineCallback extends Callback<PushOfflinePacket, 'Push.OfflinePush'> {}

/**
 * After pushes of messages to users who are offline were sent, delivered or clicked.
 *
 * @see https://www.tencentcloud.com/document/product/1047/67552
 * @see `npx tencent-im-callbacks explain PushOffline`
 */
export const PushOffline: Definition<PushOfflineCallback> = after(PushOfflinePacket)

/** Parses {@link PushOffline} callbacks. */
export const parsePushOfflineCallback = parser(PushOffline)
