import { describe, expect, it } from '@jest/globals'
import { right } from 'fp-ts/Either'
import * as t from 'io-ts'
import { BlocklistAdd, list, record, UserId } from '../../src'
import { Digits, failing, placesOf } from '../support/codecs'
import { expectLeft, expectRight } from '../support/either'
import { describeValue } from '../support/value-rules'

const notLists: ReadonlyArray<readonly [rule: string, value: unknown]> = [
  ['null is refused', null],
  ['undefined is refused', undefined],
  ['an object that looks like a list is refused', { 0: 'a', length: 1 }],
  ['a text is refused', 'ab'],
  ['bytes are refused', new Uint8Array(1)],
  ['a set is refused', new Set(['a'])]
]

describeValue(list(UserId), {
  accepted: [
    ['the empty list passes', []],
    ['a list of one passes', ['a']],
    ['a frozen list passes', Object.freeze(['a', 'b', 'a'])]
  ],
  refused: notLists
})

describeValue(list(list(UserId)), {
  accepted: [
    ['an empty list of lists passes', []],
    ['lists of lists pass', [['a'], [], ['b', 'c']]]
  ],
  refused: notLists
})

const Pair = record('Pair', { From: UserId, At: t.number }, { Tag: UserId })

describeValue(list(Pair), {
  accepted: [
    [
      'objects pass',
      [
        { From: 'a', At: 1 },
        { From: 'b', At: 2, Tag: 'c', more: 1 }
      ]
    ]
  ],
  refused: notLists
})

describe('list', () => {
  it('is named after its items, and shows their codec', () => {
    const users = list(UserId)
    expect([users.name, users.item, users.expected]).toStrictEqual(['UserId[]', UserId, 'a list'])
  })

  it.each<[rule: string, codec: t.Mixed, u: ReadonlyArray<unknown>, places: ReadonlyArray<[string, unknown]>]>([
    ['the first item', list(UserId), ['', 'b', 'c'], [['/0', '']]],
    ['the last item', list(UserId), ['a', 'b', 7], [['/2', 7]]],
    [
      'several items',
      list(UserId),
      ['', 'b', 7],
      [
        ['/0', ''],
        ['/2', 7]
      ]
    ],
    ['a hole', list(UserId), new Array(1), [['/0', undefined]]],
    ['an item of an item', list(list(UserId)), [['a'], ['b', '']], [['/1/1', '']]],
    [
      'a required text of an object',
      list(Pair),
      [
        { From: 'a', At: 1 },
        { From: '', At: 1 }
      ],
      [['/1/From', '']]
    ],
    ['a required value of an object', list(Pair), [{ From: 'a', At: 1 }, { From: 'a' }], [['/1/At', undefined]]],
    ['an optional text of an object', list(Pair), [{ From: 'a', At: 1, Tag: '' }], [['/0/Tag', '']]],
    ['an item that is not an object', list(record('Any', {}, { Tag: UserId })), [{}, 7], [['/1', 7]]],
    ['an item that is not a list', list(list(UserId)), [['a'], 'b'], [['/1', 'b']]],
    ['an item that fails without a reason', list(failing(0)), ['a'], [['/0', 'a']]]
  ])('%s is found at its place', (_rule, codec, u, places) => {
    expect(codec.is(u)).toBe(false)
    expect(placesOf(expectLeft(codec.decode(u)))).toStrictEqual(places)
  })

  it('decodes the items that come in another form, and leaves what it was given as it is', () => {
    const given = Object.freeze(['1', 2, '3'])
    expect(list(Digits).decode(given)).toStrictEqual(right([1, 2, 3]))
    expect(list(list(Digits)).decode([given, []])).toStrictEqual(right([[1, 2, 3], []]))
    expect(list(Digits).is(given)).toBe(false)
  })

  it('copies nothing if no item changes', () => {
    const given = [1, NaN]
    expect(expectRight(list(Digits).decode(given))).toBe(given)
  })

  it('encodes every item', () => {
    expect(list(list(Digits)).encode([[1], [], [2, 3]])).toStrictEqual([['1'], [], ['2', '3']])
  })

  it.each<[rule: string, codec: t.Mixed, length: number, found: number]>([
    ['99 wrong items', UserId, 99, 99],
    ['101 wrong items', UserId, 101, 100],
    ['100,000 wrong items', UserId, 100_000, 100],
    ['one item with 101 errors', failing(101), 1, 100],
    ['items with 60 errors each', failing(60), 3, 100],
    ['lists of wrong items', list(failing(60)), 0, 0]
  ])('errors are counted up to 100: %s', (_rule, codec, length, found) => {
    const result = list(codec).decode(Array.from({ length }, () => 7))
    expect(result._tag === 'Left' ? result.left.length : 0).toBe(found)
  })

  it('looks at no further item once there are 100 errors', () => {
    let looked = 0
    const Wrong = new t.Type<string>('Wrong', t.never.is, (u, c) => (looked++, t.failure(u, c)), t.identity)
    list(Wrong).decode(new Array(2 ** 32 - 1))
    expect(looked).toBe(100)
  })

  it.each<[rule: string, item: unknown]>([
    ['nothing', undefined],
    ['the name of a codec', 'UserId'],
    ['a guard', { is: UserId.is }],
    ['a definition', BlocklistAdd]
  ])('a list of %s is a TypeError', (_rule, item) => {
    expect(() => list(item as t.Mixed)).toThrow(new TypeError('list needs a codec'))
  })
})
