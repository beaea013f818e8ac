import { describe, expect, it } from '@jest/globals'
import { median, ratio } from './measure'

describe('the median', () => {
  it.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[10, 1, 2, 3], 2.5],
    [[1, 1, 1, 1000], 1],
    [[], NaN]
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected)
  })
})

describe('a ratio', () => {
  it('is the median of the ratios of each round, so that a slow round weighs no more than any other', () => {
    const times = { a: [2, 20, 400], b: [1, 10, 100] }
    expect(ratio(times, 'a', 'b')).toBe(2)
    expect(ratio(times, 'b', 'a')).toBe(0.5)
  })
})
