import { describe, expect, it } from '@jest/globals'
import { right } from 'fp-ts/Either'
import * as t from 'io-ts'
import { ClientIp, list, nonEmptyText, OptPlatform, packet, record, SdkAppId, UrlParameters, UserId } from '../../src'
import { expectLeft, expectRight } from '../support/either'

const NumberFromText = new t.Type<number, string>(
  'NumberFromText',
  t.number.is,
  (u, c) =>
    t.number.is(u) ? t.success(u) : typeof u === 'string' && u !== '' ? t.success(Number(u)) : t.failure(u, c),
  String
)
const Contradicting = new t.Type<string>(
  'Contradicting',
  (u): u is string => u === 'never',
  () => t.success('x'),
  t.identity
)

describe('record', () => {
  const Member = record('Member', { Id: UserId, toString: t.number }, { Card: t.string, constructor: t.string })
  it.each<[unknown, boolean]>([
    [{ Id: 'a', toString: 1 }, true],
    [{ Id: 'a', toString: 1, Card: 'x', constructor: 'y', More: 1 }, true],
    [{ Id: 'a', toString: 1, Card: undefined, constructor: undefined }, true],
    [{ Id: 'a', toString: 1, Card: null, constructor: undefined }, false],
    [{ Id: '', toString: 1, constructor: undefined }, false],
    [{ Id: 1, toString: 1, constructor: undefined }, false],
    [{ Id: 'a', constructor: undefined }, false],
    [[], false],
    [null, false],
    ['x', false]
  ])('%j is a Member: %s', (u, expected) => {
    const isMember =
      typeof u === 'object' && u !== null && !Array.isArray(u) && !Object.hasOwn(u, 'constructor')
        ? Member.is({ ...u, constructor: undefined })
        : Member.is(u)
    expect(isMember).toBe(expected)
  })
  it('hands valid values on as they are', () => {
    const One = record('One', { Id: UserId })
    const value = { Id: 'a', More: 1 }
    expect(expectRight(One.decode(value))).toBe(value)
    expect(One.encode(expectRight(One.decode(value)))).toBe(value)
  })
  it('decodes and encodes fields of another form, and does not change its input', () => {
    const Timed = record('Timed', { EventTime: NumberFromText }, { Later: NumberFromText, Id: UserId })
    const input = { EventTime: '7', More: 1 }
    expect(Timed.decode(input)).toEqual(right({ EventTime: 7, More: 1 }))
    expect(input).toEqual({ EventTime: '7', More: 1 })
    expect(Timed.encode(expectRight(Timed.decode({ EventTime: '7', Later: '8', Id: 'a' })))).toEqual({
      EventTime: '7',
      Later: '8',
      Id: 'a'
    })
    expect(Timed.encode(expectRight(Timed.decode(input)))).toEqual(input)
    expect(expectLeft(Timed.decode({ EventTime: '', Later: '' }))).toHaveLength(2)
  })
  it('refuses what a codec decodes and then does not accept', () => {
    expect(expectLeft(record('R', { A: Contradicting }).decode({ A: 1 }))).toHaveLength(1)
    expect(expectLeft(list(Contradicting).decode([1]))).toHaveLength(1)
  })
  it('bounds the errors of one field', () => {
    const many = new t.Type<string>(
      'Many',
      t.string.is,
      (u, c) => t.failures(Array.from({ length: 500 }, () => ({ value: u, context: c }))),
      t.identity
    )
    expect(expectLeft(record('R', { A: many, B: many }).decode({}))).toHaveLength(100)
  })
})

describe('list', () => {
  it.each<[unknown, boolean]>([
    [[], true],
    [['a'], true],
    [['a', ''], false],
    [[1], false],
    [{}, false],
    [null, false]
  ])('%j is a UserId[]: %s', (u, expected) => {
    expect(list(UserId).is(u)).toBe(expected)
    expect(list(UserId).decode(u)._tag).toBe(expected ? 'Right' : 'Left')
  })
  it('decodes and encodes items of another form', () => {
    const Times = list(NumberFromText)
    expect(Times.name).toBe('NumberFromText[]')
    expect(Times.decode(['1', 2])).toEqual(right([1, 2]))
    expect(Times.encode([1, 2])).toEqual(['1', '2'])
    const ids = ['a' as UserId]
    expect(list(UserId).encode(ids)).toBe(ids)
  })
  it('stops collecting at a hundred errors', () => {
    expect(expectLeft(list(UserId).decode(Array.from({ length: 101 }, () => 1)))).toHaveLength(100)
    expect(expectLeft(list(UserId).decode(Array.from({ length: 99 }, () => 1)))).toHaveLength(99)
  })
})

