import type { Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { defineCallback, parseCallback, record, type CallbackError } from 'tencent-im-callbacks'

const isInteger = (u: unknown): u is number => Number.isSafeInteger(u)

const Integer = /*#__PURE__*/ new t.Type<number>(
  'an integer',
  isInteger,
  (u, context) => (isInteger(u) ? t.success(u) : t.failure(u, context)),
  t.identity
)

const codec = /*#__PURE__*/ record('CallbackResponse', {
  ActionStatus: /*#__PURE__*/ t.keyof({ OK: null, FAIL: null }, 'OK or FAIL'),
  ErrorCode: Integer,
  ErrorInfo: t.string
})

/**
 * What Tencent takes for an answer. The answers to some commands have further fields.
 *
 * @category testing
 * @since 0.1.0
 */
export interface CallbackResponse extends t.TypeOf<typeof codec> {}

/**
 * @category testing
 * @since 0.1.0
 */
export interface CallbackResponseC extends t.Type<CallbackResponse, t.OutputOf<typeof codec>> {}

/**
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34361}
 *
 * @category testing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { CallbackResponse } from 'tencent-im-callbacks/testing'
 *
 * assert.equal(CallbackResponse.is({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }), true)
 * assert.equal(CallbackResponse.is({ ActionStatus: 'OK', ErrorCode: 0 }), false)
 */
export const CallbackResponse: CallbackResponseC = codec

// An answer is JSON of a documented shape, as a packet is, so it is read as one: with the same checks and the same words.
const parseAnswer = /*#__PURE__*/ parseCallback(
  /*#__PURE__*/ defineCallback({ command: 'answer', packet: CallbackResponse, packetHasCommand: false })
)({ sdkAppId: 1 })

/**
 * Reads the body of an answer as Tencent does: `MalformedBody` where it is no JSON, `InvalidPacket` where a field is
 * missing or wrong.
 *
 * @category testing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { describeError } from 'tencent-im-callbacks'
 * import { readResponse } from 'tencent-im-callbacks/testing'
 *
 * const answer = readResponse('{ "ActionStatus": "OK", "ErrorCode": 0 }')
 *
 * assert.equal(
 *   answer._tag === 'Left' && describeError(answer.left),
 *   'Invalid packet, 1 issue: ErrorInfo is missing, expected string'
 * )
 */
export const readResponse = (body: unknown): Either<CallbackError, CallbackResponse> => {
  const result = parseAnswer({ query: { SdkAppid: '1', CallbackCommand: 'answer' }, body })
  return result._tag === 'Right' ? { _tag: 'Right', right: result.right.packet } : result
}
