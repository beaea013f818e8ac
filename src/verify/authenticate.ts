import { isObject } from '../codec/json-object'
import type { AuthenticationFailed } from '../error'
import type { ParameterValues } from '../request/parameter-values'

/**
 * Decides whether a request is authentic: `undefined` if it is. It sees all values of a URL parameter by name, be it one
 * of the app's own; a value that is no text is seen as empty text.
 *
 * It fails closed: to throw, or to return anything else, counts as `malformed`.
 *
 * @category verification
 * @since 0.1.0
 */
export type Authenticate = (values: (name: string) => ReadonlyArray<string>) => AuthenticationFailed | undefined

export const failed = (reason: AuthenticationFailed['reason']): AuthenticationFailed => ({
  _tag: 'AuthenticationFailed',
  reason
})

const reasons = ['missing', 'malformed', 'stale', 'mismatch'] as const

/** What keeps a request from being authentic. It is made anew, so that only its reason gets into the error. */
export const authenticationFailure = (
  authenticate: Authenticate,
  values: ParameterValues
): AuthenticationFailed | undefined => {
  try {
    const failure: unknown = authenticate((name) =>
      values(name).map((value) => (typeof value === 'string' ? value : ''))
    )
    if (failure === undefined) return undefined
    return failed(reasons.find((reason) => isObject(failure) && failure['reason'] === reason) ?? 'malformed')
  } catch {
    return failed('malformed')
  }
}
