import { describe, expect, it } from '@jest/globals'
import type { Errors } from 'io-ts'
import { addErrors, maxErrors } from '../../src/codec/errors'

const errors = (length: number, label: string): Errors =>
  Array.from({ length }, (_, i) => ({ value: `${label}${String(i)}`, context: [] }))

describe('addErrors', () => {
  it('stops at a hundred', () => {
    expect(maxErrors).toBe(100)
  })

  it.each<[rule: string, before: number, more: number, after: number]>([
    ['nothing and nothing is nothing', 0, 0, 0],
    ['nothing is added', 3, 0, 3],
    ['all are added below the limit', 3, 4, 7],
    ['the 99th is added', 98, 1, 99],
    ['the hundredth is added', 99, 1, 100],
    ['the 101st is not', 100, 1, 100],
    ['those up to the limit are added', 98, 5, 100],
    ['a full list stays as it is', 100, 100, 100],
    ['a hundred at once are added', 0, 100, 100],
    ['of 101 at once a hundred are added', 0, 101, 100],
    ['more than a call has room for arguments are no trouble', 1, 300_000, 100]
  ])('%s', (_rule, before, more, after) => {
    const found = errors(before, 'before')
    addErrors(found, errors(more, 'more'))
    expect(found).toStrictEqual([...errors(before, 'before'), ...errors(more, 'more')].slice(0, after))
  })

  it('leaves what it adds alone', () => {
    const more = errors(101, 'more')
    addErrors([], more)
    expect(more).toStrictEqual(errors(101, 'more'))
  })
})
