import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import { defineCallback } from '../src/callback'
import { BlocklistAdd } from '../src/callbacks/sns/blocklist-add'
import { readPacket } from '../src/read-packet'
import { add, del, packet, pairs } from './fixtures/blocklist'
import { expectLeft, expectRight } from './support/either'

const throwing = (): never => {
  throw new Error('not readable')
}

const revokedProxy = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const withPairs = (PairList: unknown): object => ({ CallbackCommand: add, PairList })

const invalid = (...issues: ReadonlyArray<object>) => ({ _tag: 'InvalidPacket', issues, total: issues.length })

const issue = (path: ReadonlyArray<string | number>, code: string, message: string): object => ({ path, code, message })

const noPacket = invalid(issue([], 'malformed', `the packet is malformed, expected ${add} packet`))

const noCommand = (code: string) =>
  invalid(issue(['CallbackCommand'], code, `CallbackCommand is ${code}, expected a command`))

describe('readPacket', () => {
  it.each<[rule: string, json: object]>([
    ['the documented packet', packet],
    ['a packet with one pair', withPairs([{ From_Account: 'id', To_Account: 'id1' }])],
    ['a packet without pairs', withPairs([])],
    ['a packet with unknown fields', { ...packet, EventTime: 1, More: { a: [null] } }],
    ['a packet with unknown fields in a pair', withPairs([{ ...pairs[0], More: 1 }])],
    ['a packet with its command last', { PairList: pairs, CallbackCommand: add }],
    ['a packet without prototype', Object.assign(Object.create(null) as object, packet)],
    ['a packet with an own __proto__ key', Object(JSON.parse(`{"__proto__":1,${JSON.stringify(packet).slice(1)}`))],
    ['a packet of 1 000 pairs', withPairs(Array.from({ length: 1_000 }, () => pairs[0]))],
    ['a packet of 100 000 pairs', withPairs(Array.from({ length: 100_000 }, () => pairs[0]))]
  ])('hands on %s as it is', (_rule, json) => {
    expect(expectRight(readPacket(BlocklistAdd, json))).toBe(json)
  })

  it.each<[rule: string, account: string]>([
    ['letters and digits', 'leckie7'],
    ['a system account', '@TLS#NOT_FOUND'],
    ['a bot', '@RBT#001'],
    ['one space', ' '],
    ['spaces around', ' id '],
    ['quotes and a backslash', `"'\\`],
    ['a line end', 'a\nb'],
    ['a null character', '\0'],
    ['Chinese', '用户'],
    ['an emoji', '😀'],
    ['a lone surrogate', '\ud800'],
    ['the name of an object member', '__proto__'],
    ['digits that could be a number', '1400000000'],
    ['ten thousand characters', 'x'.repeat(10_000)]
  ])('hands on an account of %s as it is', (_rule, account) => {
    const json = withPairs([{ From_Account: account, To_Account: account }])

    expect(expectRight(readPacket(BlocklistAdd, json))).toBe(json)
  })

  it.each<[rule: string, json: unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['an array', []],
    ['an array that holds a packet', [packet]],
    ['a text', 'x'],
    ['an empty text', ''],
    ['a number', 7],
    ['zero', 0],
    ['true', true],
    ['a packet whose command throws', Object.defineProperty({}, 'CallbackCommand', { get: throwing })],
    ['a packet whose pairs throw', Object.defineProperty({ CallbackCommand: add }, 'PairList', { get: throwing })],
    ['a packet with a pair that throws', withPairs([Object.defineProperty({}, 'From_Account', { get: throwing })])],
    ['a proxy that throws', new Proxy(packet, { get: throwing })],
    ['a revoked proxy', revokedProxy()],
    ['a packet whose pairs are a revoked proxy', withPairs(revokedProxy())]
  ])('%s is malformed as a whole', (_rule, json) => {
    expect(expectLeft(readPacket(BlocklistAdd, json))).toStrictEqual(noPacket)
  })

  it.each<[rule: string, json: object, code: string]>([
    ['an empty packet has none', {}, 'missing'],
    ['a packet without it has none', { PairList: pairs }, 'missing'],
    ['undefined is none', { ...packet, CallbackCommand: undefined }, 'missing'],
    ['a name of another case is another field', { callbackCommand: add, PairList: pairs }, 'missing'],
    [
      'what an own __proto__ key holds is none',
      Object(JSON.parse(`{"__proto__":{"CallbackCommand":"${add}"}}`)),
      'missing'
    ],
    ['null is no command', { ...packet, CallbackCommand: null }, 'malformed'],
    ['a number is no command', { ...packet, CallbackCommand: 7 }, 'malformed'],
    ['an array of it is no command', { ...packet, CallbackCommand: [add] }, 'malformed'],
    ['an object is no command', { ...packet, CallbackCommand: {} }, 'malformed'],
    ['a command that is none hides what else is wrong', { CallbackCommand: false }, 'malformed']
  ])('CallbackCommand: %s', (_rule, json, code) => {
    expect(expectLeft(readPacket(BlocklistAdd, json))).toStrictEqual(noCommand(code))
  })

  it.each<[rule: string, received: string]>([
    ['another command', del],
    ['the command in another case', 'sns.callbackblacklistadd'],
    ['the command with a space after it', `${add} `],
    ['the command with a space before it', ` ${add}`],
    ['the command with a line end', `${add}\n`],
    ['a longer command', `${add}ed`],
    ['an empty command', ''],
    ['the name of an object member', 'constructor'],
    ['the name of the prototype', '__proto__']
  ])('a packet that names %s is a mismatch, whatever else is wrong', (_rule, received) => {
    expect(expectLeft(readPacket(BlocklistAdd, { CallbackCommand: received }))).toStrictEqual({
      _tag: 'CommandMismatch',
      received
    })
  })

  const good = { From_Account: 'id', To_Account: 'id1' }

  it.each<[rule: string, PairList: unknown, ...issues: ReadonlyArray<object>]>([
    [
      'no PairList is missing',
      undefined,
      issue(['PairList'], 'missing', 'PairList is missing, expected BlocklistPair[]')
    ],
    [
      'PairList null is malformed',
      null,
      issue(['PairList'], 'malformed', 'PairList is malformed, expected BlocklistPair[]')
    ],
    [
      'PairList as one pair is malformed',
      good,
      issue(['PairList'], 'malformed', 'PairList is malformed, expected BlocklistPair[]')
    ],
    [
      'PairList like an array is malformed',
      { length: 0 },
      issue(['PairList'], 'malformed', 'PairList is malformed, expected BlocklistPair[]')
    ],
    [
      'PairList as text is malformed',
      '[]',
      issue(['PairList'], 'malformed', 'PairList is malformed, expected BlocklistPair[]')
    ],
    [
      'PairList as empty text is empty',
      '',
      issue(['PairList'], 'empty', 'PairList is empty, expected BlocklistPair[]')
    ],
    [
      'a pair null is malformed',
      [good, null],
      issue(['PairList', 1], 'malformed', 'PairList[1] is malformed, expected BlocklistPair')
    ],
    [
      'a pair as text is malformed',
      ['id'],
      issue(['PairList', 0], 'malformed', 'PairList[0] is malformed, expected BlocklistPair')
    ],
    [
      'a pair as an array is malformed',
      [['id', 'id1']],
      issue(['PairList', 0], 'malformed', 'PairList[0] is malformed, expected BlocklistPair')
    ],
    [
      'a nested list is malformed',
      [[[[good]]]],
      issue(['PairList', 0], 'malformed', 'PairList[0] is malformed, expected BlocklistPair')
    ],
    [
      'a hole is a missing pair',
      Array.from({ length: 1 }),
      issue(['PairList', 0], 'missing', 'PairList[0] is missing, expected BlocklistPair')
    ],
    [
      'an empty From_Account is empty',
      [{ ...good, From_Account: '' }],
      issue(['PairList', 0, 'From_Account'], 'empty', 'PairList[0].From_Account is empty, expected UserId')
    ],
    [
      'an empty To_Account is empty',
      [good, { ...good, To_Account: '' }],
      issue(['PairList', 1, 'To_Account'], 'empty', 'PairList[1].To_Account is empty, expected UserId')
    ],
    [
      'a number is not turned into an account',
      [{ ...good, From_Account: 7 }],
      issue(['PairList', 0, 'From_Account'], 'malformed', 'PairList[0].From_Account is malformed, expected UserId')
    ],
    [
      'null is no account',
      [{ ...good, To_Account: null }],
      issue(['PairList', 0, 'To_Account'], 'malformed', 'PairList[0].To_Account is malformed, expected UserId')
    ],
    [
      'an array of accounts is no account',
      [{ ...good, To_Account: ['id1'] }],
      issue(['PairList', 0, 'To_Account'], 'malformed', 'PairList[0].To_Account is malformed, expected UserId')
    ],
    [
      'a boxed text is no account',
      [{ ...good, To_Account: Object('id1') as object }],
      issue(['PairList', 0, 'To_Account'], 'malformed', 'PairList[0].To_Account is malformed, expected UserId')
    ],
    [
      'a name of another case is another field',
      [{ From_Account: 'id', to_account: 'id1' }],
      issue(['PairList', 0, 'To_Account'], 'missing', 'PairList[0].To_Account is missing, expected UserId')
    ],
    [
      'everything that is wrong is said at once',
      [{}, good, { From_Account: 7, To_Account: '' }],
      issue(['PairList', 0, 'From_Account'], 'missing', 'PairList[0].From_Account is missing, expected UserId'),
      issue(['PairList', 0, 'To_Account'], 'missing', 'PairList[0].To_Account is missing, expected UserId'),
      issue(['PairList', 2, 'From_Account'], 'malformed', 'PairList[2].From_Account is malformed, expected UserId'),
      issue(['PairList', 2, 'To_Account'], 'empty', 'PairList[2].To_Account is empty, expected UserId')
    ]
  ])('%s', (_rule, PairList, ...issues) => {
    expect(expectLeft(readPacket(BlocklistAdd, withPairs(PairList)))).toStrictEqual(invalid(...issues))
  })

  it('of 100 000 bad pairs it names the first 20, and stops to count at 100', () => {
    const json = withPairs(Array.from({ length: 100_000 }, () => ({ ...good, To_Account: 7 })))

    expect(expectLeft(readPacket(BlocklistAdd, json))).toStrictEqual({
      _tag: 'InvalidPacket',
      issues: Array.from({ length: 20 }, (_, i) =>
        issue(
          ['PairList', i, 'To_Account'],
          'malformed',
          `PairList[${String(i)}].To_Account is malformed, expected UserId`
        )
      ),
      total: 100
    })
  })

  it('finds the one bad pair at the end of 100 000', () => {
    const json = withPairs([...Array.from({ length: 99_999 }, () => good), { ...good, From_Account: 7 }])

    expect(expectLeft(readPacket(BlocklistAdd, json))).toStrictEqual(
      invalid(
        issue(
          ['PairList', 99_999, 'From_Account'],
          'malformed',
          'PairList[99999].From_Account is malformed, expected UserId'
        )
      )
    )
  })
})

