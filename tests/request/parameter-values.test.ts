import { describe, expect, it } from '@jest/globals'
import { parse as parseQuerystring } from 'node:querystring'
import { parameterValues } from '../../src/request/parameter-values'

const throwing = (): never => {
  throw new Error('not readable')
}

const revokedProxy = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

describe('parameterValues of a text', () => {
  it.each<[rule: string, query: string, name: string, values: ReadonlyArray<string>]>([
    ['a parameter has its value', 'a=1', 'a', ['1']],
    ['the first of several is found', 'a=1&b=2&c=3', 'a', ['1']],
    ['one in the middle is found', 'a=1&b=2&c=3', 'b', ['2']],
    ['the last of several is found', 'a=1&b=2&c=3', 'c', ['3']],
    ['a repeated parameter has all its values, in their order', 'a=1&b=2&a=3&a=2', 'a', ['1', '3', '2']],
    ['an equal repeat is a repeat too', 'a=1&a=1', 'a', ['1', '1']],
    ['an absent parameter has no value', 'a=1', 'b', []],
    ['an empty query has no parameters', '', 'a', []],
    ['a lone question mark has no parameters', '?', 'a', []],
    ['the leading question mark is no part of a name', '?a=1', 'a', ['1']],
    ['only one question mark is dropped', '??a=1', '?a', ['1']],
    ['names are case-sensitive', 'SDKAPPID=1&sdkappid=2', 'SdkAppid', []],
    ['a name is not found as a part of another', 'appSdkAppid=1&SdkAppid2=2', 'SdkAppid', []],
    ['a name is not found in a value', 'x=SdkAppid&y=1', 'SdkAppid', []],
    ['an empty value is a value', 'a=&b=2', 'a', ['']],
    ['a valueless parameter has an empty value', 'a&b=2', 'a', ['']],
    ['a valueless parameter in the middle has an empty value', 'x=1&a&b=2', 'a', ['']],
    ['a valueless last parameter has an empty value', 'b=2&a', 'a', ['']],
    ['a parameter after valueless ones is found', 'a&b&c=3', 'c', ['3']],
    ['a value may hold equals signs', 'a=b=c==&d=1', 'a', ['b=c==']],
    ['a value may hold question marks', 'a=1?b=2', 'a', ['1?b=2']],
    ['empty pieces are skipped', '&&a=1&&&b=2&&', 'b', ['2']],
    ['a semicolon does not separate', 'a=1;b=2', 'a', ['1;b=2']],
    ['names of object members are ordinary', '__proto__=1&constructor=2', '__proto__', ['1']],
    ['names of object members are absent where they are not given', 'a=1', 'constructor', []],
    ['characters beyond ASCII stand for themselves', 'a=用户&b=1', 'a', ['用户']]
  ])('%s', (_rule, query, name, values) => {
    expect(parameterValues(query)(name)).toStrictEqual(values)
  })

  it.each<[rule: string, query: string, name: string, values: ReadonlyArray<string>]>([
    ['a value is percent-decoded', 'a=%E7%94%A8%3d%26', 'a', ['用=&']],
    ['a name is percent-decoded', 'Sdk%41ppid=1', 'SdkAppid', ['1']],
    ['a plus is a space', 'a=1+2', 'a', ['1 2']],
    ['an encoded plus is a plus', 'a=%2B1', 'a', ['+1']],
    ['a broken escape stands for itself', 'a=%&b=%zz&c=%1', 'a', ['%']],
    ['a broken escape of two letters stands for itself', 'a=%&b=%zz&c=%1', 'b', ['%zz']],
    ['a cut escape stands for itself', 'a=%&b=%zz&c=%1', 'c', ['%1']],
    ['an escape that is not UTF-8 becomes a replacement character', 'a=%ff', 'a', ['\ufffd']],
    ['a parameter is decoded once', 'a=%2541', 'a', ['%41']],
    ['an encoded and a plain name are the same name', 'a=1&%61=2', 'a', ['1', '2']],
    ['the leading question mark is no part of a name', '?a=%31', 'a', ['1']],
    ['an absent parameter has no value', 'a=%31', 'b', []]
  ])('in an encoded query %s', (_rule, query, name, values) => {
    expect(parameterValues(query)(name)).toStrictEqual(values)
  })
})

describe('parameterValues of an object', () => {
  it.each<[rule: string, query: unknown, name: string, values: ReadonlyArray<unknown>]>([
    ['a URLSearchParams has its values', new URLSearchParams('a=1&b=2'), 'a', ['1']],
    ['a repeat in a URLSearchParams has all its values', new URLSearchParams('a=1&a=2'), 'a', ['1', '2']],
    ['a method of URLSearchParams is no parameter', new URLSearchParams('a=1'), 'get', []],
    ['a record has its texts', { a: '1', b: '2' }, 'a', ['1']],
    ['an empty text in a record is a value', { a: '' }, 'a', ['']],
    ['a one-element array counts as its element', { a: ['1'] }, 'a', ['1']],
    ['an array has all its elements', { a: ['1', '2'] }, 'a', ['1', '2']],
    ['an empty array has no value', { a: [] }, 'a', []],
    ['a hole in an array is a value that is no text', { a: Array.from({ length: 1 }) }, 'a', [undefined]],
    ['undefined is no value', { a: undefined }, 'a', []],
    ['null is a value that is no text', { a: null }, 'a', [null]],
    ['a number is kept as it is', { a: 1400000000 }, 'a', [1400000000]],
    ['a nested object, as qs makes of a[b]=1, is kept as it is', { a: { b: '1' } }, 'a', [{ b: '1' }]],
    ['an array in an array is kept as it is', { a: [['1']] }, 'a', [['1']]],
    ["the record of node's querystring has its texts", parseQuerystring('a=1&b=2'), 'a', ['1']],
    ["a repeat in node's querystring has all its values", parseQuerystring('a=1&a=2'), 'a', ['1', '2']],
    ['an inherited text is no value', Object.create({ a: '1' }), 'a', []],
    ['a member of Object.prototype is no value', {}, 'constructor', []],
    ['the prototype is no value', { a: '1' }, '__proto__', []],
    ['what an own __proto__ key holds is no parameter', JSON.parse('{"__proto__":{"a":"1"}}'), 'a', []],
    ['an own __proto__ key is an ordinary name', JSON.parse('{"__proto__":"1"}'), '__proto__', ['1']],
    [
      'a getter that throws is a value that is no text',
      Object.defineProperty({}, 'a', { get: throwing }),
      'a',
      [undefined]
    ],
    [
      'a proxy that throws has a value that is no text',
      new Proxy({}, { getOwnPropertyDescriptor: throwing }),
      'a',
      [undefined]
    ],
    ['a revoked proxy has a value that is no text', revokedProxy(), 'a', [undefined]],
    ['an array that throws is a value that is no text', { a: new Proxy(['1'], { get: throwing }) }, 'a', [undefined]],
    ['an array has no parameters', ['a=1'], 'a', []],
    ['null has no parameters', null, 'a', []],
    ['undefined has no parameters', undefined, 'a', []],
    ['a number has no parameters', 7, 'a', []],
    ['a function has no parameters', Object.assign(() => 1, { a: '1' }), 'a', []]
  ])('%s', (_rule, query, name, values) => {
    expect(parameterValues(query)(name)).toStrictEqual(values)
  })
})
