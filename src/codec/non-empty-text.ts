import type * as t from 'io-ts'
import { guard } from './guard'

export const isNonEmptyText = (u: unknown): u is string => typeof u === 'string' && u !== ''

/**
 * A codec for a branded string that is opaque and never empty: any script, any length, nothing trimmed.
 *
 * @example
 * import assert from 'node:assert/strict'
 * import type { Branded } from 'io-ts'
 * import { nonEmptyText } from 'tencent-im-callbacks'
 *
 * interface OrderIdBrand { readonly OrderId: symbol }
 * type OrderId = Branded<string, OrderIdBrand>
 * const OrderId = nonEmptyText<OrderId>('OrderId')
 *
 * assert.equal(OrderId.is('2026-7'), true)
 * assert.equal(OrderId.is(''), false)
 */
/*#__NO_SIDE_EFFECTS__*/
export function nonEmptyText<A extends string>(name: string): t.Type<A, string> {
  // The brand exists for the type checker only: at run time the values are strings.
  return guard<A, string>(name, 'a non-empty string', isNonEmptyText as t.Is<A>)
}