describe('packet', () => {
  const P = packet('Example.P', { A: UserId })
  it('is a record with its command', () => {
    expect(P.name).toBe('Example.P packet')
    expect(P.is({ CallbackCommand: 'Example.P', A: 'a' })).toBe(true)
    expect(P.is({ CallbackCommand: 'Example.Q', A: 'a' })).toBe(false)
  })
})

describe('values', () => {
  it.each<[t.Mixed, unknown, boolean]>([
    [UserId, 'a', true],
    [UserId, '', false],
    [UserId, 7, false],
    [OptPlatform, 'iOS', true],
    [OptPlatform, 'New', true],
    [OptPlatform, '', false],
    [SdkAppId, 1, true],
    [SdkAppId, 2 ** 53 - 1, true],
    [SdkAppId, 2 ** 53, false],
    [SdkAppId, 0, false],
    [SdkAppId, 1.5, false],
    [SdkAppId, '1', false],
    [ClientIp, '127.0.0.1', true],
    [ClientIp, '::', true],
    [ClientIp, '1::2::3', false],
    [ClientIp, 7, false]
  ])('%#: is', (codec, u, expected) => {
    expect(codec.is(u)).toBe(expected)
  })
  it.each<[string, boolean]>([
    ['1400000000', true],
    ['9007199254740991', true],
    ['9007199254740992', false],
    ['0', false],
    ['01', false],
    ['', false]
  ])('SdkAppId decodes %j: %s', (digits, expected) => {
    expect(SdkAppId.decode(digits)._tag).toBe(expected ? 'Right' : 'Left')
  })
  it('SdkAppId does not decode a number, and encodes to digits', () => {
    expect(SdkAppId.decode(1400000000)._tag).toBe('Left')
    expect(SdkAppId.encode(expectRight(SdkAppId.decode('9007199254740991')))).toBe('9007199254740991')
  })
  it('texts and addresses decode to themselves', () => {
    expect(ClientIp.decode('::1')).toEqual(right('::1'))
    expect(ClientIp.decode('x')._tag).toBe('Left')
    expect(nonEmptyText('T').decode('a')).toEqual(right('a'))
    expect(nonEmptyText('T').decode('')._tag).toBe('Left')
  })
  it('UrlParameters decodes every form of a query, and encodes to a record of texts', () => {
    const record = { SdkAppid: '1', CallbackCommand: 'c', ClientIP: '::1' }
    const decoded = { SdkAppid: 1, CallbackCommand: 'c', ClientIP: '::1' }
    for (const query of [record, new URLSearchParams(record), '?SdkAppid=1&CallbackCommand=c&ClientIP=::1']) {
      expect(UrlParameters.decode(query)).toEqual(right(decoded))
    }
    expect(UrlParameters.is(decoded)).toBe(true)
    expect(UrlParameters.encode(expectRight(UrlParameters.decode(record)))).toEqual(record)
    expect(
      expectLeft(UrlParameters.decode(null)).map(({ context, message }) => [context.at(-1)?.key, message])
    ).toEqual([
      ['SdkAppid', 'SdkAppid is missing, expected SdkAppId'],
      ['CallbackCommand', 'CallbackCommand is missing, expected a command']
    ])
  })
})

describe('what a codec does not say', () => {
  const Silent = new t.Type<string>('Silent', t.string.is, () => t.failures([]), t.identity)
  it('an item that fails without a reason is not dropped', () => {
    expect(expectLeft(list(Silent).decode([7]))).toHaveLength(1)
    expect(expectLeft(list(Silent).decode(['a', 7]))).toHaveLength(1)
  })
  it('a field is not taken from the prototype', () => {
    const Optional = record('Optional', { Id: UserId }, { constructor: t.string })
    expect(Optional.decode({ Id: 'a' })).toEqual(right({ Id: 'a' }))
    expect(Optional.is({ Id: 'a', constructor: 'x' })).toBe(true)
    expect(Optional.is({ Id: 'a', constructor: 1 })).toBe(false)
    const [missing] = expectLeft(record('Required', { constructor: t.string }).decode({}))
    expect(missing?.value).toBe(undefined)
    const Encoded = record('Encoded', {}, { toString: NumberFromText })
    expect(Encoded.encode(expectRight(Encoded.decode({})))).toEqual({})
    expect(Object.hasOwn(Encoded.encode(expectRight(Encoded.decode({}))), 'toString')).toBe(false)
  })
})
