import { describe, expect, it } from '@jest/globals'
import { EventTime } from '../../src/values/event-time'
import { expectRight } from '../support/either'
import { describeValue } from '../support/value-rules'

const last = 8_640_000_000_000_000

describeValue('EventTime', EventTime, {
  accepted: [
    ['milliseconds pass', 1629883332497],
    ['the beginning of 1970 passes', 0],
    ['the last moment of a Date passes', last]
  ],
  refused: [
    ['a moment after the last of a Date is refused', last + 1],
    ['the digits of such a moment are refused', String(last + 1)],
    ['a moment before 1970 is refused', -1],
    ['a fraction is refused', 0.5],
    ['NaN is refused', NaN],
    ['Infinity is refused', Infinity],
    ['the empty text is refused', ''],
    ['a sign is refused', '+1'],
    ['a minus is refused', '-1'],
    ['a leading zero is refused', '01'],
    ['an exponent is refused', '1e3'],
    ['a decimal point is refused', '1.0'],
    ['a space is refused', ' 1'],
    ['a line end is refused', '1\n'],
    ['hexadecimal digits are refused', '0x1'],
    ['digits of another script are refused', '１'],
    ['a date in words is refused', '2021-08-25T09:22:12Z'],
    ['a Date is refused', new Date(0)],
    ['a bigint is refused', 1n],
    ['null is refused', null],
    ['undefined is refused', undefined],
    ['a list is refused', [1]]
  ]
})

describe('an EventTime in text', () => {
  it.each([
    ['1629883332497', 1629883332497],
    ['0', 0],
    [String(last), last]
  ])('%s is decoded to its number', (digits, time) => {
    expect(expectRight(EventTime.decode(digits))).toBe(time)
    expect(EventTime.is(digits)).toBe(false)
  })
  it('is a moment that a Date holds', () => {
    expect(new Date(expectRight(EventTime.decode(String(last)))).toISOString()).toBe('+275760-09-13T00:00:00.000Z')
    expect(new Date(expectRight(EventTime.decode('1629883332497'))).toISOString()).toBe('2021-08-25T09:22:12.497Z')
  })
})
