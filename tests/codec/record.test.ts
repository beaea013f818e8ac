import { describe, expect, it } from '@jest/globals'
import { right } from 'fp-ts/Either'
import * as t from 'io-ts'
import { list, record, UserId } from '../../src'
import { Digits, failing, nested, placesOf, type Tree } from '../support/codecs'
import { expectLeft, expectRight } from '../support/either'
import { describeValue } from '../support/value-rules'

const Member = record('Member', { Member_Account: UserId, Role: t.string }, { NameCard: t.string, Tag: UserId })
const member = { Member_Account: 'leckie', Role: '' }

describeValue(Member, {
  accepted: [
    ['required fields pass', member],
    ['optional fields pass', { ...member, NameCard: '', Tag: 'a' }],
    ['optional fields may be undefined', { ...member, NameCard: undefined, Tag: undefined }],
    ['fields that nobody named pass', { ...member, more: { any: [1] } }],
    ['a frozen object passes', Object.freeze({ ...member })],
    ['an object without prototype passes', Object.assign(Object.create(null) as object, member)]
  ],
  refused: [
    ['null is refused', null],
    ['undefined is refused', undefined],
    ['a list is refused', [member]],
    ['a list with the fields is refused', Object.assign([], member)],
    ['a text is refused', 'leckie'],
    ['a function is refused', Object.assign(() => undefined, member)]
  ]
})

// Every object inherits one. None of them was sent.
const Odd = record('Odd', { constructor: t.unknown }, { toString: UserId, ['__proto__']: Digits })
const odd = JSON.parse('{ "constructor": 1, "toString": "a", "__proto__": 7 }') as t.TypeOf<typeof Odd>

describe('record', () => {
  it('shows its fields', () => {
    expect([Member.name, Member.expected, Object.keys(Member.props), Object.keys(Member.optional)]).toStrictEqual([
      'Member',
      'an object',
      ['Member_Account', 'Role', 'NameCard', 'Tag'],
      ['NameCard', 'Tag']
    ])
  })

  it.each<[rule: string, codec: t.Mixed, u: object, places: ReadonlyArray<[string, unknown]>]>([
    ['a missing field', Member, { Role: '' }, [['/Member_Account', undefined]]],
    ['a required field that is undefined', Member, { ...member, Role: undefined }, [['/Role', undefined]]],
    ['a wrong field', Member, { ...member, Role: 7 }, [['/Role', 7]]],
    ['an optional field that is null', Member, { ...member, NameCard: null }, [['/NameCard', null]]],
    ['an optional field that is empty', Member, { ...member, Tag: '' }, [['/Tag', '']]],
    [
      'all that is wrong',
      Member,
      { Tag: 1 },
      [
        ['/Member_Account', undefined],
        ['/Role', undefined],
        ['/Tag', 1]
      ]
    ],
    [
      'a field of a field',
      record('Group', { Owner: Member }),
      { Owner: { Role: '' } },
      [['/Owner/Member_Account', undefined]]
    ],
    [
      'a field of an item',
      record('Group', { All: list(Member) }),
      { All: [member, {}] },
      [
        ['/All/1/Member_Account', undefined],
        ['/All/1/Role', undefined]
      ]
    ],
    ['a field that fails without a reason', record('Group', { A: failing(0) }), { A: 1 }, [['/A', 1]]],
    ['a wrong field named like a member of every object', Odd, { ...odd, toString: 7 }, [['/toString', 7]]]
  ])('%s is found at its place', (_rule, codec, u, places) => {
    expect(codec.is(u)).toBe(false)
    expect(placesOf(expectLeft(codec.decode(u)))).toStrictEqual(places)
  })

  it('does not take what every object inherits for a field', () => {
    expect(Odd.is(odd)).toBe(true)
    expect(Odd.is({ constructor: 1 })).toBe(true)
    expect(record('Strict', { constructor: t.unknown, toString: t.unknown }).is({})).toBe(true)
    expect(record('Strict', { toString: t.Function }).is({})).toBe(false)
    expect(placesOf(expectLeft(record('Strict', { toString: t.Function }).decode({})))).toStrictEqual([
      ['/toString', undefined]
    ])
  })

  it('decodes and encodes a field of any name', () => {
    const sent = JSON.parse('{ "constructor": 1, "__proto__": "7" }') as unknown
    const decoded = expectRight(Odd.decode(sent))
    expect(JSON.stringify(decoded)).toBe('{"constructor":1,"__proto__":7}')
    expect(JSON.stringify(Odd.encode(decoded))).toBe('{"constructor":1,"__proto__":"7"}')
  })

  it('decodes the fields that come in another form, and leaves what it was given as it is', () => {
    const Event = record('Event', { At: Digits }, { Until: Digits })
    const given = Object.freeze({ At: '1', more: 1 })
    expect(Event.decode(given)).toStrictEqual(right({ At: 1, more: 1 }))
    expect(Event.decode({ At: 1, Until: '2' })).toStrictEqual(right({ At: 1, Until: 2 }))
    expect(Event.is(given)).toBe(false)
    expect(Event.encode({ At: 1, Until: undefined })).toStrictEqual({ At: '1', Until: undefined })
  })

  it('copies nothing if no field changes', () => {
    const given = { At: NaN, more: 1 }
    expect(expectRight(record('Event', { At: Digits }).decode(given))).toBe(given)
  })

  it('counts errors up to 100', () => {
    const Wide = record('Wide', { A: failing(60), B: failing(60), C: failing(60) })
    expect(expectLeft(Wide.decode({}))).toHaveLength(100)
  })
})

