import * as t from 'io-ts'
import type { Described } from '../codec/guard'
import { numberFromDigits } from './digits'
import { Integer } from './integer'

/** The brand of {@link SdkAppId}. */
export interface SdkAppIdBrand {
  readonly SdkAppId: symbol
}

/** The SDKAppID of an app: a positive integer, at most 2^53 - 1. */
export type SdkAppId = t.Branded<number, SdkAppIdBrand>

const is = (u: unknown): u is SdkAppId => Integer.is(u) && u > 0

/*#__NO_SIDE_EFFECTS__*/
function sdkAppId(): t.Type<SdkAppId, string> & Described {
  const codec = new t.Type<SdkAppId, string>(
    'SdkAppId',
    is,
    (u, context) => {
      const id = numberFromDigits(u)
      return is(id) ? t.success(id) : t.failure(u, context)
    },
    String
  )
  return Object.assign(codec, { expected: 'a positive integer' })
}

/**
 * Decodes the decimal digits of an SDKAppID to a number, and encodes it back. No sign, space, exponent or leading zero:
 * `01400000000` is another text for the same number, so it is refused.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34354
 * @example
 * import assert from 'node:assert/strict'
 * import { isRight, right } from 'fp-ts/lib/Either.js'
 * import { SdkAppId } from 'tencent-im-callbacks'
 *
 * assert.deepEqual(SdkAppId.decode('1400000000'), right(1400000000))
 * assert.equal(isRight(SdkAppId.decode('01400000000')), false)
 */
export const SdkAppId: t.Type<SdkAppId, string> = sdkAppId()
