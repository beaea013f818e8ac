import type * as t from 'io-ts'
import { nonEmptyText } from '../codec/non-empty-text'

/**
 * The brand of a {@link StateAction} that is not documented.
 *
 * @category values
 * @since 0.1.0
 */
export interface StateActionBrand {
  readonly StateAction: symbol
}

/**
 * The documented changes: the connection was made, closed or lost, or the user set a status of the own choice.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34357}
 *
 * @category values
 * @since 0.1.0
 */
export type KnownStateAction = 'Login' | 'Logout' | 'Disconnect' | 'CustomStatusChange'

/**
 * How a user's state changed. The set is open: documented names narrow in a `switch`, new ones pass.
 *
 * @category values
 * @since 0.1.0
 */
export type StateAction = KnownStateAction | t.Branded<string, StateActionBrand>

/**
 * Accepts every non-empty string.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34357}
 *
 * @category values
 * @since 0.1.0
 */
export const StateAction: t.Type<StateAction, string> = /*#__PURE__*/ nonEmptyText<StateAction>('StateAction')
