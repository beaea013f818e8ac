import { availableParallelism, cpus } from 'node:os'
import type { Comparison, Results, Section } from './results'
import { table, type Row } from './table'
import { targets } from './targets'

const contenders = ['ours', 'io-ts', 'zod', 'valibot', 'arktype', 'typebox', 'ajv']

const decimals = (value: number | undefined, digits: number): string =>
  value === undefined
    ? ''
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })

const microseconds = (nanoseconds: number | undefined): string =>
  nanoseconds === undefined ? '' : decimals(nanoseconds / 1000, nanoseconds < 1e5 ? 2 : 0)

const ratio = (value: number | undefined): string => decimals(value, value !== undefined && value < 0.01 ? 4 : 2)

const mebibytes = (bytes: number): string => decimals(bytes / 1024 / 1024, 1)

const cells = (
  values: Readonly<Record<string, number>>,
  show: (value: number | undefined) => string
): Readonly<Record<string, string>> => Object.fromEntries(contenders.map((name) => [name, show(values[name])]))

const rows = ({ comparisons }: Results, section: Section, row: (comparison: Comparison) => Row): string =>
  table(comparisons.filter((one) => one.section === section).map(row))

/** The time of the floor, and how many times as long everybody else takes. */
const toFloor = (results: Results, section: Section): string =>
  rows(results, section, ({ title, nanoseconds, ratios }) => ({
    [section]: title,
    'floor, µs': microseconds(nanoseconds.floor),
    'floor again': ratio(ratios.again),
    ...cells(ratios, ratio)
  }))

const parsed = (results: Results): string =>
  rows(results, 'parsed', ({ title, nanoseconds, ratios, fastest }) => ({
    'parsed already, µs': title,
    ...cells(nanoseconds, microseconds),
    'ours / fastest peer': ratio(fastest?.ratio),
    'ours again / ours': ratio(ratios.again)
  }))

const memory = (results: Results): string =>
  table(
    Object.entries(results.memory).map(([name, { allocatedBytes, retainedBytes }]) => ({
      '100,000 pairs, all bad': name,
      'allocated, MiB': mebibytes(allocatedBytes),
      'kept by the result, MiB': mebibytes(retainedBytes)
    }))
  )

const start = ({ starts, sizes }: Results): string =>
  table(
    [...new Set([...Object.keys(starts), ...Object.keys(sizes)])].map((name) => ({
      'cold start': name,
      'import, ms': decimals(starts[name]?.importMilliseconds, 1),
      'require, ms': decimals(starts[name]?.requireMilliseconds, 1),
      'the program, KiB gzip': sizes[name] === undefined ? '' : decimals(sizes[name] / 1024, 1)
    }))
  )

const met = (results: Results): string =>
  table(
    targets(results).map(({ title, limit, measured }) => ({
      target: title,
      'at most': decimals(limit, 2),
      measured: decimals(measured, 3),
      met: measured <= limit ? '✔' : '✘'
    }))
  )

const machine = (): string => {
  const model = cpus()[0]?.model.replace(/\s+/g, ' ').trim() ?? 'an unknown CPU'
  return `${new Date().toISOString().slice(0, 10)}, ${String(availableParallelism())} cores of ${model}, Node ${process.versions.node}.`
}

const legend =
  'Times are medians. Ratios are to the floor: `new URLSearchParams`, a `get` for each of the five parameters, `JSON.parse`, and not one check.'

export const terminalReport = (results: Results): string =>
  [
    `${machine()}\n${legend}`,
    toFloor(results, 'valid'),
    toFloor(results, 'refused'),
    parsed(results),
    memory(results),
    start(results),
    met(results)
  ].join('\n\n')

/** For the README. */
export const markdownReport = (results: Results): string =>
  [`${machine()} ${legend}`, toFloor(results, 'valid'), toFloor(results, 'refused'), start(results)].join('\n\n')
