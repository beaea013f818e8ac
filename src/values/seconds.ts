import type * as t from 'io-ts'
import { guard } from '../codec/guard'
import { Integer } from './integer'

/** The brand of {@link Seconds}. */
export interface SecondsBrand {
  readonly Seconds: symbol
}

/** A time in seconds since 1970, as in `MsgTime`: `new Date(1000 * seconds)` is its date. An `EventTime` is not one. */
export type Seconds = t.Branded<number, SecondsBrand>

/**
 * Accepts a whole number that is not negative.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34364
 */
export const Seconds: t.Type<Seconds, number> = guard(
  'Seconds',
  'a time in seconds',
  (u): u is Seconds => Integer.is(u) && u >= 0
)
