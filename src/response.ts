import type { Either } from 'fp-ts/lib/Either.js'
import type { AwaitingCallback } from './callback'
import { describeError, type CallbackError } from './error'
import { refusePromise } from './promise'

/** The answer "handled". */
export interface OkResponse {
  readonly ActionStatus: 'OK'
  readonly ErrorCode: 0
  readonly ErrorInfo: ''
}

/** The answer "not handled". After-type callbacks ignore it: it does not ask Tencent to try again. */
export interface FailResponse {
  readonly ActionStatus: 'FAIL'
  readonly ErrorCode: 1
  readonly ErrorInfo: string
}

/**
 * Builds the OK response. Send it as JSON with HTTP status 200.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34361
 * @example
 * import assert from 'node:assert/strict'
 * import { okResponse } from 'tencent-im-callbacks'
 *
 * assert.deepEqual(okResponse(), { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })
 */
export const okResponse = (): OkResponse => ({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })

/**
 * Builds a FAIL response. Send it as JSON, with HTTP status 200 too: Tencent counts any other status as a callback that
 * failed, and does not read the body.
 *
 * @throws TypeError if `errorInfo` is not a string.
 * @see https://www.tencentcloud.com/document/product/1047/34361
 * @example
 * import assert from 'node:assert/strict'
 * import { failResponse } from 'tencent-im-callbacks'
 *
 * assert.deepEqual(failResponse('out of order'), { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'out of order' })
 */
export const failResponse = (errorInfo: string): FailResponse => {
  // Anything else would be left out of the JSON, or be an empty object there.
  if (typeof errorInfo !== 'string') throw new TypeError('errorInfo must be a string')
  return { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: errorInfo }
}

interface NeedsReply {
  readonly 'this callback waits for a reply of its own: build it with definition.reply(callback)': never
}

type AnsweredByStatus<A> = [Extract<A, AwaitingCallback>] extends [never] ? unknown : NeedsReply

/** Whether the error is that the command is not handled here. A `describe` of one's own may come with other errors. */
const isUnhandled = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && '_tag' in error && error._tag === 'UnhandledCommand'

/**
 * Builds the response to a result: OK for a `Right`, and for a command that is not handled here, since a FAIL could stop
 * its event; FAIL for all other errors. Call it after your own work, so that OK means that the work is done. Errors other
 * than {@link CallbackError} need a `describe` of their own.
 *
 * The type checker refuses callbacks that wait for a reply of their own.
 *
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
  result: Either<CallbackError, unknown>,
  describe: (error: CallbackError) => string = describeError
): OkResponse | FailResponse {
  if (result._tag === 'Right' || isUnhandled(result.left)) return okResponse()
  const errorInfo = describe(result.left)
  refusePromise('describe', errorInfo)
  return failResponse(errorInfo)
}
