import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import * as t from 'io-ts'
import type { FieldCheck } from '../../src/codec/field-check'

let fieldCheck: (typeof import('../../src/codec/field-check'))['fieldCheck']
let text: t.Mixed

// Loaded anew, so that no other codec has taken the checks for single names.
beforeAll(() =>
  jest.isolateModulesAsync(async () => {
    ;({ fieldCheck } = await import('../../src/codec/field-check'))
    const { nonEmptyText } = await import('../../src/codec/non-empty-text')
    text = nonEmptyText('Text')
  })
)

/** More than there are checks for single names, and names that every object inherits. */
const names = [...Array.from({ length: 12 }, (_, i) => `Name${String(i)}`), 'constructor', 'toString']

const good: Readonly<Record<string, unknown>> = Object.fromEntries(names.map((name) => [name, 'a']))
const without = (name: string): object => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name))

const check = (codec: t.Mixed, optional: boolean): FieldCheck => {
  const whole = names.reduceRight<FieldCheck | undefined>(
    (next, key) => fieldCheck({ key, codec, optional }, next),
    undefined
  )
  if (whole === undefined) throw new Error('no names')
  return whole
}

describe.each([
  ['a text', () => text, ''],
  ['another codec', () => t.literal('a'), 'b']
])('the checks of %s', (_title, codecOf, bad) => {
  let codec: t.Mixed
  beforeAll(() => {
    codec = codecOf()
  })

  it('accept an object in which all is right', () => {
    expect(check(codec, false)(good)).toBe(true)
    expect(check(codec, true)(good)).toBe(true)
  })

  it.each(names)('refuse an object in which %s is wrong', (name) => {
    for (const value of [bad, 7, null, []]) {
      expect(check(codec, false)({ ...good, [name]: value })).toBe(false)
      expect(check(codec, true)({ ...good, [name]: value })).toBe(false)
    }
  })

  it.each(names)('want %s only if it is required', (name) => {
    expect(check(codec, false)(without(name))).toBe(false)
    expect(check(codec, false)({ ...good, [name]: undefined })).toBe(false)
    expect(check(codec, true)(without(name))).toBe(true)
    expect(check(codec, true)({ ...good, [name]: undefined })).toBe(true)
  })

  it.each([
    ['null', null],
    ['a list', Object.assign([], good)],
    ['a function', Object.assign(() => undefined, good)],
    ['a text', 'a']
  ])('refuse %s', (_rule, u) => {
    expect(check(codec, false)(u)).toBe(false)
    expect(check(codec, true)(u)).toBe(false)
  })

  it.each(names)('of %s work alone', (key) => {
    expect(fieldCheck({ key, codec, optional: false }, undefined)({ [key]: 'a' })).toBe(true)
    expect(fieldCheck({ key, codec, optional: false }, undefined)({ [key]: bad })).toBe(false)
    expect(fieldCheck({ key, codec, optional: true }, undefined)({})).toBe(true)
    expect(fieldCheck({ key, codec, optional: false }, undefined)(null)).toBe(false)
  })
})

it('takes nothing that an object inherits for a field', () => {
  const anyFunction = new t.Type<unknown>(
    'Function',
    (u): u is unknown => typeof u === 'function',
    t.failure,
    t.identity
  )
  const check = fieldCheck({ key: 'constructor', codec: anyFunction, optional: false }, undefined)

  expect(check({})).toBe(false)
  expect(check({ constructor: () => undefined })).toBe(true)
})
