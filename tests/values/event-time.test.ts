import { describe, expect, it } from '@jest/globals'
import { right } from 'fp-ts/Either'
import { EventTime } from '../../src'
import { describeValue } from '../support/value-rules'

const last = 8_640_000_000_000_000

describeValue(EventTime, {
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
    ['a leading zero is refused', '01'],
    ['a date in words is refused', '2021-08-25T09:22:12Z'],
    ['a Date is refused', new Date(0)],
    ['null is refused', null],
    ['undefined is refused', undefined]
  ]
})

describe('EventTime', () => {
  it.each([0, 1629883332497, last])('%d may come as digits', (time) => {
    expect(EventTime.decode(String(time))).toStrictEqual(right(time))
    expect(EventTime.is(String(time))).toBe(false)
    expect(new Date(time).getTime()).toBe(time)
  })
})
