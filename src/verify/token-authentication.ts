import { isNonEmptyText } from '../codec/non-empty-text'
import { canonicalDigits } from '../values/canonical-digits'
import { failed, type Authenticate } from './authenticate'
import { sign } from './sign'

/**
 * @category verification
 * @since 0.1.0
 */
export interface TokenAuthenticationOptions {
  /** The token set in the console. While it is being replaced: the new one and the old one. */
  readonly token: string | readonly [string, ...ReadonlyArray<string>]
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

const checkedTokens = (token: unknown): ReadonlyArray<string> => {
  const tokens: ReadonlyArray<unknown> = [token].flat()
  if (tokens.length > 0 && tokens.every(isNonEmptyText)) return tokens
  throw new TypeError('token must be a non-empty string, or a non-empty list of them: is the setting present?')
}

/**
 * Callback authentication as it is switched on in the console: `Sign` must be the lower-case hexadecimal SHA-256 of the
 * token followed by `RequestTime`, and `RequestTime` must be recent.
 *
 * It proves that the sender knew the token. It does not sign URL, command or body: whoever sees a signed URL can send
 * something else with it until it is stale, so use HTTPS, and keep URLs out of logs.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34354}
 *
 * @throws TypeError, when it is configured and never during a request: no token, an empty one, or a tolerance that is no
 * number of seconds.
 * @category verification
 * @since 0.1.0
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
export const tokenAuthentication = ({
  token,
  now = () => Date.now(),
  toleranceSeconds = 60
}: TokenAuthenticationOptions): Authenticate => {
  const tokens = checkedTokens(token)
  if (typeof now !== 'function') throw new TypeError('now must be a function, such as Date.now')
  if (typeof toleranceSeconds !== 'number' || !(toleranceSeconds >= 0)) {
    throw new TypeError('toleranceSeconds must be a number, zero or more')
  }
  return (values) => {
    const signatures = values('Sign')
    const times = values('RequestTime')
    const [signature] = signatures
    const [time] = times
    if (signature === undefined || time === undefined) return failed('missing')
    if (signatures.length > 1 || times.length > 1 || signature === '' || !canonicalDigits.test(time))
      return failed('malformed')
    // Written so that a clock that is not a number is stale.
    if (!(Math.abs(now() - 1000 * Number(time)) <= 1000 * toleranceSeconds)) return failed('stale')
    // Every token is compared, so that the time does not tell which one it was.
    const matches = tokens.filter((one) => equalInConstantTime(signature, sign(one, time)))
    return matches.length > 0 ? undefined : failed('mismatch')
  }
}
