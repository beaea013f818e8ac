import { isNonEmptyText } from '../codec/non-empty-text'
import { checkOptions } from '../options'
import { refusePromise } from '../promise'
import { numberFromDigits } from '../values/digits'
import type { SdkAppId } from '../values/sdk-app-id'
import { authenticationFailed, type Authenticate } from './authenticate'
import { createSha256 } from './sha256'

/** One token, or a list of tokens while one is being replaced. */
export type Tokens = string | ReadonlyArray<string>

/** Options of {@link tokenAuthentication}. */
export interface TokenAuthenticationOptions {
  /**
   * The token set in the console, or both the new and the old one while it is being replaced, or a function if each app
   * has its own token. A request for an app whose token is not known is not authentic.
   */
  readonly token: Tokens | ((sdkAppId: SdkAppId) => Tokens | undefined)
  /** The time here, in milliseconds since 1970. `Date.now` by default. */
  readonly now?: (() => number) | undefined
  /** How far `RequestTime` may be from the time here, before or after, in seconds. 60 by default. */
  readonly toleranceSeconds?: number | undefined
}

/** Takes the same time wherever the texts differ, so that nobody can guess a signature digit by digit. */
const equalInConstantTime = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

/**
 * The tokens, unless there are none or one is empty: the signature of an empty token can be made by anyone. The list is
 * copied, so that nobody changes it once it was checked.
 */
const tokensIn = (given: unknown): ReadonlyArray<string> | undefined => {
  const tokens: ReadonlyArray<unknown> = Array.isArray(given) ? Array.from(given) : [given]
  return tokens.length > 0 && tokens.every(isNonEmptyText) ? tokens : undefined
}

const tokensFrom =
  (token: (sdkAppId: SdkAppId) => unknown) =>
  (sdkAppId: SdkAppId): ReadonlyArray<string> | undefined => {
    const given = token(sdkAppId)
    refusePromise('token', given)
    return tokensIn(given)
  }

const fixedTokens = (given: unknown): (() => ReadonlyArray<string>) => {
  const tokens = tokensIn(given)
  if (tokens?.some((token) => token !== token.trim())) {
    throw new TypeError('token begins or ends with white space, such as the end of the line in a file: trim it')
  }
  if (tokens !== undefined) return () => tokens
  throw new TypeError(
    'token must be a non-empty string, a list of them, or a function. Is the setting there when this line runs? ' +
      'A .env file may be read later, and a build has no secrets: then make the handler when they are there'
  )
}

/**
 * Callback authentication as it is switched on in the console: `Sign` must be the lower-case hexadecimal SHA-256 of the
 * token followed by `RequestTime`, and `RequestTime` must be recent.
 *
 * It proves that the sender knew the token. It does not sign URL, command or body: anyone who sees a signed URL can
 * send something else with it until it is stale. So use HTTPS, and keep URLs out of logs.
 *
 * @throws TypeError if there is no token, if one is empty, or if an option is unknown or not of its type.
 * @see https://www.tencentcloud.com/document/product/1047/34354
 * @example
 * import assert from 'node:assert/strict'
 * import { parseBlocklistAddCallback, tokenAuthentication } from 'tencent-im-callbacks'
 *
 * const authenticate = tokenAuthentication({ token: 'xxxxyyyy', now: () => 1669872112000 })
 * const parse = parseBlocklistAddCallback({ sdkAppId: 1400000000, authenticate })
 * const Sign = '17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061'
 * const query = { SdkAppid: '1400000000', CallbackCommand: 'Sns.CallbackBlackListAdd', Sign, RequestTime: '1669872112' }
 * const body = { CallbackCommand: 'Sns.CallbackBlackListAdd', PairList: [] }
 *
 * assert.equal(parse({ query, body })._tag, 'Right')
 * assert.equal(parse({ query: { ...query, RequestTime: '1669872113' }, body })._tag, 'Left')
 */
export const tokenAuthentication = (options: TokenAuthenticationOptions): Authenticate => {
  // It was itself given as `authenticate`, and is asked about a request.
  if (typeof options === 'function') throw new TypeError('Call it: authenticate: tokenAuthentication({ token })')
  checkOptions(options, ['token', 'now', 'toleranceSeconds'])
  const { token, now = () => Date.now(), toleranceSeconds = 60 } = options
  const tokensOf = typeof token === 'function' ? tokensFrom(token) : fixedTokens(token)
  if (typeof now !== 'function') throw new TypeError('now must be a function, such as Date.now')
  if (typeof toleranceSeconds !== 'number' || !(toleranceSeconds >= 0)) {
    throw new TypeError('toleranceSeconds must be a number, zero or more')
  }

  const sha256 = createSha256()
  return (values, sdkAppId) => {
    const [signature, ...moreSignatures] = values('Sign')
    const [time, ...moreTimes] = values('RequestTime')
    if (signature === undefined || time === undefined) return authenticationFailed('missing')
    const seconds = numberFromDigits(time)
    if (moreSignatures.length + moreTimes.length > 0 || signature === '' || seconds === undefined) {
      return authenticationFailed('malformed')
    }
    const here = now()
    refusePromise('now', here)
    // Written so that by a clock that does not give a number everything is stale.
    if (!(Math.abs(here - 1000 * seconds) <= 1000 * toleranceSeconds)) return authenticationFailed('stale')
    // Every token is compared, so that the time does not tell which one it was.
    const matches = tokensOf(sdkAppId)?.filter((one) => equalInConstantTime(signature, sha256(one + time))) ?? []
    return matches.length > 0 ? undefined : authenticationFailed('mismatch')
  }
}
