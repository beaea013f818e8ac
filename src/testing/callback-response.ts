import type { Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import {
  defineCallback,
  parseCallback,
  record,
  type AnyCallbackDefinition,
  type CallbackError
} from 'tencent-im-callbacks'

/** Not `t.string` and the like: the inheritance that comes with them would be a tenth of this door. */
const guarded = <A>(name: string, is: t.Is<A>): t.Type<A> =>
  new t.Type(name, is, (u, context) => (is(u) ? t.success(u) : t.failure(u, context)), t.identity)

const codec = /*#__PURE__*/ record('CallbackResponse', {
  ActionStatus: /*#__PURE__*/ guarded('OK or FAIL', (u): u is 'OK' | 'FAIL' => u === 'OK' || u === 'FAIL'),
  ErrorCode: /*#__PURE__*/ guarded('an integer', (u): u is number => Number.isSafeInteger(u)),
  ErrorInfo: /*#__PURE__*/ guarded('string', (u): u is string => typeof u === 'string')
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
const readerOf = <A>(packet: t.Type<A, unknown>) => {
  const parse = parseCallback(defineCallback({ command: 'answer', packet, packetHasCommand: false }))({ sdkAppId: 1 })
  return (body: unknown): Either<CallbackError, A> => {
    const result = parse({ query: { SdkAppid: '1', CallbackCommand: 'answer' }, body })
    return result._tag === 'Right' ? { _tag: 'Right', right: result.right.packet } : result
  }
}

const readAnswer = /*#__PURE__*/ readerOf(CallbackResponse)

/**
 * Reads the body of an answer as Tencent does: `MalformedBody` where it is no JSON, `InvalidPacket` where a field is
 * missing or wrong. With the definition of a command that comes before its event, OK needs the reply that it waits for.
 *
 * @category testing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { describeError, PrevFriendAdd } from 'tencent-im-callbacks'
 * import { readResponse } from 'tencent-im-callbacks/testing'
 *
 * const answer = readResponse('{ "ActionStatus": "OK", "ErrorCode": 0 }')
 * const reply = readResponse('{ "ActionStatus": "OK", "ErrorCode": 0, "ErrorInfo": "" }', PrevFriendAdd)
 *
 * assert.equal(
 *   answer._tag === 'Left' && describeError(answer.left),
 *   'Invalid packet, 1 issue: ErrorInfo is missing, expected string'
 * )
 * assert.equal(
 *   reply._tag === 'Left' && describeError(reply.left),
 *   'Invalid packet, 1 issue: ResultItem is missing, expected ResultItem[]'
 * )
 */
export const readResponse = (
  body: unknown,
  { reply }: Pick<AnyCallbackDefinition, 'reply'> = {}
): Either<CallbackError, CallbackResponse> => {
  const answer = readAnswer(body)
  if (answer._tag === 'Left' || reply === undefined) return answer
  // Who refuses the whole callback owes no verdicts.
  if (answer.right.ActionStatus === 'FAIL' || answer.right.ErrorCode !== 0) return answer
  const verdict = readerOf<unknown>(reply)(body)
  return verdict._tag === 'Left' ? verdict : answer
}
