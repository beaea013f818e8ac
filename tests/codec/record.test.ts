import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import { isObject } from '../../src/codec/json-object'
import { list } from '../../src/codec/list'
import { record } from '../../src/codec/record'
import { UserId } from '../../src/values/user-id'
import { expectLeft, expectRight } from '../support/either'

const Member = record('Member', { Id: UserId, Age: t.number }, { Tag: UserId, Card: t.string })
const valid = { Id: 'a', Age: 1 }

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
const Event = record('Event', { At: Time, Id: UserId }, { Until: Time, Tag: UserId })
const event = (fields: object): t.TypeOf<typeof Event> => expectRight(Event.decode({ Id: 'a', ...fields }))

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

const bare = (fields: object): object => Object.assign(Object.create(null) as object, fields)

const keysOf = (errors: t.Errors): ReadonlyArray<string> =>
  errors.map(({ context }) => context.map(({ key }) => key).join('/'))

const accepted: ReadonlyArray<[rule: string, u: object]> = [
  ['the required fields are enough', valid],
  ['the order of the fields is irrelevant', { Age: 1, Id: 'a' }],
  ['optional fields may be there', { ...valid, Tag: 'b', Card: '' }],
  ['optional fields may be undefined', { ...valid, Tag: undefined, Card: undefined }],
  ['unknown fields may be there', { ...valid, More: null, more: [{}] }],
  ['an object without prototype passes', bare(valid)],
  ['an object of a class passes', Object.assign(new Date(0), valid)],
  ['a frozen object passes', Object.freeze({ ...valid })]
]

const refused: ReadonlyArray<[rule: string, u: object, keys: ReadonlyArray<string>]> = [
  ['no field at all is refused', {}, ['/Id', '/Age']],
  ['a missing text is refused', { Age: 1 }, ['/Id']],
  ['an undefined text is refused', { ...valid, Id: undefined }, ['/Id']],
  ['a text that is null is refused', { ...valid, Id: null }, ['/Id']],
  ['an empty text is refused', { ...valid, Id: '' }, ['/Id']],
  ['a number is no text', { ...valid, Id: 7 }, ['/Id']],
  ['a missing number is refused', { Id: 'a' }, ['/Age']],
  ['an undefined number is refused', { ...valid, Age: undefined }, ['/Age']],
  ['a number that is null is refused', { ...valid, Age: null }, ['/Age']],
  ['a text is no number', { ...valid, Age: '1' }, ['/Age']],
  ['an optional text that is null is refused', { ...valid, Tag: null }, ['/Tag']],
  ['an optional text that is empty is refused', { ...valid, Tag: '' }, ['/Tag']],
  ['an optional text that is a number is refused', { ...valid, Tag: 7 }, ['/Tag']],
  ['any other optional field that is null is refused', { ...valid, Card: null }, ['/Card']],
  ['any other optional field that is wrong is refused', { ...valid, Card: 7 }, ['/Card']],
  ['a field of another letter case is another field', { id: 'a', Age: 1 }, ['/Id']],
  ['all wrong fields are refused at once', { Card: 7, Tag: '', Age: '1' }, ['/Id', '/Age', '/Tag', '/Card']]
]

const notObjects: ReadonlyArray<[rule: string, u: unknown]> = [
  ['null is refused', null],
  ['undefined is refused', undefined],
  ['a list is refused', []],
  ['a list with the fields is refused', Object.assign([], valid)],
  ['a text is refused', 'a'],
  ['a number is refused', 7],
  ['true is refused', true],
  ['a function with the fields is refused', Object.assign(() => undefined, valid)]
]

describe('isObject', () => {
  it.each(accepted)('%s', (_rule, u) => {
    expect(isObject(u)).toBe(true)
  })

  it.each(notObjects)('%s', (_rule, u) => {
    expect(isObject(u)).toBe(false)
  })
})

