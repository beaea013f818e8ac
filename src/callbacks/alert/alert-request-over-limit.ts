import * as t from 'io-ts'
import type { Callback } from '../../callback'
import { packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { Integer } from '../../values/integer'

const alertRequestOverLimit = packet('Alert.RequestOverLimit', {
  /** The service of the REST API, such as `openim`. */
  ServiceName: t.string,
  /** The command of that service, such as `batchsendmsg`. */
  Command: t.string,
  /** How many requests there were in one second. */
  Request: Integer,
  /** How many are allowed in one second. */
  Limit: Integer
})

/** The app called `Command` of `ServiceName` too often. */
export interface AlertRequestOverLimitPacket extends t.TypeOf<typeof alertRequestOverLimit> {}
export const AlertRequestOverLimitPacket: PacketCodec<AlertRequestOverLimitPacket> = alertRequestOverLimit
export interface AlertRequestOverLimitCallback extends Callback<AlertRequestOverLimitPacket> {}

/**
 * After an app exceeded a rate limit of the REST API. It needs no switch: it comes as soon as there is a callback URL.
 *
 * @see https://trtc.io/document/60256
 * @see `npx tencent-im-callbacks explain AlertRequestOverLimit`
 */
export const AlertRequestOverLimit: Definition<AlertRequestOverLimitCallback> = after(AlertRequestOverLimitPacket)

/** Parses {@link AlertRequestOverLimit} callbacks. */
export const parseAlertRequestOverLimitCallback = parser(AlertRequestOverLimit)
