import type * as t from 'io-ts'
import { nonEmptyText } from '../codec/non-empty-text'

/**
 * The brand of an {@link AddType} that is not documented.
 *
 * @category values
 * @since 0.1.0
 */
export interface AddTypeBrand {
  readonly AddType: symbol
}

/**
 * The documented ways to add a friend: on one side, or on both.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43468}
 *
 * @category values
 * @since 0.1.0
 */
export type KnownAddType = 'Add_Type_Single' | 'Add_Type_Both'

/**
 * How a user wants to add friends. The set is open: documented names narrow in a `switch`, new ones pass.
 *
 * @category values
 * @since 0.1.0
 */
export type AddType = KnownAddType | t.Branded<string, AddTypeBrand>

/**
 * Accepts every non-empty string.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43468}
 *
 * @category values
 * @since 0.1.0
 */
export const AddType: t.Type<AddType, string> = /*#__PURE__*/ nonEmptyText<AddType>('AddType')
