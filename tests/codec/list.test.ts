import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import { list } from '../../src/codec/list'
import { UserId } from '../../src/values/user-id'
import { expectLeft, expectRight } from '../support/either'

const Users = list(UserId)
const Groups = list(Users)

/** Decodes digits to a number, and accepts a number. */
const Time = new t.Type<number, string>(
  'Time',
  t.number.is,
  (u, context) => {
    if (t.number.is(u)) return t.success(u)
    return typeof u === 'string' && u !== '' ? t.success(Number(u)) : t.failure(u, context)
  },
  String
)
const Times = list(Time)

/** Decodes to a value that it does not accept. */
const Contradicting = new t.Type<string>(
  'Contradicting',
  (u): u is string => u === 'good',
  () => t.success('bad'),
  t.identity
)

/** Reports a number of errors for every value. */
const failing = (count: number) =>
  new t.Type<string>(
    'Failing',
    t.never.is,
    (value, context) => t.failures(Array.from({ length: count }, () => ({ value, context }))),
    t.identity
  )

const keysOf = (errors: t.Errors): ReadonlyArray<string> =>
  errors.map(({ context }) => context.map(({ key }) => key).join('/'))

const notLists: ReadonlyArray<[rule: string, u: unknown]> = [
  ['null is refused', null],
  ['undefined is refused', undefined],
  ['an object is refused', {}],
  ['an object that looks like a list is refused', { 0: 'a', length: 1 }],
  ['a text is refused', 'ab'],
  ['a number is refused', 7],
  ['typed numbers are refused', new Uint8Array(1)],
  ['a set is refused', new Set(['a'])]
]

