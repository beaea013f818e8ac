import { left, right } from 'fp-ts/Either'
import type { Either } from 'fp-ts/lib/Either.js'
import type { SdkAppIdMismatch } from '../error'
import { SdkAppId } from '../values/sdk-app-id'

/** An SDKAppID as a number, or as the decimal digits that settings hold. */
export type Id = number | string

/** The app's own SDKAppID; several where one endpoint serves, say, staging and production. */
export type OwnSdkAppId = Id | ReadonlyArray<Id>

/** What was given, for the person who configures it. An SDKAppID is not a secret. */
const nameOf = (given: unknown): string => {
  if (given === undefined) return 'nothing: is the setting present?'
  if (given === '' || Number.isNaN(given)) return `${given === '' ? 'an empty string' : 'NaN'}: is the setting present?`
  if (typeof given === 'string') return JSON.stringify(given)
  return typeof given === 'number' ? String(given) : `a value of type ${typeof given}`
}

const sdkAppIdOf = (given: unknown): SdkAppId => {
  if (SdkAppId.is(given)) return given
  const decoded = SdkAppId.decode(given)
  if (decoded._tag === 'Right') return decoded.right
  throw new TypeError(
    `sdkAppId must be a positive integer such as 1400000000, or its digits without leading zeros; got ${nameOf(given)}`
  )
}

/**
 * Checks that a request is for the app itself, which Tencent requires of every receiver. It does not prove who sent the
 * request, since an SDKAppID is not a secret.
 *
 * @throws TypeError if `sdkAppId` is not a positive integer, or an empty list.
 * @see https://www.tencentcloud.com/document/product/1047/34361
 * @example
 * import assert from 'node:assert/strict'
 * import { chainW, isRight } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * import { UrlParameters, verifySdkAppId } from 'tencent-im-callbacks'
 *
 * const parameters = UrlParameters.decode('SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd')
 *
 * assert.equal(isRight(pipe(parameters, chainW(verifySdkAppId(1400000000)))), true)
 * assert.equal(isRight(pipe(parameters, chainW(verifySdkAppId(1400000001)))), false)
 */
export const verifySdkAppId = (sdkAppId: OwnSdkAppId) => {
  const given: ReadonlyArray<unknown> = Array.isArray(sdkAppId) ? sdkAppId : [sdkAppId]
  if (given.length === 0) throw new TypeError('sdkAppId is an empty list: no callback would be accepted')
  const own = new Set(Array.from(given, sdkAppIdOf))
  return <Parameters extends { readonly SdkAppid: SdkAppId }>(
    parameters: Parameters
  ): Either<SdkAppIdMismatch, Parameters> =>
    own.has(parameters.SdkAppid) ? right(parameters) : left({ _tag: 'SdkAppIdMismatch', received: parameters.SdkAppid })
}
