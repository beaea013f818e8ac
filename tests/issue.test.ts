import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import { list, oneOf, packet, record, UserId, type Issue } from '../src'
import { issue, issuesFrom, repeated } from '../src/issue'
import { failing, nested, type Tree } from './support/codecs'
import { expectLeft } from './support/either'

const found = (codec: t.Mixed, u: unknown) => issuesFrom(expectLeft(codec.decode(u)), 'the packet')
const messages = (codec: t.Mixed, u: unknown) => found(codec, u).issues.map(({ message }) => message)

const Tree: t.Type<Tree> = t.recursion('Tree', () => t.type({ Name: t.string, Children: t.readonlyArray(Tree) }))

// Exact wording stands here, in read-packet.test.ts and in error.test.ts, and nowhere else. What the values take is told in
// values/words.test.ts.
describe('an issue', () => {
  it.each<[value: unknown, code: Issue['code'], message: string]>([
    [undefined, 'missing', 'Id is missing'],
    [repeated, 'repeated', 'Id is given more than once'],
    ['', 'empty', 'Id must be an id'],
    [7, 'malformed', 'Id must be an id'],
    [null, 'malformed', 'Id must be an id'],
    ['x', 'malformed', 'Id must be an id']
  ])('that is %p is %s', (value, code, message) => {
    expect(issue(['Id'], 'Id', value, 'an id')).toStrictEqual({ path: ['Id'], code, message })
  })

  it.each<[codec: t.Mixed, message: string]>([
    [UserId, 'A must be a non-empty string'],
    [oneOf('Word', ['a']), 'A must be a non-empty string'],
    [list(UserId), 'A must be a list'],
    [record('R', {}), 'A must be an object'],
    [t.string, 'A must be a string'],
    [t.number, 'A must be a number'],
    [t.boolean, 'A must be a boolean'],
    [t.literal('Example.P'), 'A must be "Example.P"'],
    [t.union([t.string, t.number]), 'A must be a valid (string | number)'],
    [t.type({ B: t.string }, 'Mine'), 'A must be a valid Mine'],
    [Object.assign(failing(1), { expected: 7 }), 'A must be a valid Failing'],
    [t.type({}, 'e'.repeat(61)), `A must be a valid ${'e'.repeat(51)}…`]
  ])('tells what %p takes', (codec, message) => {
    expect(messages(t.type({ A: codec }), { A: null })).toStrictEqual([message])
  })

  it('tells that a packet takes a command', () => {
    const P = packet('Example.P', {}, {}, 'optional')
    expect(messages(P, { CallbackCommand: 7 })).toStrictEqual(['CallbackCommand must be a command'])
  })
})

