import { describe, expect, it } from '@jest/globals'
import { left, right } from 'fp-ts/Either'
import * as t from 'io-ts'
import {
  BlocklistAdd,
  BlocklistAddPacket,
  BlocklistDelete,
  defineCallback,
  parseAnyCallback,
  parseBlocklistAddCallback,
  parseCallback,
  tokenAuthentication,
  type Authenticate,
  type CallbackConfig,
  type CallbackRequest
} from '../src'
import { add, body, del, packet, pairs, parameters, query, sdkAppId, url } from './fixtures/blocklist'
import { expectLeft, expectRight } from './support/either'

const parse = parseBlocklistAddCallback({ sdkAppId })
const hostile = (request: unknown) => parse(request as CallbackRequest)

describe('a parser', () => {
  it('gives the callback of the documented request', () => {
    const callback = { command: add, parameters, packet }
    expect(parse({ method: 'POST', url, body })).toStrictEqual(right(callback))
    expect(parse({ url, body: packet })).toStrictEqual(right(callback))
  })

  it('gives the request id where there is one', () => {
    expect(expectRight(parse({ url: `${url}&RequestID=a`, body })).requestId).toBe('a')
  })

  it.each(['POST', 'post', 'Post', undefined])('takes the method %p', (method) => {
    expect(parse({ method, url, body })._tag).toBe('Right')
  })
  it.each(['GET', 'PUT', '', ' POST', 'POST\n', 'PO\u017fT', 7, null, ['POST']])(
    'does not take the method %j',
    (method) => {
      expect(hostile({ method, url, body })).toStrictEqual(left({ _tag: 'MethodNotAllowed' }))
    }
  )

  it('tells the callbacks of several commands apart', () => {
    const both = parseCallback(BlocklistAdd, BlocklistDelete)({ sdkAppId })
    for (const command of [add, del])
      expect(both({ url: url.replace(add, command), body: { ...packet, CallbackCommand: command } })).toMatchObject({
        right: { command, parameters: { CallbackCommand: command } }
      })
  })

  it('of all commands takes each of them', () => {
    const body = { CallbackCommand: del, PairList: pairs }
    expect(expectRight(parseAnyCallback({ sdkAppId })({ url: url.replace(add, del), body })).command).toBe(del)
  })

  it.each([del, 'sns.callbackblacklistadd', `${add} `, 'constructor', '__proto__'])(
    'does not handle the command %j',
    (command) => {
      const request = { query: { SdkAppid: '1400000000', CallbackCommand: command }, body }
      expect(parse(request)).toStrictEqual(left({ _tag: 'UnhandledCommand', received: command }))
    }
  )
})

describe('the order of the checks', () => {
  const authenticate: Authenticate = (values) =>
    values('Sign')[0] === 'right' ? undefined : { _tag: 'AuthenticationFailed', reason: 'mismatch' }
  const signed = parseBlocklistAddCallback({ sdkAppId, authenticate })

  /** A request in which everything is wrong from a step on. */
  const steps: ReadonlyArray<[tag: string, request: object]> = [
    ['MethodNotAllowed', { method: 'GET', url: '/?SdkAppid=x' }],
    ['InvalidParameters', { method: 'POST', url: '/?SdkAppid=1' }],
    ['SdkAppIdMismatch', { url: '/?SdkAppid=1&CallbackCommand=x' }],
    ['AuthenticationFailed', { url: '/?SdkAppid=1400000000&CallbackCommand=x' }],
    ['UnhandledCommand', { url: '/?SdkAppid=1400000000&CallbackCommand=x&Sign=right' }]
  ]
  it.each(steps)('%s comes before the body is looked at', (tag, request) => {
    const unreadable = {
      ...request,
      get body(): unknown {
        throw new Error('the body was read')
      }
    }
    expect(expectLeft(signed(unreadable as unknown as CallbackRequest))._tag).toBe(tag)
  })

  it.each<[tag: string, body: unknown]>([
    ['MalformedBody', '{'],
    ['CommandMismatch', { CallbackCommand: del, PairList: 7 }],
    ['InvalidPacket', { CallbackCommand: add, PairList: 7 }]
  ])('%s comes after all that', (tag, body) => {
    expect(expectLeft(signed({ url: `${url}&Sign=right`, body }))._tag).toBe(tag)
  })

  it('a token is chosen by the SDKAppID that was checked, whatever else the URL says', () => {
    const seen: Array<unknown> = []
    const choose: Authenticate = (values, id) => void seen.push([values('SdkAppid'), id])
    const choosing = parseBlocklistAddCallback({ sdkAppId: [1, sdkAppId], authenticate: choose })
    for (const mark of ['?', '??', '???'])
      for (const more of ['', '&a=%41', '&a=+', '&a=\ud800'])
        choosing({ url: `/${mark}SdkAppid=1&SdkAppid=1400000000&CallbackCommand=${add}${more}`, body })
    expect(new Set(seen.map((one) => JSON.stringify(one)))).toStrictEqual(new Set(['[["1400000000"],1400000000]']))
  })
})

