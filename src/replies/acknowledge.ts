import * as t from 'io-ts'
import type { Callback } from '../callback'
import { guard } from '../codec/guard'
import { record, type JsonCodec } from '../codec/record'
import { failResponse, okResponse, type FailResponse, type OkResponse } from '../response'
import { Integer } from '../values/integer'
import type { ReplyDefinition } from './reply'

export const actionStatus = guard(
  'ActionStatus',
  '"OK" or "FAIL"',
  (u): u is 'OK' | 'FAIL' => u === 'OK' || u === 'FAIL'
)

const callbackResponse = record('CallbackResponse', {
  /** Whether the app handled the callback. */
  ActionStatus: actionStatus,
  /** 0, or a code that tells what went wrong. */
  ErrorCode: Integer,
  /** What went wrong, in words. */
  ErrorInfo: t.string
})

/** The fields that every answer has. The answers to some commands have further ones. */
export interface CallbackResponse extends t.TypeOf<typeof callbackResponse> {}
export const CallbackResponse: JsonCodec<CallbackResponse> = callbackResponse

/** The ways to answer a callback that comes after its event and needs no decision. */
export interface Acknowledge {
  /** The app handled it. */
  readonly ok: () => OkResponse
  /** The app did not handle it. Tencent ignores that and does not try again. */
  readonly fail: (errorInfo: string) => FailResponse
}

export const acknowledge: ReplyDefinition<Callback, Acknowledge> = {
  codec: () => CallbackResponse,
  build: () => ({ ok: okResponse, fail: failResponse })
}
