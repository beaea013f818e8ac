import { describe, expect, it } from '@jest/globals'
import { measure, median, ratio } from './measure'

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
    expect(ratio({ times }, 'a', 'b')).toBe(2)
    expect(ratio({ times }, 'b', 'a')).toBe(0.5)
  })
})

describe('to measure', () => {
  it('gives every contender every request, and a figure in every round', () => {
    const seen = { a: new Set<number>(), b: new Set<number>() }
    const { times } = measure(
      { a: (one: number) => seen.a.add(one), b: (one: number) => seen.b.add(one) },
      [1, 2, 3],
      0
    )
    expect(seen).toEqual({ a: new Set([1, 2, 3]), b: new Set([1, 2, 3]) })
    expect(times.a.length).toBeGreaterThanOrEqual(5)
    expect(times.b).toHaveLength(times.a.length)
    expect([...times.a, ...times.b].every((time) => time > 0)).toBe(true)
  })
})
