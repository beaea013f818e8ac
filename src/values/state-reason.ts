import type * as t from 'io-ts'
import { nonEmptyText } from '../codec/non-empty-text'

/**
 * The brand of a {@link StateReason} that is not documented.
 *
 * @category values
 * @since 0.1.0
 */
export interface StateReasonBrand {
  readonly StateReason: symbol
}

/**
 * The documented reasons. `Register` is that of `Login`, `Unregister` that of `Logout`, `SetCustomStatus` that of
 * `CustomStatusChange`; a `Disconnect` comes by `LinkClose`, or by `TimeOut` where no heartbeat came any more.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34357}
 *
 * @category values
 * @since 0.1.0
 */
export type KnownStateReason = 'Register' | 'Unregister' | 'LinkClose' | 'TimeOut' | 'SetCustomStatus'

/**
 * Why a user's state changed. The set is open: documented names narrow in a `switch`, new ones pass.
 *
 * @category values
 * @since 0.1.0
 */
export type StateReason = KnownStateReason | t.Branded<string, StateReasonBrand>

/**
 * Accepts every non-empty string.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34357}
 *
 * @category values
 * @since 0.1.0
 */
export const StateReason: t.Type<StateReason, string> = /*#__PURE__*/ nonEmptyText<StateReason>('StateReason')
