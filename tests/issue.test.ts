import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import { list } from '../src/codec/list'
import { packet } from '../src/codec/packet'
import { record } from '../src/codec/record'
import { capped, issue, issuesWith, packetIssues, type Issue, type Issues } from '../src/issue'
import { UserId } from '../src/values/user-id'
import { expectLeft } from './support/either'

const issuesOf = (codec: t.Mixed, u: unknown): Issues => packetIssues(expectLeft(codec.decode(u)), codec)

type Expected = readonly [path: Issue['path'], code: Issue['code'], message: string]

const toIssue = ([path, code, message]: Expected): Issue => ({ path, code, message })

describe('capped', () => {
  it.each<[rule: string, text: string, length: number, expected: string]>([
    ['a short text stays as it is', 'abc', 4, 'abc'],
    ['a text of just the length stays as it is', 'abcd', 4, 'abcd'],
    ['a longer text is cut to the length', 'abcde', 4, 'abc…'],
    ['a much longer text is cut to the length', 'abcde'.repeat(1_000), 4, 'abc…'],
    ['the empty text stays as it is', '', 4, ''],
    ['spaces within stay', 'a b c', 9, 'a b c'],
    ['a line end becomes a space', 'a\nb', 9, 'a b'],
    ['every line end becomes a space', 'a\nb\nc', 9, 'a b c'],
    ['tabs and other line ends become spaces', 'a\tb\rc\u2028d\u2029e\vf', 99, 'a b c d e f'],
    ['a run of white space becomes one space', 'a \r\n\t b', 9, 'a b'],
    ['white space at the ends becomes a space too', '\n\na\n\n', 9, ' a '],
    ['the length is that of the one line', 'a\n\n\n\nb', 3, 'a b']
  ])('%s', (_rule, text, length, expected) => {
    expect(capped(text, length)).toBe(expected)
  })
})

describe('issue', () => {
  it.each<[rule: string, code: Issue['code'], message: string]>([
    ['missing', 'missing', 'SdkAppid is missing, expected SdkAppId'],
    ['empty', 'empty', 'SdkAppid is empty, expected SdkAppId'],
    ['repeated', 'repeated', 'SdkAppid is given more than once, expected SdkAppId'],
    ['malformed', 'malformed', 'SdkAppid is malformed, expected SdkAppId']
  ])('says what is %s', (_rule, code, message) => {
    expect(issue(['SdkAppid'], 'SdkAppid', code, 'SdkAppId')).toStrictEqual({ path: ['SdkAppid'], code, message })
  })

  it('keeps the path', () => {
    const path = ['PairList', 0, 'To_Account']
    expect(issue(path, 'To_Account', 'missing', 'UserId').path).toBe(path)
  })

  it.each<[rule: string, subject: string, expected: string, message: string]>([
    ['120 characters of the subject fit', 's'.repeat(120), 'E', `${'s'.repeat(120)} is empty, expected E`],
    [
      'of 121 characters of the subject 119 are shown',
      's'.repeat(121),
      'E',
      `${'s'.repeat(119)}… is empty, expected E`
    ],
    ['60 characters of the expected fit', 'S', 'e'.repeat(60), `S is empty, expected ${'e'.repeat(60)}`],
    ['of 61 characters of the expected 59 are shown', 'S', 'e'.repeat(61), `S is empty, expected ${'e'.repeat(59)}…`],
    ['both are on one line', 'S\nS', 'E\n\nE', 'S S is empty, expected E E']
  ])('%s', (_rule, subject, expected, message) => {
    expect(issue([], subject, 'empty', expected).message).toBe(message)
  })
})

describe('issuesWith', () => {
  const found = (length: number): ReadonlyArray<Issue> =>
    Array.from({ length }, (_, i) => issue([i], `[${String(i)}]`, 'missing', 'text'))

  it.each<[rule: string, length: number, shown: number]>([
    ['one issue is shown', 1, 1],
    ['19 issues are shown', 19, 19],
    ['20 issues are shown', 20, 20],
    ['of 21 issues the first 20 are shown', 21, 20],
    ['of a hundred issues the first 20 are shown', 100, 20]
  ])('%s, and all are counted', (_rule, length, shown) => {
    expect(issuesWith('the packet', 'P', found(length))).toStrictEqual({
      issues: found(length).slice(0, shown),
      total: length
    })
  })

  it('the whole is wrong where nothing particular was found', () => {
    expect(issuesWith('the packet', 'P', [])).toStrictEqual({
      issues: [{ path: [], code: 'malformed', message: 'the packet is malformed, expected P' }],
      total: 1
    })
  })

  it('issues may come from any iterable', () => {
    expect(issuesWith('the packet', 'P', new Set(found(2)))).toStrictEqual({ issues: found(2), total: 2 })
  })
})