describe('a packet that is wrong costs no more than its size', () => {
  it('nothing is looked at but the named fields', () => {
    const looked: Array<unknown> = []
    const wide = new Proxy<Record<string, unknown>>(
      Object.fromEntries(Array.from({ length: 90_000 }, (_, i) => [`k${String(i)}`, i])),
      {
        get: (target, key, receiver) => (looked.push(key), Reflect.get(target, key, receiver) as unknown),
        ownKeys: () => {
          throw new Error('all keys were asked for')
        }
      }
    )
    expect(Member.is(wide)).toBe(false)
    expect(expectLeft(Member.decode(wide))).toHaveLength(2)
    expect(new Set(looked)).toStrictEqual(new Set(['Member_Account', 'Role', 'NameCard', 'Tag']))
  })

  const decodedNames = (codecOf: (Name: t.Type<string>, self: () => t.Type<Tree>) => t.Type<Tree>, tree: unknown) => {
    let names = 0
    const Name = new t.Type<string>('Name', t.string.is, (u, c) => (names++, t.string.validate(u, c)), t.identity)
    const Recursive: t.Type<Tree> = t.recursion('Tree', () => codecOf(Name, () => Recursive))
    const result = Recursive.decode(tree)
    return { names, result }
  }
  const ours = (Name: t.Type<string>, self: () => t.Type<Tree>): t.Type<Tree> =>
    record('Tree', { Name, Children: list(self()) })

  it.each([10, 100, 500])('every part of a tree of %d levels is decoded once', (depth) => {
    expect(decodedNames(ours, nested(depth, [])).names).toBe(depth + 1)
    expect(decodedNames(ours, nested(depth, [7])).names).toBe(depth + 1)
  })

  it('the places of what is wrong are no longer than 100 steps, however deep they are', () => {
    const sizes = [200, 400].map((depth) => {
      const errors = expectLeft(decodedNames(ours, nested(depth, [7, 7, 7])).result)
      return errors.map(({ context }) => context.length)
    })
    for (const lengths of sizes) expect(lengths).toStrictEqual([100, 100, 100])
  })

  it.each<[rule: string, given: ReadonlyArray<unknown>, message: string]>([
    ['no name', [{ Member_Account: UserId }], 'takes a name and its fields'],
    ['a name that is not text', [7, { Member_Account: UserId }], 'takes a name and its fields'],
    ['no fields', ['Member'], 'takes a name and its fields'],
    ['a list of fields', ['Member', [UserId]], 'takes a name and its fields'],
    ['a field without a codec', ['Member', { Role: undefined }], 'Role of Member needs a codec'],
    ['an optional field without a codec', ['Member', {}, { Role: String }], 'Role of Member needs a codec']
  ])('%s: a TypeError that says so', (_rule, given, message) => {
    const define = () => (record as (...given: ReadonlyArray<unknown>) => unknown)(...given)
    expect(define).toThrow(TypeError)
    expect(define).toThrow(message)
  })
})
