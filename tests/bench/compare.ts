import { floor } from './floor'
import { measure, median, ratio, type Contender, type Measured } from './measure'
import type { TextRequest } from './requests'
import type { Comparison, Section } from './results'

export const isQuick = process.argv.includes('--quick')
export const milliseconds = isQuick ? 300 : 3500

interface Tagged {
  readonly _tag: string
  readonly left?: { readonly _tag: string }
}

export type Parser<Request> = (request: Request) => Tagged

/** A contender that says something else would not be doing the same work. */
export const insist = <Request>(
  contenders: Readonly<Record<string, Parser<Request>>>,
  [request]: ReadonlyArray<Request>,
  expected: string
): void => {
  for (const [name, parse] of Object.entries(contenders)) {
    const verdict = request && parse(request)
    const tag = verdict?.left?._tag ?? verdict?._tag
    if (tag !== expected) throw new Error(`${name} says ${String(tag)}, but it has to be ${expected}`)
  }
}

/** All others are peers. */
const own = ['floor', 'again', 'ours']

export const comparison = (section: Section, title: string, measured: Measured): Comparison => {
  const names = Object.keys(measured.times)
  const base = names.includes('floor') ? 'floor' : 'ours'
  const nanoseconds = Object.fromEntries(names.map((name) => [name, median(measured.times[name] ?? [])]))
  const [fastest] = names
    .filter((name) => !own.includes(name))
    .sort((a, b) => (nanoseconds[a] ?? 0) - (nanoseconds[b] ?? 0))
  return {
    section,
    title,
    nanoseconds,
    ratios: Object.fromEntries(names.map((name) => [name, ratio(measured, name, base)])),
    ...(fastest !== undefined && { fastest: { name: fastest, ratio: ratio(measured, 'ours', fastest) } })
  }
}

/** What was measured so far. */
export const comparisons: Array<Comparison> = []

export const compare = (
  section: Section,
  title: string,
  list: ReadonlyArray<TextRequest>,
  expected: string,
  parsers: Readonly<Record<string, Parser<TextRequest>>>,
  share = 1
): void => {
  console.error(`  ${section}: ${title}`)
  insist(parsers, list, expected)
  const contenders: Readonly<Record<string, Contender<TextRequest>>> = { floor, again: floor, ...parsers }
  comparisons.push(comparison(section, title, measure(contenders, list, milliseconds * share)))
}

export const pairs = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'pair' : 'pairs'}`
