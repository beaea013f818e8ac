import { left, right } from 'fp-ts/Either'
import type { Either } from 'fp-ts/lib/Either.js'
import type { SdkAppIdMismatch } from '../error'
import { isSdkAppId, sdkAppIdFromDigits, type SdkAppId } from '../values/sdk-app-id'

type Id = number | string

/**
 * The app's own SDKAppID, as a number or as the decimal digits that settings hold; several where one endpoint serves,
 * say, staging and production.
 *
 * @category verification
 * @since 0.1.0
 */
export type OwnSdkAppId = Id | readonly [Id, ...ReadonlyArray<Id>]

const nameOf = (id: unknown): string => {
  if (id !== '' && id !== undefined && id !== null && !Number.isNaN(id)) return `another ${typeof id}`
  return `${id === '' ? 'an empty string' : String(id)}: is the setting present?`
}

const ownSdkAppId = (id: unknown): SdkAppId => {
  const own = isSdkAppId(id) ? id : typeof id === 'string' ? sdkAppIdFromDigits(id) : undefined
  if (own !== undefined) return own
  const form = 'a positive integer such as 1400000000, or its digits without leading zeros'
  throw new TypeError(`sdkAppId must be ${form}; got ${nameOf(id)}`)
}

/**
 * Checks that a request is for the app itself, which Tencent requires of every receiver. It proves nothing about who sent
 * it, since an SDKAppID is no secret.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34361}
 *
 * @throws TypeError, when it is configured and never during a request: the own SDKAppID is no canonical positive integer.
 * @category verification
 * @since 0.1.0
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
export const verifySdkAppId = (own: OwnSdkAppId) => {
  const list: ReadonlyArray<unknown> = [own].flat()
  // An empty list is no SDKAppID, and would let nothing pass.
  const ids = new Set((list.length > 0 ? list : [own]).map(ownSdkAppId))
  return <Parameters extends { readonly SdkAppid: SdkAppId }>(
    parameters: Parameters
  ): Either<SdkAppIdMismatch, Parameters> =>
    ids.has(parameters.SdkAppid) ? right(parameters) : left({ _tag: 'SdkAppIdMismatch', received: parameters.SdkAppid })
}
