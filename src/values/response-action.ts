import type * as t from 'io-ts'
import { nonEmptyText } from '../codec/non-empty-text'

/**
 * The brand of a {@link ResponseAction} that is not documented.
 *
 * @category values
 * @since 0.1.0
 */
export interface ResponseActionBrand {
  readonly ResponseAction: symbol
}

/**
 * The documented answers: agree and add the other too, agree, or reject.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43467}
 *
 * @category values
 * @since 0.1.0
 */
export type KnownResponseAction = 'Response_Action_AgreeAndAdd' | 'Response_Action_Agree' | 'Response_Action_Reject'

/**
 * What a user answers to a friend request. The set is open: documented names narrow in a `switch`, new ones pass.
 *
 * @category values
 * @since 0.1.0
 */
export type ResponseAction = KnownResponseAction | t.Branded<string, ResponseActionBrand>

/**
 * Accepts every non-empty string.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43467}
 *
 * @category values
 * @since 0.1.0
 */
export const ResponseAction: t.Type<ResponseAction, string> =
  /*#__PURE__*/ nonEmptyText<ResponseAction>('ResponseAction')
