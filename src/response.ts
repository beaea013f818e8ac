/**
 * The answer "handled".
 *
 * @category responses
 * @since 0.1.0
 */
export interface OkResponse {
  readonly ActionStatus: 'OK'
  readonly ErrorCode: 0
  readonly ErrorInfo: ''
}

/**
 * The answer "not handled". After-type callbacks, such as the blocklist ones, ignore it: it is no request for a retry.
 *
 * @category responses
 * @since 0.1.0
 */
export interface FailResponse {
  readonly ActionStatus: 'FAIL'
  readonly ErrorCode: 1
  readonly ErrorInfo: string
}

/**
 * Builds the OK response. Send it as JSON with HTTP status 200.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34361}
 *
 * @category responses
 * @since 0.1.0
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
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34361}
 *
 * @category responses
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { failResponse } from 'tencent-im-callbacks'
 *
 * assert.deepEqual(failResponse('out of order'), { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'out of order' })
 */
export const failResponse = (errorInfo: string): FailResponse => ({
  ActionStatus: 'FAIL',
  ErrorCode: 1,
  ErrorInfo: errorInfo
})