describe('list', () => {
  it('is named after its items', () => {
    expect([Users.name, Groups.name, list(t.union([t.string, t.number])).name]).toStrictEqual([
      'UserId[]',
      'UserId[][]',
      '(string | number)[]'
    ])
  })

  describe('is', () => {
    it.each<[rule: string, codec: t.Mixed, u: unknown, expected: boolean]>([
      ['the empty list passes', Users, [], true],
      ['a list of one passes', Users, ['a'], true],
      ['a list of many passes', Users, ['a', 'b', 'a'], true],
      ['a wrong first item is refused', Users, ['', 'b', 'c'], false],
      ['a wrong item in the middle is refused', Users, ['a', '', 'c'], false],
      ['a wrong last item is refused', Users, ['a', 'b', ''], false],
      ['a hole is refused', Users, Array.from({ length: 1 }), false],
      ['the encoded form of an item is refused', Times, ['7'], false],
      ['the decoded form of an item passes', Times, [7], true],
      ['an empty list of lists passes', Groups, [], true],
      ['a list of empty lists passes', Groups, [[], []], true],
      ['a list of lists passes', Groups, [['a'], ['b', 'c']], true],
      ['a wrong item of an item is refused', Groups, [['a'], ['b', '']], false],
      ['an item that is no list is refused', Groups, [['a'], 'b'], false]
    ])('%s', (_rule, codec, u, expected) => {
      expect(codec.is(u)).toBe(expected)
    })

    it.each(notLists)('%s', (_rule, u) => {
      expect(list(t.unknown).is(u)).toBe(false)
    })
  })

  describe('decode', () => {
    it.each<[rule: string, codec: t.Mixed, u: unknown]>([
      ['the empty list is handed on as it is', Users, []],
      ['a list is handed on as it is', Users, ['a', 'b']],
      ['a frozen list is handed on as it is', Users, Object.freeze(['a'])],
      ['a list of lists is handed on as it is', Groups, [['a'], []]],
      ['what needs no decoding is handed on as it is', Times, [1, 2]],
      ['what is accepted is not decoded', list(Contradicting), ['good', 'good']]
    ])('%s', (_rule, codec, u) => {
      expect(expectRight<unknown>(codec.decode(u))).toBe(u)
    })

    it.each(notLists)('%s', (_rule, u) => {
      expect(expectLeft(Users.decode(u))).toStrictEqual([
        { value: u, context: [{ key: '', type: Users, actual: u }], message: undefined }
      ])
    })

    it('items of another form are decoded', () => {
      expect(expectRight(Times.decode(['1', 2, '3']))).toStrictEqual([1, 2, 3])
    })

    it('items of items are decoded', () => {
      expect(expectRight(list(Times).decode([['1'], [], [2, '3']]))).toStrictEqual([[1], [], [2, 3]])
    })

    it('the input stays as it is', () => {
      const u = Object.freeze(['1', 2])
      expect(expectRight(Times.decode(u))).toStrictEqual([1, 2])
      expect(u).toStrictEqual(['1', 2])
    })

    it('a wrong item is reported with its place, its codec and its value', () => {
      const u = ['a', 7]
      expect(expectLeft(Users.decode(u))).toStrictEqual([
        {
          value: 7,
          context: [
            { key: '', type: Users, actual: u },
            { key: '1', type: UserId, actual: 7 }
          ],
          message: undefined
        }
      ])
    })

    it.each<[rule: string, codec: t.Mixed, u: unknown, keys: ReadonlyArray<string>]>([
      ['all wrong items are reported in their order', Users, ['', 'b', 7, null], ['/0', '/2', '/3']],
      ['a wrong item among decoded ones is reported', Times, ['1', '', '3'], ['/1']],
      ['a hole is reported', Users, Array.from({ length: 2 }), ['/0', '/1']],
      ['wrong items of items are reported', Groups, [['a', ''], ['b'], 'c', [7]], ['/0/1', '/2', '/3/0']],
      ['all errors of an item are reported', list(failing(2)), ['a', 'b'], ['/0', '/0', '/1', '/1']],
      ['a list that contradicts its codec once decoded is wrong as a whole', list(Contradicting), ['good', 1], ['']]
    ])('%s', (_rule, codec, u, keys) => {
      expect(keysOf(expectLeft(codec.decode(u)))).toStrictEqual(keys)
    })

    it('a list that contradicts its codec once decoded is reported as it came', () => {
      const Contradictions = list(Contradicting)
      const u = ['good', 1]
      expect(expectLeft(Contradictions.decode(u))).toStrictEqual([
        { value: u, context: [{ key: '', type: Contradictions, actual: u }], message: undefined }
      ])
    })

    it.each<[rule: string, codec: t.Mixed, items: number, errors: number]>([
      ['99 wrong items are reported', Users, 99, 99],
      ['a hundred wrong items are reported', Users, 100, 100],
      ['of 101 wrong items a hundred are reported', Users, 101, 100],
      ['of two errors an item a hundred are reported', list(failing(2)), 51, 100],
      ['of three errors an item a hundred are reported', list(failing(3)), 34, 100],
      ['of many errors in one item a hundred are reported', list(failing(500)), 1, 100]
    ])('%s', (_rule, codec, items, errors) => {
      expect(expectLeft(codec.decode(Array.from({ length: items }, () => 7)))).toHaveLength(errors)
    })

    it('nothing is decoded after the hundredth error', () => {
      let decoded = 0
      const Counting = new t.Type<string>(
        'Counting',
        t.never.is,
        (u, context) => {
          decoded += 1
          return t.failure(u, context)
        },
        t.identity
      )
      expect(expectLeft(list(Counting).decode(Array.from({ length: 1_000 }, () => 7)))).toHaveLength(100)
      expect(decoded).toBe(100)
    })
  })

  describe('encode', () => {
    it.each<[rule: string, codec: t.Mixed]>([
      ['a list whose items are their own encoding is its own', Users],
      ['a list of such lists is too', Groups]
    ])('%s', (_rule, codec) => {
      expect(codec.encode).toBe(t.identity)
    })

    it('items are encoded', () => {
      const times = Object.freeze([1, 2])
      expect(Times.encode(times)).toStrictEqual(['1', '2'])
      expect(times).toStrictEqual([1, 2])
    })

    it('items of items are encoded', () => {
      expect(list(Times).encode([[1], [], [2, 3]])).toStrictEqual([['1'], [], ['2', '3']])
    })

    it('an encoder sees the item only', () => {
      const Spread = new t.Type<string, ReadonlyArray<unknown>>(
        'Spread',
        t.string.is,
        t.string.validate,
        (...all: ReadonlyArray<unknown>) => all
      )
      expect(list(Spread).encode(['a', 'b'])).toStrictEqual([['a'], ['b']])
    })
  })
})

describe('list of a codec that fails without a reason', () => {
  const Silent = new t.Type<string>('Silent', t.string.is, () => t.failures([]), t.identity)
  it.each<[string, ReadonlyArray<unknown>]>([
    ['an only item is not dropped', [7]],
    ['one item of several is not dropped', ['a', 7]]
  ])('%s', (_rule, items) => {
    expect(expectLeft(list(Silent).decode(items))).toHaveLength(1)
  })
  it('an item is not taken for undefined, which the codec accepts', () => {
    const Absent = new t.Type<undefined>('Absent', t.undefined.is, () => t.failures([]), t.identity)
    expect(expectLeft(list(Absent).decode([undefined, 7]))).toHaveLength(1)
  })
})