describe('record', () => {
  it('has the name that it is given', () => {
    expect(Member.name).toBe('Member')
  })

  it('shows the codecs of its fields, required ones first', () => {
    expect(Object.entries(Member.props)).toStrictEqual([
      ['Id', UserId],
      ['Age', t.number],
      ['Tag', UserId],
      ['Card', t.string]
    ])
  })

  it('may have no optional fields', () => {
    expect(record('One', { Id: UserId }).props).toStrictEqual({ Id: UserId })
  })

  describe('is', () => {
    it.each(accepted)('%s', (_rule, u) => {
      expect(Member.is(u)).toBe(true)
    })

    it.each(refused)('%s', (_rule, u) => {
      expect(Member.is(u)).toBe(false)
    })

    it.each(notObjects)('%s', (_rule, u) => {
      expect(Member.is(u)).toBe(false)
      expect(record('Anything', {}).is(u)).toBe(false)
    })

    it('every object passes where there are no fields', () => {
      expect(record('Anything', {}).is({})).toBe(true)
    })

    it.each<[rule: string, u: object, expected: boolean]>([
      ['the decoded form of a field passes', { At: 7, Id: 'a', Until: 8 }, true],
      ['the encoded form of a required field is refused', { At: '7', Id: 'a' }, false],
      ['the encoded form of an optional field is refused', { At: 7, Id: 'a', Until: '8' }, false]
    ])('%s', (_rule, u, expected) => {
      expect(Event.is(u)).toBe(expected)
    })
  })

  describe('decode', () => {
    it.each(accepted)('%s, and is handed on as it is', (_rule, u) => {
      expect(expectRight(Member.decode(u))).toBe(u)
    })

    it.each(refused)('%s', (_rule, u, keys) => {
      expect(keysOf(expectLeft(Member.decode(u)))).toStrictEqual(keys)
    })

    it.each(notObjects)('%s', (_rule, u) => {
      expect(expectLeft(Member.decode(u))).toStrictEqual([
        { value: u, context: [{ key: '', type: Member, actual: u }], message: undefined }
      ])
    })

    it('a wrong field is reported with its name, its codec and its value', () => {
      const u = { ...valid, Card: 7 }
      expect(expectLeft(Member.decode(u))).toStrictEqual([
        {
          value: 7,
          context: [
            { key: '', type: Member, actual: u },
            { key: 'Card', type: t.string, actual: 7 }
          ],
          message: undefined
        }
      ])
    })

    it.each<[rule: string, u: object, decoded: object]>([
      ['a required field is decoded', { At: '7', Id: 'a' }, { At: 7, Id: 'a' }],
      ['an optional field is decoded', { At: 7, Id: 'a', Until: '8' }, { At: 7, Id: 'a', Until: 8 }],
      ['an optional field may be left out', { At: '7', Id: 'a', Tag: 'b' }, { At: 7, Id: 'a', Tag: 'b' }],
      ['undefined stays undefined', { At: '7', Id: 'a', Until: undefined }, { At: 7, Id: 'a', Until: undefined }],
      ['unknown fields are kept', { More: [1], At: '7', Id: 'a' }, { More: [1], At: 7, Id: 'a' }]
    ])('%s', (_rule, u, decoded) => {
      const before = { ...u }
      expect(expectRight(Event.decode(Object.freeze(u)))).toStrictEqual(decoded)
      expect(u).toStrictEqual(before)
    })

    it('a required field that is absent may be decoded all the same', () => {
      const Counted = new t.Type<number>(
        'Counted',
        t.number.is,
        (u, context) => (u === undefined ? t.success(0) : t.number.validate(u, context)),
        t.identity
      )
      expect(expectRight(record('Counter', { Count: Counted }).decode({}))).toStrictEqual({ Count: 0 })
      expect(expectRight(record('Counter', {}, { Count: Counted, At: Time }).decode({ At: '7' }))).toStrictEqual({
        At: 7
      })
    })

    it('an unknown key __proto__ is kept as a field', () => {
      const u: unknown = JSON.parse('{ "__proto__": { "Tag": "b" }, "At": "7", "Id": "a" }')
      const decoded = expectRight(Event.decode(u))
      expect(Object.keys(decoded)).toStrictEqual(['__proto__', 'At', 'Id'])
      expect(decoded.Tag).toBe(undefined)
    })

    it.each<[rule: string, codec: t.Mixed, u: object, keys: ReadonlyArray<string>]>([
      ['a wrong field among decoded ones is reported', Event, { At: '7', Id: '', Until: '' }, ['/Id', '/Until']],
      [
        'wrong fields of fields are reported',
        record('Outer', { Inner: Member, Times: list(Event) }),
        { Inner: { Id: '' }, Times: [{ At: '7', Id: 'a' }, { Id: 'a' }] },
        ['/Inner/Id', '/Inner/Age', '/Times/1/At']
      ],
      [
        'an object that contradicts its codec once decoded is wrong as a whole',
        record('Contradiction', { A: Contradicting }),
        { A: 1 },
        ['']
      ],
      [
        'so is one whose field is refused without a reason',
        record('Silent', { A: failing(0), B: t.string }),
        { A: 1, B: 'b' },
        ['']
      ],
      [
        'a field that is refused without a reason does not hide the others',
        record('Silent', { A: failing(0), B: t.string }),
        { A: 1, B: 2 },
        ['/B']
      ]
    ])('%s', (_rule, codec, u, keys) => {
      expect(keysOf(expectLeft(codec.decode(u)))).toStrictEqual(keys)
    })

    it('an object that contradicts its codec once decoded is reported as it came', () => {
      const Contradiction = record('Contradiction', { A: Contradicting })
      const u = { A: 1 }
      expect(expectLeft(Contradiction.decode(u))).toStrictEqual([
        { value: u, context: [{ key: '', type: Contradiction, actual: u }], message: undefined }
      ])
    })

    it('what is accepted is not decoded', () => {
      const u = { A: 'good' }
      expect(expectRight(record('Contradiction', { A: Contradicting }).decode(u))).toBe(u)
    })

    it.each<[rule: string, a: number, b: number, keys: ReadonlyArray<string>]>([
      ['all errors of a field are reported', 2, 1, ['/A', '/A', '/B']],
      ['99 errors are reported', 98, 1, [...Array.from({ length: 98 }, () => '/A'), '/B']],
      ['a hundred errors are reported', 99, 1, [...Array.from({ length: 99 }, () => '/A'), '/B']],
      ['of 101 errors a hundred are reported', 100, 1, Array.from({ length: 100 }, () => '/A')],
      ['of many errors a hundred are reported', 1, 500, ['/A', ...Array.from({ length: 99 }, () => '/B')]]
    ])('%s', (_rule, a, b, keys) => {
      expect(keysOf(expectLeft(record('Bad', { A: failing(a), B: failing(b) }).decode({})))).toStrictEqual(keys)
    })
  })

  describe('encode', () => {
    it('changes nothing where no field does', () => {
      expect(Member.encode).toBe(t.identity)
      expect(record('Anything', {}).encode).toBe(t.identity)
    })

    it.each<[rule: string, event: t.TypeOf<typeof Event>, encoded: object]>([
      ['required and optional fields are encoded', event({ At: 7, Until: 8 }), { At: '7', Id: 'a', Until: '8' }],
      ['a value that is falsy is encoded', event({ At: 0 }), { At: '0', Id: 'a' }],
      ['an optional field may be left out', event({ At: 7, Tag: 'b' }), { At: '7', Id: 'a', Tag: 'b' }],
      ['undefined stays undefined', event({ At: 7, Until: undefined }), { At: '7', Id: 'a', Until: undefined }],
      ['unknown fields are kept', event({ At: 7, More: [1] }), { At: '7', Id: 'a', More: [1] }]
    ])('%s', (_rule, given, encoded) => {
      const before = { ...given }
      expect(Event.encode(Object.freeze(given))).toStrictEqual(encoded)
      expect(given).toStrictEqual(before)
    })

    it('one optional field that is encoded is enough', () => {
      expect(record('Timed', { Id: t.string }, { At: Time }).encode({ Id: 'a', At: 7 })).toStrictEqual({
        Id: 'a',
        At: '7'
      })
    })

    it('fields of fields are encoded', () => {
      const Outer = record('Outer', { Inner: Event, Times: list(Time) })
      const decoded = expectRight(Outer.decode({ Inner: { At: '7', Id: 'a' }, Times: ['8', '9'] }))
      expect(decoded).toStrictEqual({ Inner: { At: 7, Id: 'a' }, Times: [8, 9] })
      expect(Outer.encode(decoded)).toStrictEqual({ Inner: { At: '7', Id: 'a' }, Times: ['8', '9'] })
    })
  })

  describe('a field named like a member of every object', () => {
    const Required = record('Required', { constructor: t.string, toString: UserId })
    const Optional = record('Optional', {}, { constructor: t.string, toString: UserId })

    it.each<[rule: string, codec: t.Mixed, u: object, keys: ReadonlyArray<string>]>([
      ['has to be there where it is required', Required, {}, ['/constructor', '/toString']],
      ['is not optional by its name', Required, bare({}), ['/constructor', '/toString']],
      ['is checked where it is required', Required, { constructor: 7, toString: '' }, ['/constructor', '/toString']],
      ['is checked where it is optional', Optional, { constructor: 7, toString: '' }, ['/constructor', '/toString']]
    ])('%s', (_rule, codec, u, keys) => {
      expect(codec.is(u)).toBe(false)
      expect(keysOf(expectLeft(codec.decode(u)))).toStrictEqual(keys)
    })

    it.each<[rule: string, codec: t.Mixed, u: object]>([
      ['may be required', Required, { constructor: '', toString: 'a' }],
      ['may be optional', Optional, { constructor: '', toString: 'a' }],
      ['may be undefined where it is optional', Optional, { constructor: undefined, toString: undefined }],
      ['may be absent where it is optional and nothing is inherited', Optional, bare({})]
    ])('%s', (_rule, codec, u) => {
      expect(codec.is(u)).toBe(true)
      expect(expectRight<unknown>(codec.decode(u))).toBe(u)
    })
  })
})

describe('record: nothing is taken from the prototype', () => {
  const Optional = record('Optional', { Id: UserId }, { constructor: t.string })
  it.each<[string, unknown, boolean]>([
    ['an absent optional field of an inherited name is absent', { Id: 'a' }, true],
    ['an own field of such a name is checked', { Id: 'a', constructor: 'x' }, true],
    ['an own field of such a name is refused if it is wrong', { Id: 'a', constructor: 1 }, false]
  ])('%s', (_rule, u, expected) => {
    expect(Optional.is(u)).toBe(expected)
    expect(Optional.decode(u)._tag).toBe(expected ? 'Right' : 'Left')
  })
  it('a required field of an inherited name is missing', () => {
    expect(expectLeft(record('Required', { constructor: t.string }).decode({}))[0]?.value).toBe(undefined)
  })
  it('an inherited field is not encoded', () => {
    const Shout = new t.Type<string>('Shout', t.string.is, t.string.validate, (text) => text.toUpperCase())
    const Encoded = record('Encoded', {}, { toString: Shout })
    expect(Object.keys(Encoded.encode(expectRight(Encoded.decode({}))))).toEqual([])
  })
})
