import * as t from 'io-ts'
import type { Described } from '../codec/guard'
import { numberFromDigits } from './digits'
import { Integer } from './integer'

/** The brand of {@link EventTime}. */
export interface EventTimeBrand {
  readonly EventTime: symbol
}

/** When an event happened, in milliseconds since 1970: `new Date(eventTime)` is its date, and always a valid one. */
export type EventTime = t.Branded<number, EventTimeBrand>

/** The last moment that a `Date` can hold. */
const lastMoment = 8_640_000_000_000_000

const is = (u: unknown): u is EventTime => Integer.is(u) && u >= 0 && u <= lastMoment

/*#__NO_SIDE_EFFECTS__*/
function eventTime(): t.Type<EventTime, number> & Described {
  const codec = new t.Type<EventTime, number>(
    'EventTime',
    is,
    (u, context) => {
      const time = numberFromDigits(u) ?? u
      return is(time) ? t.success(time) : t.failure(u, context)
    },
    t.identity
  )
  return Object.assign(codec, { expected: 'a time in milliseconds' })
}

/**
 * Accepts a whole number, or a string of its decimal digits, which some of Tencent's pages show. Encodes to the number.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34357
 * @example
 * import assert from 'node:assert/strict'
 * import { right } from 'fp-ts/lib/Either.js'
 * import { EventTime } from 'tencent-im-callbacks'
 *
 * assert.deepEqual(EventTime.decode(1629883332497), right(1629883332497))
 * assert.deepEqual(EventTime.decode('1629883332497'), right(1629883332497))
 * assert.equal(EventTime.is('1629883332497'), false)
 */
export const EventTime: t.Type<EventTime, number> = eventTime()
