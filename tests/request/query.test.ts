import { describe, expect, it, jest } from '@jest/globals'
import type { CallbackRequest } from '../../src/request/callback-request'
import { repeated } from '../../src/request/documented-values'
import { queryFrom, queryOf } from '../../src/request/query'

describe('queryOf', () => {
  it.each<[rule: string, request: unknown, values: ReadonlyArray<unknown>]>([
    ['an absolute URL is read', { url: 'https://www.example.com/im?a=1&b=2' }, ['1']],
    ['an absolute URL without a path is read', { url: 'https://www.example.com?a=1' }, ['1']],
    ['path and query are read', { url: '/im/callback?b=2&a=1' }, ['1']],
    ['a query alone is read', { url: '?a=1' }, ['1']],
    ['a URL is read', { url: new URL('https://www.example.com/im?a=1') }, ['1']],
    ['a URL of another realm is read', { url: { href: 'https://www.example.com/im?a=1' } }, ['1']],
    ['a fragment is cut off', { url: '/?a=1#top' }, ['1']],
    ['a fragment is cut off before it can look like a parameter', { url: '/?a=1#&a=2' }, ['1']],
    ['a question mark in the fragment starts no query', { url: '/#?a=1' }, []],
    ['an empty query before a fragment has no parameters', { url: '/?#a=1' }, []],
    ['a second question mark belongs to the value', { url: '/?x=0?y=1&a=1' }, ['1']],
    ['what a second question mark starts is no query', { url: '/?x=0?a=1' }, []],
    ['a URL without a query has no parameters', { url: '/im/a=1' }, []],
    ['a path that looks like a query has no parameters', { url: 'a=1' }, []],
    ['a fragment alone has no parameters', { url: '#?a=1' }, []],
    ['a URL that does not parse is read all the same', { url: 'http://[?a=1' }, ['1']],
    ['a URL with an encoded query is decoded', { url: '/?a=%31' }, ['1']],
    ['an encoded question mark starts no query', { url: '/%3Fa=1' }, []],
    ['the URL wins over the query', { url: '/?a=1', query: { a: '2' } }, ['1']],
    ['an empty URL wins over the query', { url: '', query: { a: '2' } }, []],
    ['the href of a URL wins over the query', { url: new URL('https://www.example.com/?a=1'), query: 'a=2' }, ['1']],
    ['without a URL the query is read', { query: { a: '2' } }, ['2']],
    ['an undefined URL leaves the query', { url: undefined, query: 'a=2' }, ['2']],
    ['a URL that is neither text nor has an href leaves the query', { url: { href: 7 }, query: 'a=2' }, ['2']],
    ['parameters are not looked for in the body', { url: '/', body: { a: '1' }, params: { a: '1' } }, []],
    ['a request with neither has no parameters', { body: '' }, []],
    ['a request that is no object has no parameters', 'https://www.example.com/?a=1', []],
    ['an absent request has no parameters', undefined, []],
    ['null has no parameters', null, []]
  ])('%s', (_rule, request, values) => {
    expect(queryOf(request as CallbackRequest).values('a')).toStrictEqual(values)
  })

  it('reads the URL once, however many parameters are asked for', () => {
    let reads = 0
    const { values } = queryOf({
      get url() {
        reads += 1
        return '/?a=1&b=2'
      }
    })

    expect([values('a'), values('b'), values('a'), reads]).toStrictEqual([['1'], ['2'], ['1'], 1])
  })
})

const none = {
  SdkAppid: undefined,
  CallbackCommand: undefined,
  contenttype: undefined,
  ClientIP: undefined,
  OptPlatform: undefined,
  RequestID: undefined,
  RequestId: undefined
}

describe('the documented parameters', () => {
  it.each<[rule: string, request: unknown, found: object]>([
    ['are read from a URL', { url: '/?SdkAppid=1&OptPlatform=iOS' }, { SdkAppid: '1', OptPlatform: 'iOS' }],
    ['end with the fragment', { url: '/?SdkAppid=1#&SdkAppid=2&ClientIP=3' }, { SdkAppid: '1' }],
    ['are not looked for in the path', { url: '/SdkAppid=1&ClientIP=2&x?OptPlatform=Web' }, { OptPlatform: 'Web' }],
    ['are not looked for in the fragment', { url: '/#?SdkAppid=1' }, {}],
    ['are read beside an escape', { url: '/?SdkAppid=1&x=%31' }, { SdkAppid: '1' }],
    ['are decoded', { url: '/?SdkAppid=%31&OptPlatform=a+b' }, { SdkAppid: '1', OptPlatform: 'a b' }],
    ['are decoded where the query begins with an escape', { query: '%53dkAppid=1' }, { SdkAppid: '1' }],
    ['are decoded where the query begins with a plus', { query: '+=1&OptPlatform=a+b' }, { OptPlatform: 'a b' }],
    ['do not mind an escape in the path', { url: '/%3F+/?SdkAppid=1' }, { SdkAppid: '1' }],
    ['do not mind an escape in the fragment', { url: '/?SdkAppid=1#%31+' }, { SdkAppid: '1' }],
    ['are read from a query', { query: '?SdkAppid=1&ClientIP=2' }, { SdkAppid: '1', ClientIP: '2' }],
    ['are read from a record', { query: { SdkAppid: '1', RequestID: ['2'] } }, { SdkAppid: '1', RequestID: '2' }],
    ['of a request with neither are not there', {}, {}]
  ])('%s', (_rule, request, found) => {
    expect(queryOf(request as CallbackRequest).documented).toStrictEqual({ ...none, ...found })
  })

  it('of a text that needs no decoding are found without the help of the platform, which costs more', () => {
    const find = jest.spyOn(URLSearchParams.prototype, 'getAll')
    try {
      expect(queryFrom('?SdkAppid=1').documented.SdkAppid).toBe('1')
      expect(find).not.toHaveBeenCalled()
      expect(queryFrom('?SdkAppid=%31').documented.SdkAppid).toBe('1')
      expect(find).toHaveBeenCalled()
    } finally {
      find.mockRestore()
    }
  })

  it('of a text that needs no decoding are those that the platform finds', () => {
    for (const query of [
      'SdkAppid=1&SdkAppid=2',
      'RequestID=1&RequestId=2&RequestId=2&RequestId=2',
      'SdkAppid&CallbackCommand&contenttype=json',
      '&&SdkAppid=&=1&==&ClientIP',
      'SdkAppid=1=2=3&CallbackCommand==',
      'a=b&SdkAppid&c=d'
    ]) {
      expect(queryFrom(query).documented).toStrictEqual(queryFrom(new URLSearchParams(query)).documented)
    }
  })

  it('that are given twice are told from all others', () => {
    expect(queryFrom('SdkAppid=1&SdkAppid=2').documented.SdkAppid).toBe(repeated)
    expect(queryFrom({ SdkAppid: ['1', '2'] }).documented.SdkAppid).toBe(repeated)
  })

  it.each<[rule: string, value: unknown]>([
    ['a hole in an array', Array.from({ length: 1 })],
    ['null', null]
  ])('that are %s are there, and no text', (_rule, SdkAppid) => {
    expect(queryFrom({ SdkAppid }).documented.SdkAppid).toBe(null)
  })
})
