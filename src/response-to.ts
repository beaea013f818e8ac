import type { Either } from 'fp-ts/lib/Either.js'
import type { BeforeCallback } from './callback'
import { describeError, type CallbackError } from './error'
import { failResponse, okResponse, type FailResponse, type OkResponse } from './response'

interface NeedsReply {
  readonly 'a before-type callback waits for its own reply: build that, not a plain OK': never
}

type AnsweredByStatus<A> = [Extract<A, BeforeCallback>] extends [never] ? unknown : NeedsReply

/**
 * Builds the response to a result: OK for a `Right`, FAIL for everything else. Call it after the app's own work, so that
 * OK means that the work is done. Errors other than {@link CallbackError} need a `describe` of their own.
 *
 * A before-type callback waits for a verdict: the type checker refuses it here.
 *
 * @category responses
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { parseBlocklistAddCallback, responseTo } from 'tencent-im-callbacks'
 *
 * const parse = parseBlocklistAddCallback({ sdkAppId: 1400000000 })
 *
 * assert.deepEqual(responseTo(parse({ method: 'GET', url: '/', body: undefined })), {
 *   ActionStatus: 'FAIL',
 *   ErrorCode: 1,
 *   ErrorInfo: 'Method not allowed: callbacks are sent with POST'
 * })
 */
export function responseTo<A>(result: Either<CallbackError, A> & AnsweredByStatus<A>): OkResponse | FailResponse
export function responseTo<E, A>(
  result: Either<E, A> & AnsweredByStatus<A>,
  describe: (error: E) => string
): OkResponse | FailResponse
export function responseTo(
  result: Either<CallbackError, unknown> | null | undefined,
  describe: (error: CallbackError) => string = describeError
): OkResponse | FailResponse {
  if (result?._tag === 'Right') return okResponse()
  // Neither Left nor Right: plain JavaScript passed something else, such as a promise.
  return failResponse(result?._tag === 'Left' ? describe(result.left) : 'The callback was not handled')
}
