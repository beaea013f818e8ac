import { describe, expect, it } from '@jest/globals'
import type { Comparison, Results } from './results'
import { table } from './table'
import { targets } from './targets'

const comparison = (title: string, ours: number, peer: number, again = 1): Comparison => ({
  section: 'valid',
  title,
  nanoseconds: {},
  ratios: { floor: 1, again, ours },
  fastest: { name: 'peer', ratio: peer }
})

const loading = (milliseconds: number) => ({ importMilliseconds: milliseconds, requireMilliseconds: milliseconds })

const good: Results = {
  comparisons: [
    comparison('1 pair', 0.9, 1),
    comparison('3 pairs', 1, 1.02),
    comparison('100 pairs', 1.01, 0.9),
    comparison('1,000 pairs', 1.05, 1.1, 0.88),
    comparison('10,000 pairs', 1, 1),
    comparison('100,000 pairs', 1.06, 1),
    comparison('friend add, 1 pair', 0.9, 1),
    comparison('friend add, 3 pairs', 1, 1),
    comparison('friend add, 100 pairs', 1.05, 1),
    comparison('friend add, 1,000 pairs', 1.05, 1),
    comparison('profile, 4 items', 1, 1),
    comparison('profile, 100 items', 1.05, 1),
    { ...comparison('another SDKAppID, 1 MiB', 0.0002, 1), section: 'refused' },
    { ...comparison('100,000 pairs, all bad', 1.1, 1), section: 'refused' }
  ],
  memory: { floor: { allocatedBytes: 100, retainedBytes: 100 }, ours: { allocatedBytes: 110, retainedBytes: 0 } },
  starts: {
    'empty package': loading(2),
    ours: loading(3),
    valibot: loading(1),
    ...Object.fromEntries(['io-ts', 'zod', 'arktype', 'typebox', 'ajv'].map((name) => [name, loading(4)]))
  },
  sizes: {}
}

const missed = (results: Results): ReadonlyArray<string> =>
  targets(results)
    .filter(({ limit, measured }) => !(measured <= limit))
    .map(({ title }) => title)

const replaced = (title: string, by: Partial<Comparison>): Results => ({
  ...good,
  comparisons: good.comparisons.map((one) => (one.title === title ? { ...one, ...by } : one))
})

describe('the targets', () => {
  it('are met, a tie with the fastest peer included', () => {
    expect(missed(good)).toEqual([])
  })

  it.each<[string, Results, string]>([
    ['over the floor', replaced('3 pairs', { ratios: { again: 1, ours: 1.01 } }), '3 pairs: ours / floor'],
    [
      'over the floor with another command',
      replaced('profile, 4 items', { ratios: { again: 1, ours: 1.01 } }),
      'profile, 4 items: ours / floor'
    ],
    [
      'slower than the fastest peer by more than 2 %',
      replaced('1 pair', { fastest: { name: 'peer', ratio: 1.03 } }),
      '1 pair: ours / the fastest peer, peer'
    ],
    [
      'slower than the fastest peer by more than the noise',
      replaced('1,000 pairs', { fastest: { name: 'peer', ratio: 1.13 } }),
      '1,000 pairs: ours / the fastest peer, peer'
    ],
    [
      'slower a pair the more pairs there are',
      replaced('100,000 pairs', { ratios: { again: 1, ours: 1.07 } }),
      'ours / floor from 100 to 100,000 pairs: the highest / that of 100'
    ],
    [
      'hungry',
      { ...good, memory: { ...good.memory, ours: { allocatedBytes: 111, retainedBytes: 0 } } },
      '100,000 pairs, all bad: allocated bytes, ours / floor'
    ],
    ['slow to load', { ...good, starts: { ...good.starts, ours: loading(3.3) } }, 'import: ours / an empty package'],
    [
      'slower to load than a peer',
      { ...good, starts: { ...good.starts, ajv: loading(2.9) } },
      'import: ours / the fastest peer but valibot'
    ]
  ])('are missed by what is %s', (_title, results, title) => {
    expect(missed(results)).toEqual([title])
  })

  it('are missed by what was not measured', () => {
    const nothing: Results = { comparisons: [], memory: {}, starts: {}, sizes: {} }
    expect(missed(nothing)).toHaveLength(targets(good).length)
  })
})

describe('a table', () => {
  it('is Markdown, with figures on the right', () => {
    expect(
      table([
        { size: '1 pair', ours: '0.9' },
        { size: '1,000 pairs', ours: '12.25', peer: '1' }
      ])
    ).toBe(
      [
        '| size        |  ours | peer |',
        '| ----------- | ----: | ---: |',
        '| 1 pair      |   0.9 |      |',
        '| 1,000 pairs | 12.25 |    1 |'
      ].join('\n')
    )
  })
})