describe('the place of an issue', () => {
  const Pair = record('Pair', { From_Account: UserId, To_Account: UserId })
  const P = packet('Example.P', { PairList: list(Pair) }, { Groups: list(list(UserId)) })

  it.each<
    [rule: string, codec: t.Mixed, u: unknown, ...expected: ReadonlyArray<[path: Issue['path'], subject: string]>]
  >([
    ['is the whole', P, [], [[], 'the packet']],
    ['is a field', P, { CallbackCommand: 'Example.P' }, [['PairList'], 'PairList']],
    ['is an item', list(P), [7], [[0], '[0]']],
    [
      'is a field of an item',
      record('R', { L: list(Pair) }),
      { L: [{ From_Account: 'a' }] },
      [['L', 0, 'To_Account'], 'L[0].To_Account']
    ],
    ['is an item of an item', record('R', { L: list(list(UserId)) }), { L: [[], ['a', 7]] }, [['L', 1, 1], 'L[1][1]']],
    [
      'is the same in a codec of io-ts',
      t.type({ L: t.array(t.partial({ A: t.string })) }),
      { L: [{}, { A: 7 }] },
      [['L', 1, 'A'], 'L[1].A']
    ],
    [
      'is one of several, in the order of the codec',
      Pair,
      {},
      [['From_Account'], 'From_Account'],
      [['To_Account'], 'To_Account']
    ],
    ['is in a tuple', t.tuple([t.string, t.number]), ['a', 'b'], [[1], '[1]']],
    ['is in a wrapped type', t.readonly(t.exact(t.partial({ A: t.string }))), { A: 7 }, [['A'], 'A']],
    [
      'is in a recursive type',
      Tree,
      { Name: 'a', Children: [{ Name: 'b' }] },
      [['Children', 0, 'Children'], 'Children[0].Children']
    ],
    [
      'is one where several members of a union fail',
      t.type({ A: t.union([t.string, t.number]) }),
      { A: null },
      [['A'], 'A']
    ],
    ['is one for NaN, too', t.type({ A: t.union([t.string, t.null]) }), { A: NaN }, [['A'], 'A']],
    [
      'is in a member of a union',
      t.union([t.type({ A: t.string }), t.type({ B: t.string })]),
      {},
      [['A'], 'A'],
      [['B'], 'B']
    ],
    [
      'is in a member of an intersection',
      t.intersection([Pair, record('Q', { L: list(UserId) })]),
      { From_Account: 'a', To_Account: 'b', L: [7] },
      [['L', 0], 'L[0]']
    ],
    ['has a name of digits in an object', t.type({ 0: t.string }), {}, [['0'], '0']],
    [
      'is another for an index than for a name of digits',
      t.union([t.type({ A: t.array(t.string) }), t.type({ A: t.type({ 0: t.string }) })]),
      { A: { 0: 7 } },
      [['A'], 'A'],
      [['A', '0'], 'A.0']
    ],
    [
      'has no name in words if the request chose it',
      t.type({ A: t.record(t.string, t.record(t.string, t.number)) }),
      { A: { secret: { deep: 'x' } } },
      [['A', 'secret', 'deep'], 'A.*.*']
    ],
    ['has no name in words at the top, either', t.record(t.string, t.number), { secret: 'x' }, [['secret'], '*']],
    ['has no name that every object inherits', t.record(t.string, t.number), { toString: 'x' }, [['toString'], '*']]
  ])('%s', (_rule, codec, u, ...expected) => {
    const { issues, total } = found(codec, u)
    expect(issues.map(({ path }) => path)).toStrictEqual(expected.map(([path]) => path))
    expect(total).toBe(expected.length)
    for (const [i, [, subject]] of expected.entries())
      expect(issues[i]?.message).toMatch(new RegExp(`^${subject.replace(/[[\]*.]/g, '\\$&')} (is|must)`))
  })

  it('has at most 120 characters in words', () => {
    expect(messages(t.type({ ['a'.repeat(120)]: t.string, ['b'.repeat(121)]: t.string }), {})).toStrictEqual([
      `${'a'.repeat(120)} is missing`,
      `${'b'.repeat(119)}… is missing`
    ])
  })

  it('has at most 100 characters of a name, on one line, since the request may have chosen it', () => {
    const Free = t.record(t.string, t.number)
    expect(found(Free, { ['k'.repeat(1_000_000)]: '' }).issues[0].path).toStrictEqual([`${'k'.repeat(99)}…`])
    expect(found(Free, { 'a\r\nb': '' }).issues[0].path).toStrictEqual(['a b'])
  })

  it.each([
    [98, 99],
    [600, 100]
  ])('has at most 100 steps: %d names above it', (depth, steps) => {
    // Two steps a level: Children, and the index.
    const { issues } = found(Tree, nested(depth / 2, [{ Name: 7, Children: [] }]))
    expect(issues[0].path.slice(0, 4)).toStrictEqual(['Children', 0, 'Children', 0])
    expect(issues[0].path.at(-1)).toBe('Name')
    expect(issues[0].path.length).toBeLessThanOrEqual(steps + 2)
    expect(issues[0].path.length).toBeLessThanOrEqual(100)
  })
})

describe('issues', () => {
  it.each<[wrong: number, shown: number, total: number]>([
    [20, 20, 20],
    [21, 20, 21],
    [99, 20, 99],
    [100, 20, 100],
    [100_000, 20, 100]
  ])('of %d wrong items, the first %d are shown and %d are counted', (wrong, shown, total) => {
    for (const codec of [list(UserId), t.array(t.string)]) {
      const result = found(
        codec,
        Array.from({ length: wrong }, () => 7)
      )
      expect(result.issues.map(({ path }) => path)).toStrictEqual(Array.from({ length: shown }, (_, i) => [i]))
      expect(result.total).toBe(total)
    }
  })

  it.each<[rule: string, errors: t.Errors]>([
    ['no error', []],
    ['an error that has no place', [{ value: 'secret', context: [] }]]
  ])('of a codec that fails with %s are one', (_rule, errors) => {
    expect(issuesFrom(errors, 'the packet')).toStrictEqual({
      issues: [{ path: [], code: 'malformed', message: 'the packet must be valid' }],
      total: 1
    })
  })

  it('of one place are one', () => {
    expect(found(t.type({ A: failing(30), B: t.string }), { A: 7 }).total).toBe(2)
  })

  it('of one place are the first', () => {
    const Both = t.intersection([t.type({ A: t.string }), t.type({ A: t.number })])
    expect(messages(Both, { A: null })).toStrictEqual(['A must be a string'])
  })

  it('do not pass on what a codec says, which may quote the request', () => {
    const Talking = t.refinement(t.string, () => false, 'Talking')
    const Quoting = new t.Type<string>('Quoting', Talking.is, (u, c) => t.failure(u, c, `not ${String(u)}`), t.identity)
    expect(messages(t.type({ A: Quoting }), { A: 'secret' })).toStrictEqual(['A must be a valid Quoting'])
  })

  it.each(['secret', 'secret1', '1secret'])('at the key %s, which the codec invents, name no key', (key) => {
    const Inventing = new t.Type<unknown>(
      'Inventing',
      t.never.is,
      (_, c) => t.failure(7, t.appendContext(c, key, t.string, 7)),
      t.identity
    )
    expect(messages(t.type({ A: Inventing }), { A: ['x'] })).toStrictEqual(['A.* must be a string'])
  })
})
