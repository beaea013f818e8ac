import * as t from 'io-ts'

/**
 * The brand of {@link RefusalCode}.
 *
 * @category values
 * @since 0.1.0
 */
export interface RefusalCodeBrand {
  readonly RefusalCode: symbol
}

/**
 * The code with which an app refuses a friend: a whole number from 38000 to 39000.
 *
 * @category values
 * @since 0.1.0
 */
export type RefusalCode = t.Branded<number, RefusalCodeBrand>

/**
 * @category values
 * @since 0.1.0
 */
export interface RefusalCodeC extends t.Type<RefusalCode, number> {}

const is = (u: unknown): u is RefusalCode => typeof u === 'number' && Number.isInteger(u) && u >= 38000 && u <= 39000

/**
 * Source: {@link https://www.tencentcloud.com/document/product/1047/43468}
 *
 * @category values
 * @since 0.1.0
 */
export const RefusalCode: RefusalCodeC = /*#__PURE__*/ new t.Type<RefusalCode, number>(
  'RefusalCode',
  is,
  (u, context) => (is(u) ? t.success(u) : t.failure(u, context)),
  t.identity
)
