import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { Integer } from '../../values/integer'
import { Seconds } from '../../values/seconds'
import { UserId } from '../../values/user-id'

const allMemberPushEvent = record(
  'AllMemberPushEvent',
  {
    /** `Push.AllMemberPush`: the packet itself does not name its command. */
    CallbackCommand: t.string,
    /** 1 for a push to a user who is offline, 2 for one who is online. `PushOffline` means something else by it. */
    EventType: Integer,
    /** The id of the task. */
    TaskId: t.string,
    /** When the task was made, in seconds. */
    TaskTime: Seconds,
    /** When it happened: in seconds, unlike the `EventTime` of other packets. */
    EventTime: Seconds,
    /** Who gets the push. */
    To_Account: UserId,
    /**
     * The push service: 0 for an unknown one and for users who are online, 1 APNs, 2 Xiaomi, 3 Huawei, 4 FCM, 5 Meizu,
     * 6 OPPO, 7 vivo, 8 Honor.
     */
    PushPlatform: Integer,
    /** How far it came: 1 sent, 2 delivered, 3 clicked. */
    PushStage: Integer,
    /** 0 if all went well, else an error code. */
    ErrCode: Integer
  },
  {
    /** The id that the app gave the push. */
    DataId: t.string,
    /** The kind of device, from 0 to 8. Tencent's page does not tell them apart clearly. */
    DeviceType: Integer,
    /** What went wrong, in words. It may be empty. */
    ErrInfo: t.string
  }
)

/** One step of one push. */
export interface AllMemberPushEvent extends t.TypeOf<typeof allMemberPushEvent> {}
export const AllMemberPushEvent: JsonCodec<AllMemberPushEvent> = allMemberPushEvent

const pushAllMember = packet(
  'Push.AllMemberPush',
  {
    /** What happened to pushes: up to 100 events. */
    Events: list(AllMemberPushEvent)
  },
  {},
  'absent'
)

/** Pushes to all users, or to some of them, came one step further. */
export interface PushAllMemberPacket extends t.TypeOf<typeof pushAllMember> {}
export const PushAllMemberPacket: PacketCodec<PushAllMemberPacket, 'Push.AllMemberPush'> = pushAllMember
export interface PushAllMemberCallback extends Callback<PushAllMemberPacket, 'Push.AllMemberPush'> {}

/**
 * After pushes of a task were sent, delivered or clicked. A task goes to all users, to those with a tag, or to single
 * ones.
 *
 * @see https://www.tencentcloud.com/document/product/1047/67551
 * @see `npx tencent-im-callbacks explain PushAllMember`
 */
export const PushAllMember: Definition<PushAllMemberCallback> = after(PushAllMemberPacket)

/** Parses {@link PushAllMember} callbacks. */
export const parsePushAllMemberCallback = parser(PushAllMember)
