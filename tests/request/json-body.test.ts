import { describe, expect, it, jest } from '@jest/globals'
import { Readable } from 'node:stream'
import { runInNewContext } from 'node:vm'
import type { MalformedBody } from '../../src/error'
import { jsonBody } from '../../src/request/json-body'
import { expectLeft, expectRight } from '../support/either'

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text))

const throwing = (): never => {
  throw new Error('not readable')
}

const revokedProxy = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const viewInto = (before: string, text: string, after: string): Uint8Array =>
  bytes(before + text + after).subarray(before.length, before.length + text.length)

class Packet {
  readonly a = 1
}

describe('jsonBody', () => {
  it.each<[rule: string, body: unknown, value: unknown]>([
    ['a text is parsed', '{ "a": [1, "b", null] }', { a: [1, 'b', null] }],
    ['a text may have white space around it', ' \r\n\t{}\n', {}],
    ['a text may hold an array', '[]', []],
    ['a text may hold a text', '"x"', 'x'],
    ['a text may hold a number', '7', 7],
    ['a text may hold null', 'null', null],
    ['a byte order mark of a text is dropped', '\ufeff{"a":1}', { a: 1 }],
    ['a byte order mark inside a text is kept', '{"a":"\ufeff"}', { a: '\ufeff' }],
    ['of duplicate keys the last wins', '{"a":1,"a":2}', { a: 2 }],
    ['an escaped lone surrogate is kept', '"\\ud800"', '\ud800'],
    ['bytes are parsed', bytes('{"a":1}'), { a: 1 }],
    ['bytes are UTF-8', bytes('"用户 😀"'), '用户 😀'],
    ['a Buffer is parsed', Buffer.from('{"a":1}'), { a: 1 }],
    ['a view into a larger buffer is read within its bounds', viewInto('x[', '{"a":1}', ']y'), { a: 1 }],
    ['a DataView is parsed', new DataView(bytes('{"a":1}').buffer), { a: 1 }],
    ['an ArrayBuffer is parsed', bytes('{"a":1}').buffer, { a: 1 }],
    ['an ArrayBuffer of another realm is parsed', runInNewContext('Uint8Array.of(123, 125).buffer'), {}],
    ['bytes of another realm are parsed', runInNewContext('Uint8Array.of(123, 125)'), {}],
    ['a byte order mark of bytes is dropped', bytes('\ufeff{"a":1}'), { a: 1 }],
    ['bytes may hold null', bytes('null'), null]
  ])('%s', (_rule, body, value) => {
    expect(expectRight(jsonBody(body))).toStrictEqual(value)
  })

  it('the first bytes of all are decoded as strictly as any', async () => {
    const first = async (body: Uint8Array): Promise<unknown> => {
      let result: unknown
      await jest.isolateModulesAsync(async () => {
        const fresh = await import('../../src/request/json-body')
        result = fresh.jsonBody(body)
      })
      return result
    }
    const refused = (reason: MalformedBody['reason']) => ({ _tag: 'Left', left: { _tag: 'MalformedBody', reason } })

    expect(await first(Uint8Array.of(0x22, 0xff, 0x22))).toStrictEqual(refused('encoding'))
    expect(await first(bytes('\ufeff\ufeff{}'))).toStrictEqual(refused('json'))
    expect(await first(bytes('\ufeff{}'))).toStrictEqual({ _tag: 'Right', right: {} })
  })

  it('a __proto__ key of a text is an ordinary key', () => {
    const value = expectRight(jsonBody('{"__proto__":{"a":1},"b":2}'))

    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1},"b":2}')
  })

  it('deep nesting does not overflow the stack', () => {
    const depth = 100_000
    let value = expectRight(jsonBody('['.repeat(depth) + ']'.repeat(depth)))
    let levels = 0
    for (; Array.isArray(value); value = value[0]) levels += 1

    expect([levels, value]).toStrictEqual([depth, undefined])
  })

  it.each<[rule: string, body: unknown]>([
    ['an object', { a: 1 }],
    ['an empty object', {}],
    ['an object without prototype', Object.create(null)],
    ['an object of another realm', runInNewContext('({ a: 1 })')],
    ['an object with a constructor key', { constructor: 1, then: 2, buffer: 3 }],
    ['an array', [1]],
    ['an array of another realm', runInNewContext('[1]')],
    ['a proxy of an object', new Proxy({}, {})],
    ['a number', 7],
    ['zero', 0],
    ['true', true],
    ['false', false]
  ])('%s that was parsed already is handed on as it is', (_rule, body) => {
    expect(expectRight(jsonBody(body))).toBe(body)
  })

  it.each<[rule: string, body: object]>([
    ['a revoked proxy', revokedProxy()],
    ['a proxy that hides its prototype', new Proxy({}, { getPrototypeOf: throwing })],
    ['a getter of its kind that throws', Object.defineProperty({}, Symbol.toStringTag, { get: throwing })]
  ])('%s holds nothing', (_rule, body) => {
    expect(jsonBody(body)).toStrictEqual({ _tag: 'Right', right: undefined })
  })

  it.each<[rule: string, body: unknown, reason: MalformedBody['reason']]>([
    ['null is empty', null, 'empty'],
    ['an empty text is empty', '', 'empty'],
    ['white space is empty', ' \t\r\n', 'empty'],
    ['white space that JSON does not know is empty', '\u00a0\u3000', 'empty'],
    ['a byte order mark alone is empty', '\ufeff', 'empty'],
    ['no bytes are empty', new Uint8Array(0), 'empty'],
    ['an ArrayBuffer without bytes is empty', new ArrayBuffer(0), 'empty'],
    ['an empty view into a buffer is empty', bytes('{}').subarray(1, 1), 'empty'],
    ['white space in bytes is empty', bytes(' \n'), 'empty'],
    ['a byte order mark alone in bytes is empty', bytes('\ufeff'), 'empty'],
    ['undefined was not read', undefined, 'unread'],
    ['a stream of node was not read', Readable.from(['{}']), 'unread'],
    ['a stream of the web was not read', new ReadableStream(), 'unread'],
    ['a promise was not read', Promise.resolve('{}'), 'unread'],
    ['a Blob was not read', new Blob(['{}']), 'unread'],
    ['a Request was not read', new Request('http://localhost'), 'unread'],
    ['a form is not text, bytes or JSON', new FormData(), 'unread'],
    ['URLSearchParams are not text, bytes or JSON', new URLSearchParams('a=1'), 'unread'],
    ['a Map is not text, bytes or JSON', new Map(), 'unread'],
    ['a Date is not text, bytes or JSON', new Date(0), 'unread'],
    ['a boxed text is not text, bytes or JSON', Object('{}'), 'unread'],
    ['a SharedArrayBuffer is not text, bytes or JSON', new SharedArrayBuffer(2), 'unread'],
    ['an object of a class is not text, bytes or JSON', new Packet(), 'unread'],
    ['an object of a class of another realm is neither', runInNewContext('new (class {})()'), 'unread'],
    ['an object that inherits is not text, bytes or JSON', Object.create({ a: 1 }), 'unread'],
    ['a function was not called', () => '{}', 'unread'],
    ['a symbol is not text, bytes or JSON', Symbol('{}'), 'unread'],
    ['a big integer is not text, bytes or JSON', 7n, 'unread'],
    ['a byte that is never UTF-8 is wrongly encoded', Uint8Array.of(0x22, 0xff, 0x22), 'encoding'],
    ['a cut character is wrongly encoded', bytes('"用"').subarray(0, 3), 'encoding'],
    ['an overlong character is wrongly encoded', Uint8Array.of(0x22, 0xc0, 0xaf, 0x22), 'encoding'],
    ['a surrogate in bytes is wrongly encoded', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), 'encoding'],
    ['UTF-16 is wrongly encoded', Buffer.from('\ufeff{}', 'utf16le'), 'encoding'],
    ['an ArrayBuffer that is not UTF-8 is wrongly encoded', Uint8Array.of(0xff).buffer, 'encoding'],
    ['a cut text is not JSON', '{"a":1', 'json'],
    ['single quotes are not JSON', "{'a':1}", 'json'],
    ['a trailing comma is not JSON', '{"a":1,}', 'json'],
    ['a comment is not JSON', '{} // a', 'json'],
    ['NaN is not JSON', 'NaN', 'json'],
    ['a form in text is not JSON', 'a=1&b=2', 'json'],
    ['an object turned into text is not JSON', '[object Object]', 'json'],
    ['two values are not JSON', '{}{}', 'json'],
    ['a second byte order mark is not JSON', '\ufeff\ufeff{}', 'json'],
    ['a second byte order mark in bytes is not JSON', bytes('\ufeff\ufeff{}'), 'json'],
    ['a byte order mark at the end is not JSON', '{}\ufeff', 'json'],
    ['bytes that are not JSON', bytes('{'), 'json']
  ])('%s', (_rule, body, reason) => {
    expect(expectLeft(jsonBody(body))).toStrictEqual({ _tag: 'MalformedBody', reason })
  })

  it('bytes that were cut leave nothing behind for the next body', () => {
    const cut = bytes('"用"').subarray(0, 3)

    expect([jsonBody(cut)._tag, expectRight(jsonBody(bytes('"户"')))]).toStrictEqual(['Left', '户'])
  })

  it('does not change the bytes', () => {
    const body = bytes('\ufeff{}')
    jsonBody(body)

    expect(body).toStrictEqual(bytes('\ufeff{}'))
  })
})
