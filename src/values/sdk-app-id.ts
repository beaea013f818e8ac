import * as t from 'io-ts'

/**
 * The brand of {@link SdkAppId}.
 *
 * @category values
 * @since 0.1.0
 */
export interface SdkAppIdBrand {
  readonly SdkAppId: symbol
}

/**
 * The SDKAppID of an app: a positive integer, at most 2^53 - 1.
 *
 * @category values
 * @since 0.1.0
 */
export type SdkAppId = t.Branded<number, SdkAppIdBrand>

export const isSdkAppId = (u: unknown): u is SdkAppId => typeof u === 'number' && Number.isSafeInteger(u) && u > 0

/** The SDKAppID that the digits stand for, if they are the one way to write it. */
export const sdkAppIdFromDigits = (digits: string): SdkAppId | undefined => {
  let number = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return undefined
    number = 10 * number + digit
  }
  return isSdkAppId(number) && !digits.startsWith('0') ? number : undefined
}

/**
 * Decodes the canonical decimal digits of an SDKAppID to a number, and encodes it back. No sign, space, exponent or
 * leading zero: `01400000000` is another text for the same number, so it is refused.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34354}
 *
 * @category values
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { isRight, right } from 'fp-ts/lib/Either.js'
 * import { SdkAppId } from 'tencent-im-callbacks'
 *
 * assert.deepEqual(SdkAppId.decode('1400000000'), right(1400000000))
 * assert.equal(isRight(SdkAppId.decode('01400000000')), false)
 */
export const SdkAppId: t.Type<SdkAppId, string> = /*#__PURE__*/ new t.Type(
  'SdkAppId',
  isSdkAppId,
  (u, context) => {
    const id = typeof u === 'string' ? sdkAppIdFromDigits(u) : undefined
    return id === undefined ? t.failure(u, context) : t.success(id)
  },
  String
)
