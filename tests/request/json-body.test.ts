import { describe, expect, it } from '@jest/globals'
import { left, right } from 'fp-ts/Either'
import { Readable } from 'node:stream'
import { runInNewContext } from 'node:vm'
import { jsonBody } from '../../src/request/json-body'
import { unreadBody } from '../../src'

const json = { a: ['用户', 1] }
const text = JSON.stringify(json)
const bytes = new TextEncoder().encode(text)
const withByteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes)
const view = new Uint8Array([1, ...bytes, 2]).subarray(1, 1 + bytes.length)

describe('a body', () => {
  it.each<[rule: string, body: unknown]>([
    ['text', text],
    ['text with a byte order mark', `\ufeff${text}`],
    ['text with white space around', `\n ${text} \n`],
    ['bytes', bytes],
    ['bytes with a byte order mark', withByteOrderMark],
    ['a Buffer', Buffer.from(text)],
    ['a part of a buffer', view],
    ['a DataView', new DataView(view.buffer, view.byteOffset, view.byteLength)],
    ['an ArrayBuffer', bytes.buffer],
    ['an ArrayBuffer of another realm', runInNewContext('Uint8Array.from(bytes).buffer', { bytes })],
    ['JSON that was parsed', json],
    ['an object without prototype', Object.assign(Object.create(null) as object, json)],
    ['an object of another realm', runInNewContext(`JSON.parse(text)`, { text })]
  ])('may be %s', (_rule, body) => {
    expect(jsonBody(body)).toEqual(right(json))
  })

  it.each([0, 7, true, false, [], [1]])('may be %j, parsed already', (body) => {
    expect(jsonBody(body)).toStrictEqual(right(body))
    expect(jsonBody(JSON.stringify(body))).toStrictEqual(right(body))
  })

  it.each<[rule: string, body: unknown, reason: string]>([
    ['null', null, 'empty'],
    ['empty text', '', 'empty'],
    ['white space', ' \r\n\t', 'empty'],
    ['a byte order mark alone', '\ufeff', 'empty'],
    ['no bytes', new Uint8Array(0), 'empty'],
    ['undefined', undefined, 'unread'],
    ['a stream', Readable.from(['x']), 'unread'],
    ['a promise', Promise.resolve(text), 'unread'],
    ['a blob', new Blob([text]), 'unread'],
    ['form data', new URLSearchParams('a=1'), 'unread'],
    ['a map', new Map(), 'unread'],
    ['a date', new Date(0), 'unread'],
    ['a String object', Object(text), 'unread'],
    ['a function', () => text, 'unread'],
    ['a symbol', Symbol('x'), 'unread'],
    ['a bigint', 1n, 'unread'],
    ['bytes that are not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'encoding'],
    ['bytes of half a character', bytes.subarray(0, 8), 'encoding'],
    ['half of JSON', text.slice(0, -1), 'json'],
    ['two byte order marks', `\ufeff\ufeff${text}`, 'json'],
    ['two byte order marks in bytes', Uint8Array.of(0xef, 0xbb, 0xbf, ...withByteOrderMark), 'json'],
    ['a form', 'a=1&b=2', 'json'],
    ['NaN', 'NaN', 'json'],
    ['one that something else has read', unreadBody('alreadyRead'), 'alreadyRead'],
    ['one that is too long', unreadBody('tooLong'), 'tooLong'],
    ['one that is compressed', unreadBody('compressed'), 'compressed'],
    ['one that ended early', unreadBody('aborted'), 'aborted']
  ])('must not be %s: %s', (_rule, body, reason) => {
    expect(jsonBody(body)).toStrictEqual(left({ _tag: 'MalformedBody', reason }))
  })
})
