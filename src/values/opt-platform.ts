import type * as t from 'io-ts'
import { nonEmptyText } from '../codec/non-empty-text'

/**
 * The brand of an {@link OptPlatform} that is not documented.
 *
 * @category values
 * @since 0.1.0
 */
export interface OptPlatformBrand {
  readonly OptPlatform: symbol
}

/**
 * The documented platforms. English pages write `macOS` where Chinese ones write `Mac`, and `State.StateChange` sends
 * `IOS` where all other commands send `iOS`.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34354}
 *
 * @category values
 * @since 0.1.0
 */
export type KnownOptPlatform =
  'RESTAPI' | 'Web' | 'Android' | 'iOS' | 'IOS' | 'Windows' | 'Mac' | 'macOS' | 'iPad' | 'Unknown'

/**
 * The platform that an operation came from. The set is open: documented names narrow in a `switch`, new ones pass.
 *
 * @category values
 * @since 0.1.0
 */
export type OptPlatform = KnownOptPlatform | t.Branded<string, OptPlatformBrand>

/**
 * Accepts every non-empty string.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34354}
 *
 * @category values
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { OptPlatform } from 'tencent-im-callbacks'
 *
 * assert.equal(OptPlatform.is('iOS'), true)
 * assert.equal(OptPlatform.is('HarmonyOS'), true)
 */
export const OptPlatform: t.Type<OptPlatform, string> = /*#__PURE__*/ nonEmptyText<OptPlatform>('OptPlatform')
