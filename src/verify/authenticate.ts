import { left, right } from 'fp-ts/Either'
import type { Either } from 'fp-ts/lib/Either.js'
import { isObject } from '../codec/json-object'
import type { AuthenticationFailed, InternalError } from '../error'
import { refusePromise } from '../promise'
import { valuesIn, type Query } from '../request/query'
import type { SdkAppId } from '../values/sdk-app-id'

/**
 * Decides whether a request is authentic: `undefined` if it is. `values` gives all values of a URL parameter by name,
 * also of one of the app's own; a value that is not text is empty text. `sdkAppId` is the app's own, already checked.
 *
 * It is synchronous and fails closed: a request is not accepted if it throws, or returns anything else.
 */
export type Authenticate = (
  values: (name: string) => ReadonlyArray<string>,
  sdkAppId: SdkAppId
) => AuthenticationFailed | undefined

export const authenticationFailed = (reason: AuthenticationFailed['reason']): AuthenticationFailed => ({
  _tag: 'AuthenticationFailed',
  reason
})

const reasons: ReadonlyArray<unknown> = ['missing', 'malformed', 'stale', 'mismatch'] satisfies ReadonlyArray<
  AuthenticationFailed['reason']
>

const isFailure = (u: unknown): u is AuthenticationFailed => isObject(u) && reasons.includes(u['reason'])

/** Asks `authenticate`, whose own mistakes are not told as Tencent's. */
export const checkAuthenticity = (
  authenticate: Authenticate,
  query: Query,
  sdkAppId: SdkAppId
): Either<AuthenticationFailed | InternalError, undefined> => {
  try {
    const answer: unknown = authenticate(
      (name) => valuesIn(query, name).map((value) => (typeof value === 'string' ? value : '')),
      sdkAppId
    )
    if (answer === undefined) return right(undefined)
    refusePromise('authenticate', answer)
    // Made anew, so that only its reason gets into the error.
    if (isFailure(answer)) return left(authenticationFailed(answer.reason))
    throw new TypeError('authenticate must return undefined or an AuthenticationFailed')
  } catch (cause) {
    return left({ _tag: 'InternalError', in: 'authenticate', cause })
  }
}
