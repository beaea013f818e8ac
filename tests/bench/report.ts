import { availableParallelism, cpus } from 'node:os'
import type { Comparison, Memory, Section, Start } from './results'
import { table, type Row } from './table'

export interface Results {
  readonly comparisons: ReadonlyArray<Comparison>
  /** By contender: `floor` and `ours`. */
  readonly memory: Readonly<Record<string, Memory>>
  readonly starts: Readonly<Record<string, Start>>
  readonly sizes: Readonly<Record<string, number>>
}

const contenders = ['ours', 'io-ts', 'zod', 'valibot', 'arktype', 'typebox', 'ajv']

const decimals = (value: number | undefined, digits: number): string =>
  value === undefined
    ? ''
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })

const microseconds = (nanoseconds: number | undefined): string =>
  nanoseconds === undefined ? '' : decimals(nanoseconds / 1000, nanoseconds < 1e5 ? 2 : 0)

const ratio = (value: number | undefined): string => decimals(value, value !== undefined && value < 0.01 ? 4 : 2)

const within = ({ comparisons }: Results, section: Section): ReadonlyArray<Comparison> =>
  comparisons.filter((one) => one.section === section)

/** The time of the floor, and how many times as long everybody else takes. */
const toFloor = (results: Results, section: Section): string =>
  table(
    within(results, section).map(({ title, nanoseconds, ratios }): Row => ({
      [section]: title,
      'floor, µs': microseconds(nanoseconds.floor),
      ...Object.fromEntries(contenders.map((name) => [name, ratio(ratios[name])]))
    }))
  )

const parsed = (results: Results): string =>
  table(
    within(results, 'parsed').map(({ title, nanoseconds }): Row => ({
      'parsed already, µs': title,
      ...Object.fromEntries(contenders.map((name) => [name, microseconds(nanoseconds[name])]))
    }))
  )

const mebibytes = (bytes: number | undefined): string => (bytes === undefined ? '' : decimals(bytes / 1024 / 1024, 1))

const memoryTable = ({ memory }: Results): string =>
  table(
    Object.entries(memory).map(([name, { allocatedBytes, retainedBytes }]): Row => ({
      '100,000 pairs, all bad': name,
      'allocated, MiB': mebibytes(allocatedBytes),
      'kept by the result, MiB': mebibytes(retainedBytes)
    }))
  )

const startTable = ({ starts, sizes }: Results): string =>
  table(
    [...new Set([...Object.keys(starts), ...Object.keys(sizes)])].map((name): Row => {
      const size = sizes[name]
      return {
        'cold start': name,
        'import, ms': decimals(starts[name]?.importMilliseconds, 1),
        'require, ms': decimals(starts[name]?.requireMilliseconds, 1),
        'bundle, KiB gzip': size === undefined ? '' : decimals(size / 1024, 1)
      }
    })
  )

interface Target {
  readonly title: string
  readonly measured: number | undefined
  readonly limit: number
}

const find = ({ comparisons }: Results, section: Section, title: string): Comparison | undefined =>
  comparisons.find((one) => one.section === section && one.title === title)

/** How far apart two runs of the floor itself were, in the worst case. */
const noiseOf = ({ comparisons }: Results): number =>
  Math.max(...comparisons.map(({ ratios }) => Math.abs((ratios.again ?? 1) - 1)))

const targets = (results: Results): ReadonlyArray<Target> => {
  const { memory, starts } = results
  const oursToFloor = (section: Section, title: string): number | undefined =>
    find(results, section, title)?.ratios.ours
  const time = (section: Section, title: string, limit: number): Target => ({
    title: `${title}: ours / floor`,
    measured: oursToFloor(section, title),
    limit
  })
  const small = ['1 pair', '3 pairs', '100 pairs', '1,000 pairs']
  const flat = ['100 pairs', '1,000 pairs', '10,000 pairs', '100,000 pairs'].map((title) => oursToFloor('valid', title))
  const importOf = (name: string): number | undefined => starts[name]?.importMilliseconds
  const over = (a: number | undefined, b: number | undefined): number | undefined =>
    a === undefined || b === undefined ? undefined : a / b
  const otherImports = ['io-ts', 'zod', 'arktype', 'typebox', 'ajv'].map((name) => importOf(name) ?? 0)
  return [
    time('valid', '1,000 pairs', 1.05),
    time('valid', '100 pairs', 1.05),
    time('valid', '3 pairs', 1),
    time('valid', '1 pair', 1),
    ...small.map((title): Target => {
      const fastest = find(results, 'valid', title)?.fastest
      return {
        title: `${title}: ours / the fastest peer (${fastest?.name ?? 'none'}), a tie counts`,
        measured: fastest?.ratio,
        limit: 1 + Math.max(0.01, noiseOf(results))
      }
    }),
    ...small.map((title): Target => {
      const fastest = find(results, 'parsed', title)?.fastest
      return {
        title: `${title}, parsed already: ours / the fastest peer (${fastest?.name ?? 'none'})`,
        measured: fastest?.ratio,
        limit: 1 + Math.max(0.01, noiseOf(results))
      }
    }),
    time('refused', 'another SDKAppID, 1 MiB', 0.05),
    time('refused', '100,000 pairs, all bad', 1.1),
    {
      title: '100,000 pairs, all bad: allocated bytes, ours / floor',
      measured: over(memory.ours?.allocatedBytes, memory.floor?.allocatedBytes),
      limit: 1.1
    },
    {
      title: 'ours / floor from 100 to 100,000 pairs: the highest over that of 100',
      measured: over(Math.max(...flat.map((one) => one ?? NaN)), flat[0]),
      limit: 1.05
    },
    {
      title: 'import: ours / an empty package',
      measured: over(importOf('ours'), importOf('empty package')),
      limit: 1.6
    },
    {
      title: 'import: ours / the fastest peer but valibot',
      measured: over(importOf('ours'), Math.min(...otherImports)),
      limit: 1
    }
  ]
}

const targetTable = (results: Results): string =>
  table(
    targets(results).map(({ title, measured, limit }) => ({
      target: title,
      'at most': decimals(limit, 2),
      measured: measured === undefined ? 'nothing' : decimals(measured, 3),
      met: measured !== undefined && measured <= limit ? '✔' : '✘'
    }))
  )

const machine = (): string => {
  const model = cpus()[0]?.model.replace(/\s+/g, ' ').trim() ?? 'an unknown CPU'
  return `${String(availableParallelism())} cores of ${model}, Node ${process.versions.node}`
}

const noise = (results: Results): string =>
  `Ratios are to the floor, which only reads the five parameters and the JSON. The floor against itself differs by at most ` +
  `${decimals(noiseOf(results) * 100, 1)} %.`

export const terminalReport = (results: Results): string =>
  [
    machine(),
    noise(results),
    toFloor(results, 'valid'),
    toFloor(results, 'refused'),
    parsed(results),
    memoryTable(results),
    startTable(results),
    targetTable(results)
  ].join('\n\n')

/** For the README. */
export const markdownReport = (results: Results): string =>
  [
    `Measured on ${new Date().toISOString().slice(0, 10)}, ${machine()}. ${noise(results)}`,
    toFloor(results, 'valid'),
    toFloor(results, 'refused'),
    startTable(results)
  ].join('\n\n')
