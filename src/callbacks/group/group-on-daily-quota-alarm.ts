import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { Integer } from '../../values/integer'

const groupOnDailyQuotaAlarm = packet(
  'Group.CallbackOnDailyGroupQuotaAlarm',
  {
    /** How many groups the app has gained today. */
    QuotaUsed: Integer,
    /** How many it may gain in a day. */
    Quota: Integer
  },
  {
    /** When it happened, in milliseconds. It may be absent, as in other commands. */
    EventTime
  }
)

/** The app has used `QuotaUsed` of the `Quota` groups that a day allows; no group is named. */
export interface GroupOnDailyQuotaAlarmPacket extends t.TypeOf<typeof groupOnDailyQuotaAlarm> {}
export const GroupOnDailyQuotaAlarmPacket: PacketCodec<GroupOnDailyQuotaAlarmPacket> = groupOnDailyQuotaAlarm
export interface GroupOnDailyQuotaAlarmCallback extends Callback<GroupOnDailyQuotaAlarmPacket> {}

/**
 * After the app used more than 70 % of the groups that it may create in a day. The switch of `GroupAfterInfoChanged`
 * in the console turns it on, too.
 *
 * @see https://www.tencentcloud.com/document/product/1047/57455
 * @see `npx tencent-im-callbacks explain GroupOnDailyQuotaAlarm`
 */
export const GroupOnDailyQuotaAlarm: Definition<GroupOnDailyQuotaAlarmCallback> = after(GroupOnDailyQuotaAlarmPacket)

/** Parses {@link GroupOnDailyQuotaAlarm} callbacks: how many groups a day still allows. */
export const parseGroupOnDailyQuotaAlarmCallback = parser(GroupOnDailyQuotaAlarm)
