import type * as t from 'io-ts'
import { guard } from '../codec/guard'

/** The brand of {@link Integer}. */
export interface IntegerBrand {
  readonly Integer: symbol
}

/** A whole number that JavaScript holds exactly: at most 2^53 - 1, of either sign. */
export type Integer = t.Branded<number, IntegerBrand>

/**
 * Accepts a whole number and nothing else. Digits in a string are refused.
 *
 * @example
 * import assert from 'node:assert/strict'
 * import { Integer } from 'tencent-im-callbacks'
 *
 * assert.equal(Integer.is(1), true)
 * assert.equal(Integer.is(1.5), false)
 * assert.equal(Integer.is('1'), false)
 */
export const Integer: t.Type<Integer, number> = guard('Integer', 'an integer', (u): u is Integer =>
  Number.isSafeInteger(u)
)
