import { describe, expect, it } from '@jest/globals'
import querystring from 'node:querystring'
import { Readable } from 'node:stream'
import {
  BlocklistAdd,
  BlocklistAddPacket,
  BlocklistDelete,
  defineCallback,
  describeError,
  list,
  parseBlocklistAddCallback,
  parseBlocklistDeleteCallback,
  parseCallback,
  record,
  UserId,
  type CallbackError,
  type CallbackRequest
} from '../src'
import * as t from 'io-ts'
import { add, body, del, packet, pairs, parameters, query, sdkAppId, url } from './fixtures/blocklist'
import { expectLeft, expectRight } from './support/either'

const parse = parseBlocklistAddCallback({ sdkAppId })
const hostile = (request: unknown) => parse(request as CallbackRequest)
const tagOf = (request: unknown): string => {
  const result = hostile(request)
  return result._tag === 'Right' ? 'Right' : result.left._tag
}
const withParameter = (name: string, value: string) => {
  const changed = new URLSearchParams(query)
  changed.set(name, value)
  return `/?${changed.toString()}`
}
const without = (name: string) => {
  const changed = new URLSearchParams(query)
  changed.delete(name)
  return `/?${changed.toString()}`
}

describe('the documented request', () => {
  it('gives the documented callback', () => {
    expect(expectRight(parse({ method: 'POST', url, body }))).toEqual({ command: add, parameters, packet })
  })
  it('hands a parsed packet on as it is', () => {
    expect(expectRight(parse({ url, body: packet })).packet).toBe(packet)
  })
  it('has a twin for the way back', () => {
    const result = parseBlocklistDeleteCallback({ sdkAppId })({
      url: url.replace(add, del),
      body: { CallbackCommand: del, PairList: pairs }
    })
    expect(expectRight(result).command).toBe(del)
  })
})