describe('what throws is the mistake of the app', () => {
  const cause = new Error('a bug')
  const throwing = (): never => {
    throw cause
  }
  const getter = (name: string, request: object) => Object.defineProperty(request, name, { get: throwing })

  it.each<[rule: string, request: unknown]>([
    ['the method', getter('method', { url, body })],
    ['the url', getter('url', { body })],
    ['the address of the url', { url: getter('href', {}), body }],
    ['the query', getter('query', { body })],
    ['a parameter', { query: Object.defineProperty({}, 'a', { get: throwing, enumerable: true }), body }],
    ['a list of values', { query: { a: new Proxy([], { get: throwing }) }, body }],
    ['the body', getter('body', { url })],
    ['what is in the body', { url, body: new Proxy({}, { getPrototypeOf: throwing }) }]
  ])('while a request is read: %s', (_rule, request) => {
    expect(hostile(request)).toStrictEqual(left({ _tag: 'InternalError', in: 'request', cause }))
  })
  it.each([undefined, null])('while a request is read that is %p', (request) => {
    expect(hostile(request)).toMatchObject({ left: { _tag: 'InternalError', in: 'request' } })
  })
  it('in authenticate', () => {
    const result = parseBlocklistAddCallback({ sdkAppId, authenticate: throwing })({ url, body })
    expect(result).toStrictEqual(left({ _tag: 'InternalError', in: 'authenticate', cause }))
  })
  it('in a codec', () => {
    const Bad = new t.Type<unknown>('Bad', (_u): _u is unknown => true, throwing, t.identity)
    const result = parseCallback(defineCallback({ command: add, packet: Bad }))({ sdkAppId })({ url, body })
    expect(result).toStrictEqual(left({ _tag: 'InternalError', in: 'codec', cause }))
  })
})

