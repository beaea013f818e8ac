import * as t from 'io-ts'
import { defineCallback, type Callback, type CallbackDefinition } from '../../callback'
import type { JsonCodec } from '../../codec/json-codec'
import { list } from '../../codec/list'
import { packet } from '../../codec/packet'
import { record } from '../../codec/record'
import { parseCallback } from '../../parse-callback'
import { EventTime } from '../../values/event-time'
import { KickedPlatform } from '../../values/kicked-platform'
import { StateAction } from '../../values/state-action'
import { StateReason } from '../../values/state-reason'
import { UserId } from '../../values/user-id'

const command = 'State.StateChange'

const stateInfoCodec = /*#__PURE__*/ record(
  'StateInfo',
  { Action: StateAction, To_Account: UserId, Reason: StateReason },
  { CustomStatus: t.string }
)

/**
 * Whose state changed, how and why.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface StateInfo extends t.TypeOf<typeof stateInfoCodec> {}

/**
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34357}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const StateInfo: JsonCodec<StateInfo> = stateInfoCodec

const kickedDeviceCodec = /*#__PURE__*/ record('KickedDevice', {}, { Platform: KickedPlatform })

/**
 * A device that was logged out, since its user logged in on another.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface KickedDevice extends t.TypeOf<typeof kickedDeviceCodec> {}

/**
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34357}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const KickedDevice: JsonCodec<KickedDevice> = kickedDeviceCodec

const codec = /*#__PURE__*/ packet(
  command,
  { Info: StateInfo },
  { EventTime, CustomStatus: t.string, KickedDevice: /*#__PURE__*/ list(KickedDevice) }
)

/**
 * A user came, went or set a status. The page does not say whether `CustomStatus` is here or in `Info`: both pass.
 * `KickedDevice` is there where a login logged other devices out.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface StateChangePacket extends t.TypeOf<typeof codec> {}

/**
 * Gives a packet that comes from storage or from a queue its brands back.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34357}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const StateChangePacket: JsonCodec<StateChangePacket> = codec

/**
 * The callback after the state of a user changed.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface StateChangeCallback extends Callback<typeof command, StateChangePacket> {}

/**
 * For `parseCallback`. Source: {@link https://www.tencentcloud.com/document/product/1047/34357}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const StateChange: CallbackDefinition<StateChangeCallback> = /*#__PURE__*/ defineCallback({
  command,
  packet: StateChangePacket
})

/**
 * Parses `State.StateChange`, which Tencent sends after the state of a user changed.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34357}
 *
 * @throws TypeError, when it is configured and never during a request: the own SDKAppID is none.
 * @category parsing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { parseStateChangeCallback } from 'tencent-im-callbacks'
 *
 * const parse = parseStateChangeCallback({ sdkAppId: 1400000000 })
 * const result = parse({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=State.StateChange',
 *   body: {
 *     CallbackCommand: 'State.StateChange',
 *     EventTime: 1629883332497,
 *     Info: { Action: 'Login', To_Account: 'testuser316', Reason: 'Register' },
 *     KickedDevice: [{ Platform: 'Windows' }]
 *   }
 * })
 *
 * assert.equal(result._tag === 'Right' && result.right.packet.Info.Action, 'Login')
 */
export const parseStateChangeCallback = /*#__PURE__*/ parseCallback(StateChange)