describe('a real request passes', () => {
  const record = Object.fromEntries(new URLSearchParams(query))
  it.each<[string, CallbackRequest]>([
    [
      'as captured',
      {
        url: `/?CallbackCommand=${add}&ClientIP=1.2.3.4&OptPlatform=iOS&RequestID=a&SdkAppid=1400000000&appId=4&contenttype=json`,
        body
      }
    ],
    ['without the optional parameters', { url: `/?SdkAppid=1400000000&CallbackCommand=${add}`, body }],
    [
      'with valueless parameters',
      { url: `/?SdkAppid=1400000000&CallbackCommand=${add}&contenttype&ClientIP&OptPlatform`, body }
    ],
    ['with contenttype in capitals', { url: withParameter('contenttype', 'JSON'), body }],
    ['with a new platform', { url: withParameter('OptPlatform', 'HarmonyOS'), body }],
    ['with a percent-encoded command', { url: url.replace('Sns.', 'Sns%2E'), body }],
    ['with a percent-encoded name', { url: url.replace('SdkAppid', 'Sdk%41ppid'), body }],
    ['with a broken escape in a foreign parameter', { url: `${url}&mine=%zz`, body }],
    ['with a foreign parameter given twice', { url: `${url}&mine=1&mine=2`, body }],
    ['with Sign and RequestTime that nobody checks', { url: `${url}&Sign=1&Sign=2&RequestTime=`, body }],
    ['with a nested foreign parameter', { query: { ...record, mine: { a: '1' } }, body }],
    ['with a fragment', { url: `${url}#top`, body }],
    ['with a second question mark', { url: `${url}&mine=a?b`, body }],
    ['as path and query', { url: `/cb?${query}`, body }],
    ['as a URL', { url: new URL(url), body }],
    ['as a query string', { query, body }],
    ['as a query string with question mark', { query: `?${query}`, body }],
    ['as URLSearchParams', { query: new URLSearchParams(query), body }],
    ['as a record', { query: record, body }],
    ['as a record of one-element arrays', { query: { ...record, SdkAppid: ['1400000000'] }, body }],
    ['as a record with undefined', { query: { ...record, ClientIP: undefined }, body }],
    ['as a record of querystring', { query: querystring.parse(query), body }],
    ['with url and query, of which url wins', { url, query: {}, body }],
    ['with post in small letters', { method: 'post', url, body }],
    ['with method undefined', { method: undefined, url, body }],
    ['with a Buffer', { url, body: Buffer.from(body) }],
    [
      'with a view into a larger buffer',
      { url, body: new Uint8Array(Buffer.from(`xx${body}yy`)).subarray(2, 2 + body.length) }
    ],
    ['with an ArrayBuffer', { url, body: Uint8Array.from(Buffer.from(body)).buffer }],
    ['with a byte order mark', { url, body: `\ufeff${body}` }],
    ['with a byte order mark in bytes', { url, body: Buffer.from(`\ufeff${body}`) }],
    ['with white space around', { url, body: `\n ${body} \n` }],
    ['with unknown fields', { url, body: { ...packet, EventTime: 1, PairList: [{ ...pairs[0], More: 1 }] } }],
    ['with no pairs', { url, body: { ...packet, PairList: [] } }],
    ['with duplicate keys, the last of which is right', { url, body: body.replace('{', `{"PairList":1,`) }],
    ['with __proto__ in the packet', { url, body: body.replace('{', '{"__proto__":{"PairList":1},') }],
    ['with a packet without prototype', { url, body: Object.assign(Object.create(null) as object, packet) }],
    [
      'with deep nesting in an unknown field',
      { url, body: body.replace('{', `{"x":${'['.repeat(9000)}${']'.repeat(9000)},`) }
    ],
    ['with 1 000 pairs', { url, body: { ...packet, PairList: Array.from({ length: 1000 }, () => pairs[0]) } }]
  ])('%s', (_title, request) => {
    expect(tagOf(request)).toBe('Right')
  })

  it.each(['@TLS#NOT_FOUND', '@RBT#001', '"quoted"', ' ', '用户', '😀', '\ud800', 'x'.repeat(1000)])(
    'account %j',
    (id) => {
      const sent = { ...packet, PairList: [{ From_Account: id, To_Account: id }] }
      expect(expectRight(parse({ url, body: JSON.stringify(sent) })).packet).toEqual(sent)
    }
  )
  it.each(['::1', '::ffff:127.0.0.1', '2001:db8::ff00:42:8329', '0.0.0.0', '255.255.255.255'])('ClientIP %s', (ip) => {
    expect(expectRight(parse({ url: withParameter('ClientIP', ip), body })).parameters.ClientIP).toBe(ip)
  })
  it.each(['999.1.1.1', '256.0.0.1', '1.2.3', '01.2.3.4', '::g', ':::', '[::1]', 'fe80::1%eth0', 'x', ' 1.2.3.4'])(
    'ClientIP %s is left out',
    (ip) => {
      expect(expectRight(parse({ url: withParameter('ClientIP', ip), body })).parameters).not.toHaveProperty('ClientIP')
    }
  )
  it.each([
    ['RequestID=a', 'a'],
    ['RequestId=b', 'b'],
    ['RequestId=b&RequestID=a', 'a'],
    ['RequestID=&RequestId=b', 'b'],
    ['RequestID=a&RequestID=b', undefined]
  ])('%s gives the request id %s', (parameter, id) => {
    expect(expectRight(parse({ url: `${url}&${parameter}`, body })).requestId).toBe(id)
  })
})