describe('a request of any size', () => {
  const long = 'x'.repeat(1_000_000)

  it('leaves nothing long behind in a callback but the packet', () => {
    const more = `&ClientIP=${long}&OptPlatform=${long}&RequestID=${long}&RequestId=${long}&Sign=${long}&mine=${long}`
    const required = `/?SdkAppid=1400000000&CallbackCommand=${add}`
    expect(parse({ url: `${required}${more}`, body })).toStrictEqual(
      right({ command: add, parameters: { SdkAppid: sdkAppId, CallbackCommand: add }, packet })
    )
  })

  it.each<[rule: string, request: CallbackRequest]>([
    ['parameters', { url: `/?SdkAppid=${long}&CallbackCommand=&contenttype=${long}`, body }],
    ['a command in the URL', { url: `/?SdkAppid=1400000000&CallbackCommand=${long}`, body }],
    ['a command in the packet', { url, body: { CallbackCommand: long } }],
    ['a field', { url, body: { ...packet, PairList: long } }],
    ['fields', { url, body: { ...packet, PairList: Array.from({ length: 100_000 }, () => ({ [long]: long })) } }],
    ['text that is not JSON', { url, body: long }],
    ['a parameter given 200,000 times', { url: `/?${'SdkAppid=1&'.repeat(200_000)}`, body }],
    ['200,000 separators', { url: `/?${'&'.repeat(200_000)}`, body }],
    ['200,000 names', { url: `/?${'a&'.repeat(200_000)}`, body }]
  ])('leaves nothing long behind in an error: %s', (_rule, request) => {
    expect(JSON.stringify(expectLeft(parse(request))).length).toBeLessThan(4_000)
  })

  it('tells 200 characters of a command at most', () => {
    const request = { url: `/?SdkAppid=1400000000&CallbackCommand=${long}`, body }
    expect(parse(request)).toStrictEqual(left({ _tag: 'UnhandledCommand', received: 'x'.repeat(200) }))
  })

  it.each<[rule: string, sent: string]>([
    ['1,000 pairs', JSON.stringify({ ...packet, PairList: Array.from({ length: 1_000 }, () => pairs[0]) })],
    ['deep nesting in an unknown field', body.replace('{', `{"x":${'['.repeat(9_000)}${']'.repeat(9_000)},`)],
    [
      '90,000 unknown fields',
      body.replace('{', `{${Array.from({ length: 90_000 }, (_, i) => `"k${String(i)}":1,`).join('')}`)
    ]
  ])('passes with %s', (_rule, sent) => {
    expect(parse({ url, body: sent })._tag).toBe('Right')
  })
})

describe('configuration', () => {
  it.each<[rule: string, config: unknown, message: string]>([
    ['no options', undefined, 'The options are missing'],
    ['an SDKAppID instead of options', sdkAppId, 'The options are missing'],
    ['no SDKAppID', {}, 'sdkAppId must be'],
    ['a token that would not be looked at', { sdkAppId, token: 'x' }, 'tokenAuthentication({ token })'],
    ['an option of another name', { sdkAppId, authentication: () => undefined }, 'Unknown option "authentication"'],
    ['authenticate: null', { sdkAppId, authenticate: null }, 'authenticate must be a function'],
    ['authenticate: a token', { sdkAppId, authenticate: 'x' }, 'authenticate must be a function']
  ])('%s: a TypeError', (_rule, config, message) => {
    const configure = () => parseBlocklistAddCallback(config as CallbackConfig)
    expect(configure).toThrow(TypeError)
    expect(configure).toThrow(message)
  })

  it.each<[rule: string, definitions: ReadonlyArray<unknown>, message: string]>([
    ['no definition', [], 'at least one definition'],
    ['a command', [add], 'takes definitions, such as BlocklistAdd; got a string'],
    ['a list of definitions', [[BlocklistAdd, BlocklistDelete]], 'parseCallback(A, B)'],
    ['the codec of a packet', [BlocklistAddPacket], 'takes definitions'],
    ['what is not exported', [undefined], 'takes definitions, such as BlocklistAdd; got nothing: is it exported?'],
    ['options among definitions', [BlocklistAdd, { sdkAppId }], 'takes definitions'],
    ['a command twice', [BlocklistAdd, BlocklistDelete, BlocklistAdd], `${add} is given twice`]
  ])('%s: a TypeError', (_rule, definitions, message) => {
    const configure = () => (parseCallback as (...all: ReadonlyArray<unknown>) => unknown)(...definitions)
    expect(configure).toThrow(TypeError)
    expect(configure).toThrow(message)
  })

  it('takes several SDKAppIDs and a token', () => {
    const authenticate = tokenAuthentication({ token: 'xxxxyyyy', now: () => 1669872112000 })
    const signed = `${query}&RequestTime=1669872112&Sign=17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061`
    const both = parseBlocklistAddCallback({ sdkAppId: ['1', sdkAppId], authenticate })
    expect(both({ query: signed, body })._tag).toBe('Right')
    expect(both({ query, body })).toStrictEqual(left({ _tag: 'AuthenticationFailed', reason: 'missing' }))
  })
})
