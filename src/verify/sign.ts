import { isNonEmptyText } from '../codec/non-empty-text'
import { createSha256 } from './sha256'

/**
 * The signature that Tencent sends as `Sign` if callback authentication is switched on: the lower-case hexadecimal
 * SHA-256 of the token followed by `RequestTime`, which are the digits of seconds since 1970.
 *
 * @throws TypeError if one of them is not a string, or is empty.
 * @see https://www.tencentcloud.com/document/product/1047/34354
 * @example
 * import assert from 'node:assert/strict'
 * import { sign } from 'tencent-im-callbacks'
 *
 * assert.equal(sign('xxxxyyyy', '1669872112'), '17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061')
 */
export const sign = (token: string, requestTime: string): string => {
  // Anything else would become text, such as `undefined` for a setting that is missing.
  if (!isNonEmptyText(token)) throw new TypeError('token must be a non-empty string: is the setting present?')
  if (!isNonEmptyText(requestTime)) throw new TypeError('requestTime must be the digits of seconds, as a string')
  return createSha256()(token + requestTime)
}
