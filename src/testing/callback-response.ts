import type { Either } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import {
  CallbackResponse,
  defineCallback,
  parseCallback,
  type AnyDefinition,
  type Callback,
  type CallbackError
} from 'tencent-im-callbacks'
import { checkDefinition } from './callback-request'

// An answer is JSON of a documented shape, as a packet is, so it is read as one: with the same checks and the same words.
const readAs = <A>(codec: t.Type<A, unknown>, body: unknown): Either<CallbackError, A> => {
  const definition = defineCallback({ command: 'answer', packet: codec, commandInPacket: 'absent' })
  const result = parseCallback(definition)({ sdkAppId: 1 })({ query: 'SdkAppid=1&CallbackCommand=answer', body })
  return result._tag === 'Right' ? { _tag: 'Right', right: result.right.packet } : result
}

/**
 * Reads the body of an answer as Tencent does: `MalformedBody` if it is not JSON, `InvalidPacket` if a field is
 * missing or wrong. With the definition of a command that waits for a reply, an OK must be a reply of this command: a
 * code outside its range or a field of another reply is wrong. With the callback it must be a reply to this callback.
 *
 * @example
 * import assert from 'node:assert/strict'
 * import { describeError, PrevFriendAdd } from 'tencent-im-callbacks'
 * import { readResponse } from 'tencent-im-callbacks/testing'
 *
 * const answer = readResponse('{ "ActionStatus": "OK", "ErrorCode": 0 }')
 * const reply = readResponse('{ "ActionStatus": "OK", "ErrorCode": 0, "ErrorInfo": "" }', PrevFriendAdd)
 *
 * assert.equal(answer._tag === 'Left' && describeError(answer.left), 'Invalid packet, 1 issue: ErrorInfo is missing')
 * assert.equal(reply._tag === 'Left' && describeError(reply.left), 'Invalid packet, 1 issue: ResultItem is missing')
 */
export const readResponse = (
  body: unknown,
  definition?: AnyDefinition,
  callback?: Callback
): Either<CallbackError, CallbackResponse> => {
  const answer = readAs(CallbackResponse, body)
  // Anyone who answers FAIL owes no reply.
  if (definition !== undefined) checkDefinition(definition)
  if (definition === undefined || answer._tag === 'Left' || answer.right.ActionStatus === 'FAIL') return answer
  const reply = readAs<unknown>(definition.replyCodec(callback), body)
  return reply._tag === 'Left' ? reply : answer
}
