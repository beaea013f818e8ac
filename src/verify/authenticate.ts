import type { AuthenticationFailed } from '../error'
import type { ParameterValues } from '../request/parameter-values'

/**
 * Decides whether a request is authentic: `undefined` if it is. It sees every value of a URL parameter by name, so that
 * it can notice repeats, take another token for another `SdkAppid`, or read a parameter of the app's own. A value that
 * is no text, such as the nested objects of some query parsers, is seen as empty text.
 *
 * It fails closed: to throw, or to return anything else, counts as `malformed`.
 *
 * @category verification
 * @since 0.1.0
 */
export type Authenticate = (values: (name: string) => ReadonlyArray<string>) => AuthenticationFailed | undefined

const malformed: AuthenticationFailed = { _tag: 'AuthenticationFailed', reason: 'malformed' }

const reasons: ReadonlyArray<unknown> = ['missing', 'malformed', 'stale', 'mismatch']

const isAuthenticationFailed = (u: unknown): u is AuthenticationFailed =>
  typeof u === 'object' &&
  u !== null &&
  '_tag' in u &&
  u._tag === malformed._tag &&
  'reason' in u &&
  reasons.includes(u.reason)

/** What keeps a request from being authentic. */
export const authenticationFailure = (
  authenticate: Authenticate,
  values: ParameterValues
): AuthenticationFailed | undefined => {
  try {
    const failure: unknown = authenticate((name) =>
      values(name).map((value) => (typeof value === 'string' ? value : ''))
    )
    return failure === undefined || isAuthenticationFailed(failure) ? failure : malformed
  } catch {
    return malformed
  }
}