describe('packetIssues', () => {
  const Pair = record('Pair', { From_Account: UserId, To_Account: UserId })
  const P = packet('Example.P', { PairList: list(Pair) }, { Time: t.number, Groups: list(list(UserId)) })
  const p = { CallbackCommand: 'Example.P', PairList: [] }
  const pair = { From_Account: 'a', To_Account: 'b' }

  interface Tree {
    Name: string
    Children: Array<Tree>
  }
  const Tree: t.Type<Tree> = t.recursion('Tree', () => t.type({ Name: t.string, Children: t.array(Tree) }))

  /** Reports one error at one key, whatever it is given. `more` is what else the codec shows of itself. */
  const failingAt = (key: string, more: object = {}) =>
    Object.assign(
      new t.Type<string>(
        'Custom',
        t.string.is,
        (_, context) => t.failure(7, t.appendContext(context, key, t.string, 7)),
        t.identity
      ),
      more
    )

  const failingWith = (errors: (u: unknown, context: t.Context) => t.Errors) =>
    new t.Type<string>('Custom', t.string.is, (u, context) => t.failures(errors(u, context)), t.identity)

  describe('of the codecs of this library', () => {
    it.each<[rule: string, u: unknown, ...expected: ReadonlyArray<Expected>]>([
      [
        'what is no object is wrong as a whole',
        [],
        [[], 'malformed', 'the packet is malformed, expected Example.P packet']
      ],
      ['null is malformed', null, [[], 'malformed', 'the packet is malformed, expected Example.P packet']],
      ['undefined is missing', undefined, [[], 'missing', 'the packet is missing, expected Example.P packet']],
      ['the empty text is empty', '', [[], 'empty', 'the packet is empty, expected Example.P packet']],
      [
        'a field is missing',
        { CallbackCommand: 'Example.P' },
        [['PairList'], 'missing', 'PairList is missing, expected Pair[]']
      ],
      [
        'a field that is undefined is missing',
        { ...p, PairList: undefined },
        [['PairList'], 'missing', 'PairList is missing, expected Pair[]']
      ],
      [
        'a field that is null is malformed',
        { ...p, PairList: null },
        [['PairList'], 'malformed', 'PairList is malformed, expected Pair[]']
      ],
      [
        'a field that is an empty text is empty',
        { ...p, Time: '' },
        [['Time'], 'empty', 'Time is empty, expected number']
      ],
      [
        'a field that is zero is malformed',
        { ...p, PairList: 0 },
        [['PairList'], 'malformed', 'PairList is malformed, expected Pair[]']
      ],
      [
        'another command is malformed',
        { ...p, CallbackCommand: 'secret' },
        [['CallbackCommand'], 'malformed', 'CallbackCommand is malformed, expected "Example.P"']
      ],
      [
        'an item is named by its index',
        { ...p, PairList: [pair, 7] },
        [['PairList', 1], 'malformed', 'PairList[1] is malformed, expected Pair']
      ],
      [
        'a field of an item is named by both',
        { ...p, PairList: [pair, pair, { ...pair, To_Account: '' }] },
        [['PairList', 2, 'To_Account'], 'empty', 'PairList[2].To_Account is empty, expected UserId']
      ],
      [
        'an item of an item is named by both indexes',
        { ...p, Groups: [[], ['a', 7]] },
        [['Groups', 1, 1], 'malformed', 'Groups[1][1] is malformed, expected UserId']
      ],
      [
        'issues come in the order of the codec',
        { Time: '1', PairList: [{ To_Account: 7 }] },
        [['CallbackCommand'], 'missing', 'CallbackCommand is missing, expected "Example.P"'],
        [['PairList', 0, 'From_Account'], 'missing', 'PairList[0].From_Account is missing, expected UserId'],
        [['PairList', 0, 'To_Account'], 'malformed', 'PairList[0].To_Account is malformed, expected UserId'],
        [['Time'], 'malformed', 'Time is malformed, expected number']
      ]
    ])('%s', (_rule, u, ...expected) => {
      expect(issuesOf(P, u)).toStrictEqual({ issues: expected.map(toIssue), total: expected.length })
    })

    it.each<[rule: string, wrong: number, shown: number, total: number]>([
      ['20 issues are shown', 20, 20, 20],
      ['of 21 issues 20 are shown', 21, 20, 21],
      ['99 issues are counted', 99, 20, 99],
      ['a hundred issues are counted', 100, 20, 100],
      ['of 101 issues a hundred are counted', 101, 20, 100],
      ['of 100 000 issues a hundred are counted', 100_000, 20, 100]
    ])('%s', (_rule, wrong, shown, total) => {
      const PairList = Array.from({ length: wrong }, () => ({ ...pair, To_Account: 7 }))
      expect(issuesOf(P, { ...p, PairList })).toStrictEqual({
        issues: Array.from({ length: shown }, (_, i) => ({
          path: ['PairList', i, 'To_Account'],
          code: 'malformed',
          message: `PairList[${String(i)}].To_Account is malformed, expected UserId`
        })),
        total
      })
    })
  })

  describe('of the codecs of io-ts', () => {
    it.each<[rule: string, codec: t.Mixed, u: unknown, ...expected: ReadonlyArray<Expected>]>([
      [
        'a list at the top is named by its index',
        t.array(t.type({ A: t.string })),
        [{ A: 'a' }, {}],
        [[1, 'A'], 'missing', '[1].A is missing, expected string']
      ],
      [
        'a readonly list is too',
        t.readonlyArray(t.string),
        ['a', 7],
        [[1], 'malformed', '[1] is malformed, expected string']
      ],
      [
        'a tuple is too',
        t.type({ A: t.tuple([t.string, t.number]) }),
        { A: ['a', 'b'] },
        [['A', 1], 'malformed', 'A[1] is malformed, expected number']
      ],
      [
        'a partial field is named',
        t.type({ A: t.partial({ B: t.string }) }),
        { A: { B: 7 } },
        [['A', 'B'], 'malformed', 'A.B is malformed, expected string']
      ],
      [
        'a field of an exact type is named',
        t.exact(t.type({ A: t.string })),
        {},
        [['A'], 'missing', 'A is missing, expected string']
      ],
      [
        'a field of a readonly type is named',
        t.readonly(t.type({ A: t.string })),
        {},
        [['A'], 'missing', 'A is missing, expected string']
      ],
      [
        'a field of a wrapped wrapped type is named',
        t.readonly(t.exact(t.partial({ A: t.string }))),
        { A: 7 },
        [['A'], 'malformed', 'A is malformed, expected string']
      ],
      [
        'a field of a recursive type is named',
        Tree,
        { Name: 'a', Children: [{ Name: '', Children: [{}] }] },
        [['Children', 0, 'Children', 0, 'Name'], 'missing', 'Children[0].Children[0].Name is missing, expected string'],
        [
          ['Children', 0, 'Children', 0, 'Children'],
          'missing',
          'Children[0].Children[0].Children is missing, expected Array<Tree>'
        ]
      ],
      [
        'a union is one place, and named as a union',
        t.type({ A: t.union([t.string, t.number]) }),
        { A: null },
        [['A'], 'malformed', 'A is malformed, expected (string | number)']
      ],
      [
        'a union at the top is one place',
        t.union([t.string, t.number], 'Either'),
        null,
        [[], 'malformed', 'the packet is malformed, expected Either']
      ],
      [
        'a union of NaN is one place',
        t.type({ A: t.union([t.string, t.null]) }),
        { A: NaN },
        [['A'], 'malformed', 'A is malformed, expected (string | null)']
      ],
      [
        'a missing union is missing',
        t.type({ A: t.union([t.string, t.number]) }),
        {},
        [['A'], 'missing', 'A is missing, expected (string | number)']
      ],
      [
        'an empty union is empty',
        t.type({ A: t.union([t.null, t.number]) }),
        { A: '' },
        [['A'], 'empty', 'A is empty, expected (null | number)']
      ],
      [
        'members of a union have no position',
        t.union([t.type({ A: t.string }), t.type({ B: t.string })]),
        {},
        [['A'], 'missing', 'A is missing, expected string'],
        [['B'], 'missing', 'B is missing, expected string']
      ],
      [
        'members of a tagged union have no position',
        t.union([t.type({ Kind: t.literal('a'), A: t.string }), t.type({ Kind: t.literal('b'), B: t.string })]),
        { Kind: 'b' },
        [['B'], 'missing', 'B is missing, expected string']
      ],
      [
        'the first member that is wrong about a place is told',
        t.union([t.type({ A: t.type({ B: t.string }) }), t.type({ A: t.type({ B: t.number }) })]),
        { A: { B: null } },
        [['A', 'B'], 'malformed', 'A.B is malformed, expected string']
      ],
      [
        'members of an intersection have no position',
        t.intersection([t.type({ A: t.string }), t.partial({ B: t.string })]),
        { B: 7 },
        [['A'], 'missing', 'A is missing, expected string'],
        [['B'], 'malformed', 'B is malformed, expected string']
      ],
      [
        'an intersection is one place',
        t.type({
          A: t.intersection([t.type({ B: t.string }), t.type({ C: t.string })], 'Both')
        }),
        { A: 7 },
        [['A'], 'malformed', 'A is malformed, expected Both']
      ],
      [
        'an intersection of records of this library is as well',
        t.intersection([record('One', { A: UserId }), record('Two', { B: list(UserId) })]),
        { B: [7] },
        [['A'], 'missing', 'A is missing, expected UserId'],
        [['B', 0], 'malformed', 'B[0] is malformed, expected UserId']
      ],
      [
        'members within members have no position',
        t.array(t.intersection([t.union([t.type({ A: t.string }), t.null]), t.exact(t.type({ B: t.string }))], 'Deep')),
        [{ A: 7 }],
        [[0, 'A'], 'malformed', '[0].A is malformed, expected string'],
        [[0], 'malformed', '[0] is malformed, expected Deep'],
        [[0, 'B'], 'missing', '[0].B is missing, expected string']
      ],
      [
        'a number as a key is no index',
        t.type({ 0: t.string }),
        {},
        [['0'], 'missing', '0 is missing, expected string']
      ],
      [
        'an index and a key of the same digits are two places',
        t.union([t.type({ A: t.array(t.string) }), t.type({ A: t.type({ 0: t.string }) })]),
        { A: { 0: 7 } },
        [['A'], 'malformed', 'A is malformed, expected Array<string>'],
        [['A', '0'], 'malformed', 'A.0 is malformed, expected string']
      ],
      [
        'names are cut',
        t.type({ ['a'.repeat(200)]: t.type({}, 'B'.repeat(200)) }),
        {},
        [['a'.repeat(200)], 'missing', `${'a'.repeat(119)}… is missing, expected ${'B'.repeat(59)}…`]
      ]
    ])('%s', (_rule, codec, u, ...expected) => {
      expect(issuesOf(codec, u)).toStrictEqual({ issues: expected.map(toIssue), total: expected.length })
    })
  })

  describe('at keys that come from the request', () => {
    it.each<[rule: string, codec: t.Mixed, u: unknown, ...expected: ReadonlyArray<Expected>]>([
      [
        'a key of a dictionary is not told',
        t.type({ A: t.record(t.string, t.number) }),
        { A: { secret: 'x', b: 1 } },
        [['A', 'secret'], 'malformed', 'A.* is malformed, expected number']
      ],
      [
        'not even at the top',
        t.record(t.string, t.number),
        { secret: '' },
        [['secret'], 'empty', '* is empty, expected number']
      ],
      [
        'nor between others',
        t.record(t.string, t.type({ A: t.array(t.string) })),
        { secret: { A: [7] } },
        [['secret', 'A', 0], 'malformed', '*.A[0] is malformed, expected string']
      ],
      [
        'two keys are two places',
        t.record(t.string, t.number),
        { one: 'x', two: 'y' },
        [['one'], 'malformed', '* is malformed, expected number'],
        [['two'], 'malformed', '* is malformed, expected number']
      ],
      [
        'a key is not told where the names are fixed but are no props',
        t.record(t.keyof({ A: null }), t.number),
        { A: 'x' },
        [['A'], 'malformed', '* is malformed, expected number']
      ],
      [
        'a key named like a member of every object is not told',
        t.record(t.string, t.number),
        { toString: 'x' },
        [['toString'], 'malformed', '* is malformed, expected number']
      ]
    ])('%s', (_rule, codec, u, ...expected) => {
      expect(issuesOf(codec, u)).toStrictEqual({ issues: expected.map(toIssue), total: expected.length })
    })
  })

  describe('of the codecs of a user', () => {
    it.each<[rule: string, key: string, more: object, subject: string]>([
      ['a key is told if it is one of the props', 'A', { props: { A: t.string } }, 'A'],
      ['a key is told whatever its codec is', 'A', { props: { A: undefined } }, 'A'],
      ['a key is not told if it is not among the props', 'A', { props: { B: t.string } }, '*'],
      ['a key that the props inherit is not told', 'toString', { props: {} }, '*'],
      ['a key is not told without props', 'A', {}, '*'],
      ['props that are null tell nothing', 'A', { props: null }, '*'],
      ['props that are undefined tell nothing', 'A', { props: undefined }, '*'],
      ['props that are a text tell nothing', 'length', { props: 'text' }, '*'],
      ['props that are a function tell nothing', 'name', { props: () => undefined }, '*'],
      ['a key is told if the wrapped codec names it', 'A', { type: { props: { A: t.string } } }, 'A'],
      ['a key is told however deeply it is wrapped', 'A', { type: { type: { props: { A: t.string } } } }, 'A'],
      ['a key is not told if the wrapped codec does not name it', 'A', { type: { props: {} } }, '*'],
      ['a key is not told if the wrapped codec has no props', 'A', { type: {} }, '*'],
      ['a wrapped codec that is null tells nothing', 'A', { type: null }, '*'],
      ['a wrapped codec that is undefined tells nothing', 'A', { type: undefined }, '*'],
      ['a wrapped codec that is a text tells nothing', 'A', { type: 'text' }, '*'],
      ['the props of the codec itself come first', 'A', { props: {}, type: { props: { A: t.string } } }, '*']
    ])('%s', (_rule, key, more, subject) => {
      expect(issuesOf(failingAt(key, more), {})).toStrictEqual({
        issues: [{ path: [key], code: 'malformed', message: `${subject} is malformed, expected string` }],
        total: 1
      })
    })

    it.each([
      ['0', 0],
      ['12', 12],
      ['a1', 'a1'],
      ['1a', '1a']
    ])('the key %j of a list is %j in the path', (key, step) => {
      expect(issuesOf(failingAt(key, {}), []).issues[0].path).toStrictEqual([step])
    })

    it('no errors at all are one issue with the whole', () => {
      const Silent = failingWith(() => [])
      expect(issuesOf(Silent, 'secret')).toStrictEqual({
        issues: [{ path: [], code: 'malformed', message: 'the packet is malformed, expected Custom' }],
        total: 1
      })
    })

    it('an error without context is one issue with the whole', () => {
      expect(packetIssues([{ value: 'secret', context: [] }], t.string)).toStrictEqual({
        issues: [{ path: [], code: 'missing', message: 'the packet is missing, expected ' }],
        total: 1
      })
    })

    it('messages of their own are not passed on', () => {
      const Talking = failingWith((u, context) => [{ value: u, context, message: `not ${String(u)}` }])
      expect(issuesOf(t.type({ A: Talking }), { A: 'secret' })).toStrictEqual({
        issues: [{ path: ['A'], code: 'malformed', message: 'A is malformed, expected Custom' }],
        total: 1
      })
    })

    it('several errors of one place are one issue', () => {
      const Repeating = failingWith((value, context) => Array.from({ length: 30 }, () => ({ value, context })))
      expect(issuesOf(t.type({ A: Repeating, B: t.string }), { A: 7 })).toStrictEqual({
        issues: [
          { path: ['A'], code: 'malformed', message: 'A is malformed, expected Custom' },
          { path: ['B'], code: 'missing', message: 'B is missing, expected string' }
        ],
        total: 2
      })
    })
  })
})
