import { describe, expect, it } from '@jest/globals'
import { map, right } from 'fp-ts/Either'
import { UrlParameters, type InvalidParameters } from '../../src'
import { queryFrom } from '../../src/request/query'
import { readUrl, type ReadUrl } from '../../src/request/url-parameters'
import { parameters, query } from '../fixtures/blocklist'
import { describeNames } from '../support/codec-names'
import { expectLeft, expectRight } from '../support/either'

const required = 'SdkAppid=1400000000&CallbackCommand=Example.Logout'
const read = (given: unknown) => map(({ parameters }: ReadUrl) => parameters)(readUrl(queryFrom(given)))
const issuesIn = (given: unknown) => {
  const { _tag, issues, total }: InvalidParameters = expectLeft(read(given))
  expect([_tag, total]).toStrictEqual(['InvalidParameters', issues.length])
  return issues.map(({ path, code }) => [path.join(), code])
}

describe('the URL parameters', () => {
  it('are those of the documented request', () => {
    expect(read(query)).toStrictEqual(right(parameters))
  })

  it.each<[rule: string, query: string]>([
    ['a capture: others, and a request id', `CallbackCommand=Example.Logout&RequestID=a&SdkAppid=1400000000&appId=4`],
    ['an escaped value', required.replace('.', '%2E')],
    ['an escaped name', required.replace('SdkAppid', 'Sdk%41ppid')],
    ['a broken escape', `${required}&mine=%zz`],
    ['an unknown one given twice', `${required}&mine=1&mine=2`],
    ['a signature, which is for the authentication', `${required}&Sign=1&Sign=2&RequestTime=`],
    ['empty ones', `${required}&contenttype=&ClientIP=&OptPlatform=`],
    ['ones without a value', `${required}&contenttype&ClientIP&OptPlatform`]
  ])('may be %s', (_rule, given) => {
    expect(read(given)).toStrictEqual(right({ SdkAppid: 1400000000, CallbackCommand: 'Example.Logout' }))
  })

  it.each<[rule: string, given: unknown, ...issues: ReadonlyArray<[name: string, code: string]>]>([
    ['a missing SdkAppid', 'CallbackCommand=x', ['SdkAppid', 'missing']],
    ['an SdkAppid in another letter case', 'sdkappid=1&CallbackCommand=x', ['SdkAppid', 'missing']],
    ['an empty SdkAppid', 'SdkAppid=&CallbackCommand=x', ['SdkAppid', 'empty']],
    ['an SdkAppid that is not its digits', 'SdkAppid=01&CallbackCommand=x', ['SdkAppid', 'malformed']],
    ['an SdkAppid given twice', `${required}&SdkAppid=1400000000`, ['SdkAppid', 'repeated']],
    ['an SdkAppid given twice, once escaped', `${required}&Sdk%41ppid=1`, ['SdkAppid', 'repeated']],
    ['an SdkAppid behind a second question mark', `??${required}`, ['SdkAppid', 'missing']],
    ['the same, with an escape', `??${required}&a=%41`, ['SdkAppid', 'missing']],
    ['an SdkAppid that is a number', { SdkAppid: 1, CallbackCommand: 'x' }, ['SdkAppid', 'malformed']],
    ['an SdkAppid that is null', { SdkAppid: null, CallbackCommand: 'x' }, ['SdkAppid', 'malformed']],
    ['an SdkAppid that is an object', { SdkAppid: {}, CallbackCommand: 'x' }, ['SdkAppid', 'malformed']],
    ['an SdkAppid in a list of two', { SdkAppid: ['1', '1'], CallbackCommand: 'x' }, ['SdkAppid', 'repeated']],
    ['a missing command', 'SdkAppid=1', ['CallbackCommand', 'missing']],
    ['an empty command', 'SdkAppid=1&CallbackCommand=', ['CallbackCommand', 'empty']],
    ['a command given twice', `${required}&CallbackCommand=Example.Logout`, ['CallbackCommand', 'repeated']],
    ['another content type', `${required}&contenttype=xml`, ['contenttype', 'malformed']],
    ['a content type with json in it', `${required}&contenttype=application/json`, ['contenttype', 'malformed']],
    ['a content type with a long s', `${required}&contenttype=j\u017fon`, ['contenttype', 'malformed']],
    ['a content type given twice', `${required}&contenttype=json&contenttype=json`, ['contenttype', 'repeated']],
    [
      'a content type that is an object',
      { SdkAppid: '1', CallbackCommand: 'x', contenttype: {} },
      ['contenttype', 'malformed']
    ],
    ['a content type that begins with json', `${required}&contenttype=jsonp`, ['contenttype', 'malformed']],
    [
      'a content type in a list of lists',
      { SdkAppid: '1', CallbackCommand: 'x', contenttype: [['json']] },
      ['contenttype', 'malformed']
    ],
    [
      'everything at once',
      'contenttype=xml',
      ['SdkAppid', 'missing'],
      ['CallbackCommand', 'missing'],
      ['contenttype', 'malformed']
    ]
  ])('must not be %s', (_rule, given, ...issues) => {
    expect(issuesIn(given)).toStrictEqual(issues)
  })

  it('are told what they must be', () => {
    const { issues } = expectLeft(read('SdkAppid=x&CallbackCommand=&contenttype=xml'))
    expect(issues.map(({ message }) => message)).toStrictEqual([
      'SdkAppid must be a positive integer',
      'CallbackCommand must be a non-empty string',
      'contenttype must be json'
    ])
  })

  it('may be in lists of one', () => {
    expect(read({ SdkAppid: ['1'], CallbackCommand: ['x'] })).toStrictEqual(
      right({ SdkAppid: 1, CallbackCommand: 'x' })
    )
  })

  it.each(['json', 'JSON', 'Json'])('have the content type as it came: %s', (contenttype) => {
    expect(expectRight(read(`${required}&contenttype=${contenttype}`)).contenttype).toBe(contenttype)
  })

  it.each<[rule: string, more: string, kept: object]>([
    ['an address', 'ClientIP=::1', { ClientIP: '::1' }],
    ['what is not an address', 'ClientIP=x', {}],
    ['two addresses', 'ClientIP=127.0.0.1&ClientIP=127.0.0.1', {}],
    ['a platform', 'OptPlatform=HarmonyOS%20Next', { OptPlatform: 'HarmonyOS Next' }],
    ['two platforms', 'OptPlatform=iOS&OptPlatform=iOS', {}],
    ['a platform of 64 characters', `OptPlatform=${'x'.repeat(64)}`, { OptPlatform: 'x'.repeat(64) }],
    ['a platform of 65 characters', `OptPlatform=${'x'.repeat(65)}`, {}],
    ['a platform with a line end', 'OptPlatform=iOS%0A', {}],
    ['a platform with an escape', 'OptPlatform=%1B[31miOS', {}],
    ['a platform with a delete', 'OptPlatform=iOS%7F', {}],
    ['a platform in another script', 'OptPlatform=安卓', {}]
  ])('never cost an event by what is informational: %s', (_rule, more, kept) => {
    expect(read(`${required}&${more}`)).toStrictEqual(
      right({ SdkAppid: 1400000000, CallbackCommand: 'Example.Logout', ...kept })
    )
  })
})

