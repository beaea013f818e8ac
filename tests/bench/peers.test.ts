import { beforeAll, describe, expect, it } from '@jest/globals'
import { parseBlocklistAddCallback } from '../../src'
import { sdkAppId } from '../fixtures/blocklist'
import { printedBy, run } from '../support/process'
import type { Verdict } from './peers/protocol'
import { cases } from './verdict-cases'

const names = ['io-ts', 'zod', 'valibot', 'arktype', 'typebox', 'ajv']
const tagOf = (verdict: Verdict): string => (verdict._tag === 'Right' ? verdict._tag : verdict.left._tag)
const parse = parseBlocklistAddCallback({ sdkAppId })

// Some of the libraries are ES modules only, so they run in a process of their own.
let verdicts: ReadonlyMap<string, ReadonlyArray<Verdict>>
beforeAll(async () => {
  const printed = await printedBy(run(process.execPath, ['--import', 'tsx', 'tests/bench/verdicts.ts']))
  const all = JSON.parse(printed) as ReadonlyArray<{ name: string; verdicts: ReadonlyArray<Verdict> }>
  verdicts = new Map(all.map(({ name, verdicts }) => [name, verdicts]))
}, 60_000)

describe('what the benchmark compares', () => {
  it('are these peers', () => {
    expect([...verdicts.keys()]).toEqual(names)
  })

  it('has cases for every verdict', () => {
    expect(new Set(cases.map(({ expected }) => expected)).size).toBe(7)
  })
})

describe('a verdict of our own', () => {
  it.each(cases)('is $expected for $title', ({ request, expected }) => {
    const result = parse(request)
    expect(result._tag === 'Right' ? result._tag : result.left._tag).toBe(expected)
  })
})

describe.each(names)('the verdicts of %s', (name) => {
  it('are ours, whatever is wrong', () => {
    const theirs = verdicts.get(name) ?? []
    expect(cases.map(({ title }, i) => [title, theirs[i] && tagOf(theirs[i])])).toEqual(
      cases.map(({ title, expected }) => [title, expected])
    )
  })

  it('have the same parameters and packet', () => {
    cases.forEach(({ title, request }, i) => {
      const result = parse(request)
      if (result._tag === 'Left') return
      const { parameters, packet } = result.right
      expect([title, verdicts.get(name)?.[i]]).toEqual([title, { _tag: 'Right', right: { parameters, packet } }])
    })
  })
})