describe('SdkAppid', () => {
  it.each([
    '01400000000',
    '+1400000000',
    '1e9',
    ' 1',
    '1.0',
    '0',
    '-1',
    '9007199254740992',
    '١٤٠٠',
    '1400000000 ',
    '0x1',
    '9'.repeat(400)
  ])('%s is malformed', (id) => {
    const error = expectLeft(parse({ url: withParameter('SdkAppid', id), body }))
    expect(error).toEqual({
      _tag: 'InvalidParameters',
      issues: [{ path: ['SdkAppid'], code: 'malformed', message: 'SdkAppid is malformed, expected SdkAppId' }],
      total: 1
    })
  })
  it.each(['1', '1400000001', '9007199254740991'])('%s is another app', (id) => {
    expect(expectLeft(parse({ url: withParameter('SdkAppid', id), body }))).toEqual({
      _tag: 'SdkAppIdMismatch',
      received: Number(id)
    })
  })
  it.each<[string, CallbackRequest, string, string]>([
    ['missing', { url: without('SdkAppid'), body }, 'missing', 'is missing'],
    ['of another case', { url: url.replace('SdkAppid', 'sdkappid'), body }, 'missing', 'is missing'],
    ['empty', { url: withParameter('SdkAppid', ''), body }, 'empty', 'is empty'],
    ['repeated', { url: `${url}&SdkAppid=1400000000`, body }, 'repeated', 'is given more than once'],
    ['repeated and escaped', { url: `${url}&Sdk%41ppid=1`, body }, 'repeated', 'is given more than once'],
    ['an object', { query: { SdkAppid: { a: 1 }, CallbackCommand: add }, body }, 'malformed', 'is malformed'],
    ['a number', { query: { SdkAppid: 1400000000, CallbackCommand: add }, body }, 'malformed', 'is malformed'],
    ['null', { query: { SdkAppid: null, CallbackCommand: add }, body }, 'malformed', 'is malformed'],
    ['an empty list', { query: { SdkAppid: [], CallbackCommand: add }, body }, 'missing', 'is missing'],
    [
      'a longer list',
      { query: { SdkAppid: ['1', '1'], CallbackCommand: add }, body },
      'repeated',
      'is given more than once'
    ],
    [
      'inherited',
      { query: Object.assign(Object.create({ SdkAppid: '1400000000' }) as object, { CallbackCommand: add }), body },
      'missing',
      'is missing'
    ],
    [
      'a getter that throws',
      {
        query: {
          get SdkAppid() {
            throw new Error('no')
          },
          CallbackCommand: add
        },
        body
      },
      'malformed',
      'is malformed'
    ]
  ])('%s is refused', (_title, request, code, words) => {
    expect(expectLeft(parse(request))).toEqual({
      _tag: 'InvalidParameters',
      issues: [{ path: ['SdkAppid'], code, message: `SdkAppid ${words}, expected SdkAppId` }],
      total: 1
    })
  })
})

describe('what is wrong with the other parameters', () => {
  it('is said all at once', () => {
    const error = expectLeft(parse({ url: '/?contenttype=xml&ClientIP=1&ClientIP=2', body }))
    expect(describeError(error)).toBe(
      'Invalid URL parameters, 4 issues: SdkAppid is missing, expected SdkAppId; ' +
        'CallbackCommand is missing, expected a command; contenttype is malformed, expected json; ' +
        'ClientIP is given more than once, expected ClientIp'
    )
  })
  it.each(['CallbackCommand', 'contenttype', 'ClientIP', 'OptPlatform'])('a repeated %s is refused', (name) => {
    expect(tagOf({ url: `${url}&${name}=x`, body })).toBe('InvalidParameters')
  })
  it.each(['ClientIP', 'OptPlatform', 'contenttype', 'CallbackCommand'])('a %s that is no text is refused', (name) => {
    expect(tagOf({ query: { ...Object.fromEntries(new URLSearchParams(query)), [name]: { a: 1 } }, body })).toBe(
      'InvalidParameters'
    )
  })
})