describe('the request id', () => {
  it.each<[query: string, id: string | undefined]>([
    ['RequestID=a', 'a'],
    ['RequestId=b', 'b'],
    ['RequestId=b&RequestID=a', 'a'],
    ['RequestID=&RequestId=b', 'b'],
    ['RequestID=a&RequestID=a', undefined],
    ['RequestID=a&RequestID=a&RequestId=b', 'b'],
    ['requestid=a', undefined],
    [`RequestID=${'x'.repeat(128)}`, 'x'.repeat(128)],
    [`RequestID=${'x'.repeat(129)}`, undefined],
    ['RequestID=a%0Ab', undefined],
    ['', undefined]
  ])('of %s is %p', (given, id) => {
    expect(expectRight(readUrl(queryFrom(`${required}&${given}`))).requestId).toBe(id)
  })
})

describeNames({ UrlParameters })

describe('UrlParameters', () => {
  it('decodes all forms of a query, and encodes to texts', () => {
    for (const form of [query, `?${query}`, new URLSearchParams(query), Object.fromEntries(new URLSearchParams(query))])
      expect(UrlParameters.decode(form)).toStrictEqual(right(parameters))
    expect(UrlParameters.encode(expectRight(UrlParameters.decode(query)))).toStrictEqual({
      ...parameters,
      SdkAppid: '1400000000'
    })
  })
  it('knows what it decoded', () => {
    expect(UrlParameters.is(expectRight(UrlParameters.decode(query)))).toBe(true)
    expect(UrlParameters.is({ ...parameters, SdkAppid: '1400000000' })).toBe(false)
    expect(UrlParameters.is(query)).toBe(false)
  })
  it.each([undefined, 7, '', 'SdkAppid=x'])('tells what is wrong with %p', (given) => {
    const errors = expectLeft(UrlParameters.decode(given))
    expect(errors.map(({ value, context }) => [value, context.map(({ key }) => key).join('/')])).toStrictEqual([
      [given, '/SdkAppid'],
      [given, '/CallbackCommand']
    ])
    for (const { message } of errors) expect(message).toMatch(/^(SdkAppid|CallbackCommand) /)
  })
})
