import type * as t from 'io-ts'
import { nonEmptyText } from '../codec/non-empty-text'
import type { OneOf } from '../codec/one-of'

/**
 * The platform that an operation came from. English pages write `macOS` where Chinese ones write `Mac`, and
 * `State.StateChange` sends `IOS` where all other commands send `iOS`. New platforms pass.
 */
export type OptPlatform = OneOf<
  'RESTAPI' | 'Web' | 'Android' | 'iOS' | 'IOS' | 'Windows' | 'Mac' | 'macOS' | 'iPad' | 'Unknown'
>

/**
 * Accepts every non-empty string.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34354
 */
export const OptPlatform: t.Type<OptPlatform, string> = nonEmptyText('OptPlatform')
