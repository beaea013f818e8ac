import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import * as t from 'io-ts'
import { list, oneOf, record, UserId } from '../../../src'
import { codecArbitrary } from '../../../src/testing/arbitrary/codec-arbitrary'

const samples = (codec: t.Mixed): ReadonlyArray<unknown> =>
  fc.sample(codecArbitrary(codec, {}), { numRuns: 500, seed: 1 })

const Even = new t.Type<string>(
  'Even',
  (u): u is string => typeof u === 'string' && u.length % 2 === 0,
  (u, context) => t.failure(u, context),
  t.identity
)

const isPlain = (u: unknown): boolean => Object.getPrototypeOf(u) === Object.prototype
const hasA = (u: unknown): boolean => Object.hasOwn(u as object, 'A')
const isForeign = (u: unknown): boolean => typeof u === 'string' && /[^\0-\x7f]/.test(u)

describe('what is derived from a codec, unfiltered', () => {
  it.each<[string, t.Mixed]>([
    ['text', t.string],
    ['numbers', t.number],
    ['null', t.null],
    ['a literal', t.literal('a')],
    ['an enumeration', t.keyof({ A: null, B: null })],
    ['a union', t.union([t.literal(0), t.literal('a')])],
    ['an intersection', t.intersection([t.type({ A: t.string }), t.partial({ B: t.number })])],
    ['an array', t.array(t.number)],
    ['a readonly array', t.readonlyArray(t.number)],
    ['an object', t.type({ A: t.number, B: t.null })],
    ['optional fields', t.partial({ A: t.number })],
    ['a readonly object', t.readonly(t.type({ A: t.number }))],
    ['an exact object', t.exact(t.type({ A: t.number }))],
    ['an integer', t.Int],
    ['a record', record('Record', { A: t.null }, { B: t.number })],
    ['a list', list(t.null)],
    ['a word', oneOf('Word', ['a'])],
    ['a codec of a user', Even]
  ])('is valid: %s', (_title, codec) => {
    for (const value of samples(codec)) expect(codec.is(value)).toBe(true)
  })

  it.each<[string, t.Mixed, ReadonlyArray<(u: unknown) => boolean>]>([
    ['text is empty, or of any script', t.string, [(u) => u === '', isForeign, (u) => u !== '' && !isForeign(u)]],
    ['a user id may be of any script', UserId, [isForeign, (u) => !isForeign(u)]],
    ['numbers are negative, and fractions', t.number, [(u) => Number(u) < 0, (u) => !Number.isInteger(u)]],
    ['integers are negative, too', t.Int, [(u) => Number(u) < 0, (u) => Number(u) > 0]],
    [
      'anything is objects, lists, text and null',
      t.unknown,
      [isPlain, Array.isArray, (u) => u === null, (u) => typeof u === 'string']
    ],
    ['a union is of all its members', t.union([t.literal(0), t.null, UserId]), [(u) => u === 0, (u) => u === null]],
    ['optional fields are there, and not', t.partial({ A: t.number }), [hasA, (u) => !hasA(u)]],
    ['true and false are both there', t.boolean, [(u) => u === true, (u) => u === false]]
  ])('has variety: %s', (_title, codec, kinds) => {
    const values = samples(codec)
    for (const isOfKind of kinds) expect(values.some(isOfKind)).toBe(true)
  })

  it('has no zero with a sign, which JSON does not keep', () => {
    const number = fc.sample(codecArbitrary(t.number, {}), { numRuns: 20_000, seed: 1 })
    expect(number.some((value) => Object.is(value, -0))).toBe(false)
  })

  it.each<[string, t.Mixed]>([
    ['a record', record('Record', { A: t.string })],
    ['an object', t.type({ A: t.string })],
    ['an object of any names', t.UnknownRecord]
  ])('is made as JSON makes it: %s', (_title, codec) => {
    expect(samples(codec).every(isPlain)).toBe(true)
  })
})