describe('each hostile request gives its tag', () => {
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()
  const throwing = new Proxy(
    {},
    {
      get: () => {
        throw new Error('no')
      }
    }
  )
  it.each<[string, unknown, string]>([
    ['undefined', undefined, 'InvalidParameters'],
    ['null', null, 'InvalidParameters'],
    ['text', 'x', 'InvalidParameters'],
    ['empty', {}, 'InvalidParameters'],
    ['a proxy', throwing, 'InvalidParameters'],
    ['a URL without query', { url: '/', body }, 'InvalidParameters'],
    ['a query behind the fragment', { url: `/#?${query}`, body }, 'InvalidParameters'],
    ['a doubled question mark', { url: `/??${query}`, body }, 'InvalidParameters'],
    ['a query that is a proxy', { query: revoked.proxy, body }, 'InvalidParameters'],
    ['a query that is a number', { query: 5, body }, 'InvalidParameters'],
    ['a GET', { method: 'GET', url, body }, 'MethodNotAllowed'],
    ['an empty method', { method: '', url, body }, 'MethodNotAllowed'],
    ['a method that is a number', { method: 1, url, body }, 'MethodNotAllowed'],
    ['a method in a list', { method: ['POST'], url, body }, 'MethodNotAllowed'],
    ['POST with a long s', { method: 'PO\u017fT', url, body }, 'MethodNotAllowed'],
    ['another command', { url: withParameter('CallbackCommand', del), body }, 'UnexpectedCommand'],
    ['a command of another case', { url: url.replace('Sns', 'sns'), body }, 'UnexpectedCommand'],
    ['a command with a space', { url: url.replace(add, `${add}+`), body }, 'UnexpectedCommand'],
    ['the command constructor', { url: withParameter('CallbackCommand', 'constructor'), body }, 'UnexpectedCommand'],
    ['the command __proto__', { url: withParameter('CallbackCommand', '__proto__'), body }, 'UnexpectedCommand'],
    ['an empty command', { url: withParameter('CallbackCommand', ''), body }, 'InvalidParameters'],
    ['text null', { url, body: 'null' }, 'InvalidPacket'],
    ['text []', { url, body: '[]' }, 'InvalidPacket'],
    ['text "x"', { url, body: '"x"' }, 'InvalidPacket'],
    ['a number', { url, body: 7 }, 'InvalidPacket'],
    ['a boolean', { url, body: true }, 'InvalidPacket'],
    ['a list', { url, body: [] }, 'InvalidPacket'],
    ['an empty packet', { url, body: {} }, 'InvalidPacket'],
    ['a packet that throws', { url, body: throwing }, 'InvalidPacket'],
    ['a packet that was revoked', { url, body: revoked.proxy }, 'InvalidPacket'],
    [
      'a getter that throws',
      {
        url,
        body: {
          CallbackCommand: add,
          get PairList() {
            throw new Error('no')
          }
        }
      },
      'InvalidPacket'
    ],
    ['a packet of another command', { url, body: { ...packet, CallbackCommand: del } }, 'CommandMismatch'],
    [
      'a packet command of another case',
      { url, body: { ...packet, CallbackCommand: add.toLowerCase() } },
      'CommandMismatch'
    ],
    ['a packet command with a space', { url, body: { ...packet, CallbackCommand: `${add} ` } }, 'CommandMismatch'],
    ['an empty packet command', { url, body: { ...packet, CallbackCommand: '' } }, 'CommandMismatch'],
    ['a packet command that is a number', { url, body: { ...packet, CallbackCommand: 1 } }, 'InvalidPacket']
  ])('%s', (_title, request, tag) => {
    expect(tagOf(request)).toBe(tag)
  })

  it.each<[string, unknown, string]>([
    ['undefined', undefined, 'unread'],
    ['a stream', Readable.from(['x']), 'unread'],
    ['a promise', Promise.resolve(body), 'unread'],
    ['a blob', new Blob([body]), 'unread'],
    ['a function', () => body, 'unread'],
    ['a symbol', Symbol('x'), 'unread'],
    ['a big integer', 1n, 'unread'],
    ['a map', new Map(), 'unread'],
    ['null', null, 'empty'],
    ['empty text', '', 'empty'],
    ['white space', ' \n\t', 'empty'],
    ['a byte order mark alone', '\ufeff', 'empty'],
    ['no bytes', new Uint8Array(0), 'empty'],
    ['bytes that are not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'encoding'],
    ['broken JSON', body.slice(0, -1), 'json'],
    ['two byte order marks', `\ufeff\ufeff${body}`, 'json'],
    ['form data', 'a=1&b=2', 'json']
  ])('%s as body', (_title, sent, reason) => {
    expect(expectLeft(parse({ url, body: sent }))).toEqual({ _tag: 'MalformedBody', reason })
  })

  it.each<[string, unknown, ReadonlyArray<string | number>, string]>([
    ['PairList missing', { CallbackCommand: add }, ['PairList'], 'missing'],
    ['PairList null', { ...packet, PairList: null }, ['PairList'], 'malformed'],
    ['PairList an object', { ...packet, PairList: {} }, ['PairList'], 'malformed'],
    ['a pair null', { ...packet, PairList: [pairs[0], null] }, ['PairList', 1], 'malformed'],
    ['a pair a list', { ...packet, PairList: [[]] }, ['PairList', 0], 'malformed'],
    [
      'an account a number',
      { ...packet, PairList: [{ From_Account: 'a', To_Account: 1 }] },
      ['PairList', 0, 'To_Account'],
      'malformed'
    ],
    [
      'an account a list',
      { ...packet, PairList: [{ From_Account: 'a', To_Account: ['b'] }] },
      ['PairList', 0, 'To_Account'],
      'malformed'
    ],
    [
      'an account empty',
      { ...packet, PairList: [{ From_Account: '', To_Account: 'b' }] },
      ['PairList', 0, 'From_Account'],
      'empty'
    ],
    ['an account missing', { ...packet, PairList: [{ From_Account: 'a' }] }, ['PairList', 0, 'To_Account'], 'missing'],
    ['the command missing', { PairList: [] }, ['CallbackCommand'], 'missing'],
    ['the command a number', { ...packet, CallbackCommand: 1 }, ['CallbackCommand'], 'malformed'],
    ['not an object', 'null', [], 'malformed']
  ])('%s is found at its path', (_title, sent, path, code) => {
    const error = expectLeft(parse({ url, body: sent }))
    expect(error._tag === 'InvalidPacket' && [error.issues.map((one) => [one.path, one.code]), error.total]).toEqual([
      [[path, code]],
      1
    ])
  })

  it('100 000 bad pairs give a bounded error', () => {
    const PairList = Array.from({ length: 100_000 }, () => ({ From_Account: 1, To_Account: '' }))
    const error = expectLeft(parse({ url, body: { ...packet, PairList } }))
    expect(error._tag === 'InvalidPacket' && [error.issues.length, error.total]).toEqual([20, 100])
    expect(describeError(error)).toHaveLength(500)
  })
})

describe('a long request takes no more than its length', () => {
  it.each([
    ['a parameter given 200 000 times', { url: `/?${'SdkAppid=1&'.repeat(200_000)}`, body }],
    ['200 000 separators', { url: `/?${'&'.repeat(200_000)}`, body }],
    ['an account of 10 MB', { url, body: body.replace('id1', 'x'.repeat(10_000_000)).slice(1) }]
  ])('%s', (_title, request) => {
    expect(tagOf(request)).toMatch(/^(InvalidParameters|MalformedBody)$/)
  })
})

describe('the order of the checks', () => {
  const unreadable = {
    get body() {
      throw new Error('the body was read')
    }
  }
  const steps: ReadonlyArray<[string, Record<string, unknown>]> = [
    ['MethodNotAllowed', { method: 'GET', url: '/' }],
    ['InvalidParameters', { method: 'POST', url: '/?SdkAppid=1' }],
    ['SdkAppIdMismatch', { url: '/?SdkAppid=1&CallbackCommand=x' }],
    ['AuthenticationFailed', { url: `/?SdkAppid=1400000000&CallbackCommand=x` }],
    ['UnexpectedCommand', { url: `/?SdkAppid=1400000000&CallbackCommand=x&secret=1` }]
  ]
  it.each(steps)('%s comes before the body is read', (tag, request) => {
    let isRead = false
    const result = parseBlocklistAddCallback({
      sdkAppId,
      authenticate: (values) =>
        values('secret')[0] === '1' ? undefined : { _tag: 'AuthenticationFailed', reason: 'mismatch' }
    })({
      ...request,
      get body() {
        isRead = true
        return ''
      }
    } as unknown as CallbackRequest)
    expect([expectLeft(result)._tag, isRead]).toEqual([tag, false])
  })
  it('a body that cannot be read is unread', () => {
    expect(expectLeft(parse(Object.assign(unreadable, { url })))).toEqual({ _tag: 'MalformedBody', reason: 'unread' })
  })
})

describe('configuration', () => {
  it.each<[string, unknown]>([
    ['0', 0],
    ['NaN', NaN],
    ['a fraction', 1.5],
    ['negative', -1],
    ['too large', 2 ** 53],
    ['in exponent form', 1e21],
    ['undefined', undefined],
    ['null', null],
    ['empty', ''],
    ['1e9', '1e9'],
    ['a leading zero', '01'],
    ['a space', ' 1'],
    ['no list', []],
    ['a list with a wrong one', [1, '']],
    ['a boolean', true],
    ['an object', {}]
  ])('sdkAppId: %s is a TypeError', (_title, id) => {
    expect(() => parseBlocklistAddCallback({ sdkAppId: id as number })).toThrow(TypeError)
  })
  it.each<[unknown, string]>([
    ['', 'an empty string: is the setting present?'],
    [NaN, 'NaN: is the setting present?'],
    [undefined, 'undefined: is the setting present?'],
    [null, 'null: is the setting present?'],
    ['x', 'another string'],
    [1.5, 'another number']
  ])('sdkAppId: %p is named in the message', (id, name) => {
    expect(() => parseBlocklistAddCallback({ sdkAppId: id as number })).toThrow(
      `sdkAppId must be a positive integer such as 1400000000, or its digits without leading zeros; got ${name}`
    )
  })
  it('an empty list says that nothing would pass', () => {
    expect(() => parseBlocklistAddCallback({ sdkAppId: [] as unknown as [number] })).toThrow(
      new TypeError(
        'sdkAppId must be a positive integer such as 1400000000, or its digits without leading zeros; got another object'
      )
    )
  })
  it.each<[string, number | string | readonly [number | string, ...Array<number | string>]]>([
    ['digits', '1400000000'],
    ['a list', [1, 1400000000]],
    ['a list of digits', ['1400000000']]
  ])('sdkAppId: %s is fine', (_title, id) => {
    expect(parseBlocklistAddCallback({ sdkAppId: id })({ url, body })._tag).toBe('Right')
  })
  it.each<[string, object]>([
    ...[null, true, 'token', {}].map((authenticate): [string, object] => [
      `authenticate is ${JSON.stringify(authenticate)}`,
      { authenticate }
    ]),
    ['a token would not be looked at', { token: 'xxxxyyyy' }],
    ['the name is another', { authentication: () => undefined }],
    ['there is more', { authenticate: () => undefined, tolerance: 1 }]
  ])('%s: that is a TypeError, so that nobody believes in a check that is not made', (_title, more) => {
    expect(() => parseBlocklistAddCallback({ sdkAppId, ...more })).toThrow(
      new TypeError('the settings are sdkAppId and authenticate, such as tokenAuthentication({ token })')
    )
  })
  it.each<[string, ReadonlyArray<unknown>]>([
    ['no definition', []],
    ['a command', ['Sns.CallbackBlackListAdd']],
    ['a list of definitions', [[BlocklistAdd, BlocklistDelete]]],
    ['the codec of a packet', [BlocklistAddPacket]],
    ['what is not exported', [undefined]],
    ['the settings', [BlocklistAdd, { sdkAppId }]],
    ['a command twice', [BlocklistAdd, BlocklistAdd]]
  ])('%s is a TypeError', (_title, definitions) => {
    expect(() => (parseCallback as (...all: ReadonlyArray<unknown>) => unknown)(...definitions)).toThrow(
      new TypeError('parseCallback needs different definitions, such as BlocklistAdd')
    )
  })
})

describe('several commands, and those of users', () => {
  it('each is told by its command', () => {
    const both = parseCallback(BlocklistAdd, BlocklistDelete)({ sdkAppId })
    const commands = [add, del].map(
      (command) =>
        expectRight(
          both({ url: withParameter('CallbackCommand', command), body: { ...packet, CallbackCommand: command } })
        ).command
    )
    expect(commands).toEqual([add, del])
  })
  it('a command of plain io-ts is parsed, and its paths have no positions of unions and intersections', () => {
    const command = 'Example.Union'
    const codec = t.intersection([
      t.type({ CallbackCommand: t.string }),
      t.readonly(
        t.partial({
          Value: t.union([t.number, t.exact(t.type({ Deep: t.boolean }))]),
          Map: t.record(t.string, t.number)
        })
      )
    ])
    const mine = parseCallback(defineCallback({ command, packet: codec }))({ sdkAppId })
    const send = (more: object) =>
      mine({ url: withParameter('CallbackCommand', command), body: { CallbackCommand: command, ...more } })
    expect(expectRight(send({ Value: { Deep: true } })).packet.Value).toEqual({ Deep: true })
    const error = expectLeft(send({ Value: { Deep: 'secret' }, Map: { hidden: 'x' } }))
    expect(error._tag === 'InvalidPacket' && error.issues.map((one) => [one.path, one.message])).toEqual([
      [['Value'], expect.stringMatching(/^Value is malformed, expected \(number \| /)],
      [['Value', 'Deep'], 'Value.Deep is malformed, expected boolean'],
      [['Map', 'hidden'], 'Map.* is malformed, expected number']
    ])
  })
  it('a packet may carry no command', () => {
    const command = 'Example.Bare'
    const mine = parseCallback(
      defineCallback({ command, packet: record('Bare', { Users: list(UserId) }), packetHasCommand: false })
    )({ sdkAppId })
    const send = (sent: unknown) => mine({ url: withParameter('CallbackCommand', command), body: sent })
    expect(expectRight(send({ Users: ['a'] })).packet.Users).toEqual(['a'])
    expect(expectLeft(send({ Users: ['a', ''] }))).toMatchObject({
      issues: [{ path: ['Users', 1], message: 'Users[1] is empty, expected UserId' }]
    })
    expect(expectLeft(send([]))._tag).toBe('InvalidPacket')
  })
  it('a packet whose fields are all of the sender, or that is wrong as a whole, is told without their names', () => {
    const command = 'Example.Map'
    const send = (codec: t.Mixed, more: object) =>
      parseCallback(defineCallback({ command, packet: codec }))({ sdkAppId })({
        url: withParameter('CallbackCommand', command),
        body: { CallbackCommand: command, ...more }
      })
    expect(expectLeft(send(t.type({ A: t.union([t.string, t.boolean]) }), { A: 1 }))).toMatchObject({ total: 1 })
    expect(describeError(expectLeft(send(t.record(t.string, t.string), { hidden: 1 })))).toBe(
      'Invalid packet, 1 issue: * is malformed, expected string'
    )
    expect(
      describeError(
        expectLeft(send(t.record(t.string, t.union([t.string, t.record(t.string, t.string)])), { hidden: { deep: 1 } }))
      )
    ).toContain('*.* is malformed')
    expect(
      describeError(
        expectLeft(
          send(
            t.refinement(t.UnknownRecord, () => false, 'Nothing'),
            {}
          )
        )
      )
    ).toBe('Invalid packet, 1 issue: the packet is malformed, expected Nothing')
  })
  it('the issues of a plain io-ts codec are counted up to 100, and a key that is no index is not named', () => {
    const command = 'Example.Many'
    const Entries = new t.Type<unknown>(
      'Entries',
      (_u): _u is unknown => false,
      (_u, context) => t.failures([{ value: 1, context: t.appendContext(context, 'hidden', t.number, 1) }]),
      t.identity
    )
    const send = (codec: t.Mixed, A: unknown) =>
      expectLeft(
        parseCallback(defineCallback({ command, packet: t.type({ A: codec }) }))({ sdkAppId })({
          url: withParameter('CallbackCommand', command),
          body: { CallbackCommand: command, A }
        })
      )
    expect(send(t.array(t.string), Array(5000).fill(7))).toMatchObject({ total: 100 })
    expect(describeError(send(Entries, ['x']))).toBe('Invalid packet, 1 issue: A.* is malformed, expected number')
  })
  it('a codec that fails without a reason still gives an issue', () => {
    const command = 'Example.Silent'
    const silent = new t.Type<string>('Silent', t.string.is, () => t.failures([]), t.identity)
    const mine = parseCallback(defineCallback({ command, packet: silent }))({ sdkAppId })
    const error: CallbackError = expectLeft(
      mine({ url: withParameter('CallbackCommand', command), body: { CallbackCommand: command } })
    )
    expect(describeError(error)).toBe('Invalid packet, 1 issue: the packet is malformed, expected Silent')
  })
})
