import { availableParallelism, cpus, loadavg } from 'node:os'
import type { Result } from './results'
import { table } from './table'

const ratio = (value: number | undefined): string => value?.toFixed(2) ?? ''

const microseconds = (nanoseconds: number): string => {
  const digits = nanoseconds < 1e5 ? 2 : 0
  return (nanoseconds / 1000).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** Where more programs run than there are cores, lists look slower than they are. */
const load = loadavg()[0]?.toFixed(1) ?? ''

const machine = (): string => {
  const model = cpus()[0]?.model.replace(/\s+/g, ' ').trim() ?? 'an unknown CPU'
  return `${new Date().toISOString().slice(0, 10)}, ${String(availableParallelism())} cores of ${model}, Node ${process.versions.node}, a load of ${load} before.`
}

const legend =
  'Medians, after packets of thirteen kinds, bodies as bytes. The floor reads the five parameters with `URLSearchParams` and the body with `JSON.parse` (and hashes where requests are signed), and checks nothing.'

/** For the README, and readable in a terminal. */
export const figures = (results: ReadonlyArray<Result>): string => {
  const peers = new Set(results.flatMap(({ ratios }) => Object.keys(ratios)).filter((name) => name !== 'floor'))
  const rows = results.map(({ title, floor, noise, ratios }) => ({
    request: title,
    'floor, µs': microseconds(floor),
    'floor / itself': ratio(noise),
    'ours / floor': ratio(ratios['floor']),
    ...Object.fromEntries([...peers].map((name) => [`ours / ${name}`, ratio(ratios[name])]))
  }))
  return [`${machine()} ${legend}`, table(rows)].join('\n\n')
}

/** What the library promises, and whether it holds: a figure counts as it is printed. */
export const targets = (results: ReadonlyArray<Result>): string =>
  table(
    results.flatMap(({ title, ratios, limits }) =>
      Object.entries(limits).map(([name, limit]) => ({
        target: `${title}: ours / ${name}`,
        'at most': ratio(limit),
        measured: ratio(ratios[name]),
        verdict: Number(ratio(ratios[name])) <= limit ? 'pass' : 'MISS'
      }))
    )
  )