describe('readPacket of a packet that carries no command', () => {
  const Bare = defineCallback({
    command: 'Example.Bare',
    packet: t.type({ Id: t.string }, 'Bare'),
    packetHasCommand: false
  })

  it.each<[rule: string, json: object]>([
    ['no command', { Id: 'a' }],
    ['a command, which is an unknown field', { Id: 'a', CallbackCommand: 'Example.Other' }],
    ['a command that is no text', { Id: 'a', CallbackCommand: 7 }]
  ])('hands on one with %s', (_rule, json) => {
    expect(expectRight(readPacket(Bare, json))).toBe(json)
  })

  it.each<[rule: string, json: unknown, expected: object]>([
    ['a wrong field is found', { Id: 7 }, invalid(issue(['Id'], 'malformed', 'Id is malformed, expected string'))],
    ['null is malformed as a whole', null, invalid(issue([], 'malformed', 'the packet is malformed, expected Bare'))],
    ['an array is malformed as a whole', [], invalid(issue([], 'malformed', 'the packet is malformed, expected Bare'))]
  ])('%s', (_rule, json, expected) => {
    expect(expectLeft(readPacket(Bare, json))).toStrictEqual(expected)
  })
})

describe("readPacket with a user's codec", () => {
  it('gives what the codec decodes', () => {
    const DateFromText = new t.Type<Date, string, unknown>(
      'DateFromText',
      (u): u is Date => u instanceof Date,
      (u, context) => (typeof u === 'string' ? t.success(new Date(u)) : t.failure(u, context)),
      (date) => date.toISOString()
    )
    const Dated = defineCallback({ command: 'Example.Dated', packet: t.type({ At: DateFromText }) })

    expect(expectRight(readPacket(Dated, { CallbackCommand: 'Example.Dated', At: '2024-02-07' }))).toStrictEqual({
      CallbackCommand: 'Example.Dated',
      At: new Date('2024-02-07')
    })
  })

  it('takes a codec that throws for a packet that is malformed as a whole', () => {
    const Throwing = defineCallback({
      command: 'Example.Throwing',
      packet: new t.Type<unknown>('Throwing', t.unknown.is, throwing, t.identity)
    })

    expect(expectLeft(readPacket(Throwing, { CallbackCommand: 'Example.Throwing' }))).toStrictEqual(
      invalid(issue([], 'malformed', 'the packet is malformed, expected Throwing'))
    )
  })
})
