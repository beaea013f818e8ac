import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, oneOf, packet, record, type JsonCodec, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { UserId } from '../../values/user-id'

const stateInfo = record(
  'StateInfo',
  {
    /** Whether the user came, went, lost the connection, or set a custom status. */
    Action: oneOf('StateAction', ['Login', 'Logout', 'Disconnect', 'CustomStatusChange']),
    /** Whose state changed. */
    To_Account: UserId,
    /** Why: `LinkClose` and `TimeOut` (no heartbeat for 400 seconds) are the ways to disconnect. */
    Reason: oneOf('StateReason', ['Register', 'Unregister', 'LinkClose', 'TimeOut', 'SetCustomStatus'])
  },
  {
    /** The custom status that was set. Tencent's page does not tell whether it is here or beside `Info`. */
    CustomStatus: t.string
  }
)

/** Whose state changed, how and why. */
export interface StateInfo extends t.TypeOf<typeof stateInfo> {}
export const StateInfo: JsonCodec<StateInfo> = stateInfo

const kickedDevice = record(
  'KickedDevice',
  {},
  {
    /** Its platform. */
    Platform: oneOf('KickedPlatform', ['iOS', 'Android', 'Web', 'Windows', 'iPad', 'Mac', 'Linux'])
  }
)

/** A device that was logged out, since its user logged in on another. */
export interface KickedDevice extends t.TypeOf<typeof kickedDevice> {}
export const KickedDevice: JsonCodec<KickedDevice> = kickedDevice

const stateChange = packet(
  'State.StateChange',
  {
    /** Whose state changed, how and why. */
    Info: StateInfo
  },
  {
    /** When it happened, in milliseconds. Older packets do not have it. */
    EventTime,
    /** The custom status that was set. Tencent's page does not tell whether it is here or in `Info`. */
    CustomStatus: t.string,
    /** The devices that a login logged out. */
    KickedDevice: list(KickedDevice)
  }
)

/** A user came, went, lost the connection, or set a custom status. */
export interface StateChangePacket extends t.TypeOf<typeof stateChange> {}
export const StateChangePacket: PacketCodec<StateChangePacket> = stateChange
export interface StateChangeCallback extends Callback<StateChangePacket> {}

/**
 * After the state of a user changed. It has a switch under feature configuration in the console, too.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34357
 * @see `npx tencent-im-callbacks explain StateChange`
 */
export const StateChange: Definition<StateChangeCallback> = after(StateChangePacket)

/** Parses {@link StateChange} callbacks. */
export const parseStateChangeCallback = parser(StateChange)
