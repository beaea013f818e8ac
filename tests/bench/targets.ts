import type { Comparison, Results, Section } from './results'

export interface Target {
  readonly title: string
  readonly limit: number
  /** `NaN` where it was not measured. */
  readonly measured: number
}

const find = ({ comparisons }: Results, section: Section, title: string): Comparison | undefined =>
  comparisons.find((one) => one.section === section && one.title === title)

const toFloor = (results: Results, section: Section, title: string): number =>
  find(results, section, title)?.ratios.ours ?? NaN

const time =
  (section: Section, title: string, limit: number) =>
  (results: Results): Target => ({
    title: `${title}: ours / floor`,
    limit,
    measured: toFloor(results, section, title)
  })

/** A tie counts: the limit is as far above one as the floor was from itself, and 2 % at least. */
const againstPeers =
  (title: string) =>
  (results: Results): Target => {
    const comparison = find(results, 'valid', title)
    return {
      title: `${title}: ours / the fastest peer, ${comparison?.fastest?.name ?? 'none'}`,
      limit: 1 + Math.max(0.02, Math.abs((comparison?.ratios.again ?? 1) - 1)),
      measured: comparison?.fastest?.ratio ?? NaN
    }
  }

const memory = ({ memory: { ours, floor } }: Results): Target => ({
  title: '100,000 pairs, all bad: allocated bytes, ours / floor',
  limit: 1.1,
  measured: (ours?.allocatedBytes ?? NaN) / (floor?.allocatedBytes ?? NaN)
})

const flat = (results: Results): Target => {
  const [first = NaN, ...others] = ['100 pairs', '1,000 pairs', '10,000 pairs', '100,000 pairs'].map((title) =>
    toFloor(results, 'valid', title)
  )
  return {
    title: 'ours / floor from 100 to 100,000 pairs: the highest / that of 100',
    limit: 1.05,
    measured: Math.max(first, ...others) / first
  }
}

const importTime = ({ starts }: Results, name: string): number => starts[name]?.importMilliseconds ?? NaN

const importToEmpty = (results: Results): Target => ({
  title: 'import: ours / an empty package',
  limit: 1.6,
  measured: importTime(results, 'ours') / importTime(results, 'empty package')
})

const importToPeers = (results: Results): Target => ({
  title: 'import: ours / the fastest peer but valibot',
  limit: 1,
  measured:
    importTime(results, 'ours') /
    Math.min(...['io-ts', 'zod', 'arktype', 'typebox', 'ajv'].map((name) => importTime(results, name)))
})

/** What the library promises, and what came of it. */
export const targets = (results: Results): ReadonlyArray<Target> =>
  [
    time('valid', '1,000 pairs', 1.05),
    time('valid', '100 pairs', 1.05),
    time('valid', '3 pairs', 1),
    time('valid', '1 pair', 1),
    time('valid', 'friend add, 1,000 pairs', 1.05),
    time('valid', 'friend add, 100 pairs', 1.05),
    time('valid', 'friend add, 3 pairs', 1),
    time('valid', 'friend add, 1 pair', 1),
    time('valid', 'profile, 100 items', 1.05),
    time('valid', 'profile, 4 items', 1),
    againstPeers('1,000 pairs'),
    againstPeers('100 pairs'),
    againstPeers('3 pairs'),
    againstPeers('1 pair'),
    flat,
    time('refused', 'another SDKAppID, 1 MiB', 0.05),
    time('refused', '100,000 pairs, all bad', 1.1),
    memory,
    importToEmpty,
    importToPeers
  ].map((target) => target(results))
