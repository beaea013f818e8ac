import { describe, expect, it } from '@jest/globals'
import { queryFrom } from '../../src/request/query'
import { readRequestId, readUrlParameters, UrlParameters } from '../../src/request/url-parameters'
import { parameters, query } from '../fixtures/blocklist'
import { expectLeft, expectRight } from '../support/either'

const required = 'SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd'
const bare = { SdkAppid: 1400000000, CallbackCommand: 'Sns.CallbackBlackListAdd' }
const bareQuery = { ...bare, SdkAppid: '1400000000' }

const read = (given: unknown) => readUrlParameters(queryFrom(given).documented)

const words = {
  missing: 'is missing',
  empty: 'is empty',
  repeated: 'is given more than once',
  malformed: 'is malformed'
} as const

const expected: Readonly<Record<string, string>> = {
  SdkAppid: 'SdkAppId',
  CallbackCommand: 'a command',
  contenttype: 'json',
  ClientIP: 'ClientIp',
  OptPlatform: 'OptPlatform'
}

const issueOf = ([name, code]: readonly [string, keyof typeof words]) => ({
  path: [name],
  code,
  message: `${name} ${words[code]}, expected ${String(expected[name])}`
})

describe('readUrlParameters', () => {
  it.each<[rule: string, given: unknown, read: object]>([
    ['the documented URL gives the documented parameters', query, parameters],
    ['SdkAppid and CallbackCommand are enough', required, bare],
    ['the order of the parameters is irrelevant', query.split('&').reverse().join('&'), parameters],
    ['unknown parameters are left out', `appId=42&${required}&RequestID=6f1c2d&Sign=1&RequestTime=2`, bare],
    ['an unknown parameter may be repeated', `mine=1&${required}&mine=2`, bare],
    [
      'Sign and RequestTime may be repeated where nobody reads them',
      `${required}&Sign=1&Sign=2&RequestTime=&RequestTime=`,
      bare
    ],
    ['a parameter of another case is another parameter', `${required}&clientip=::1&Contenttype=xml&sdkappid=7`, bare],
    ['valueless optional parameters are absent', `${required}&contenttype&ClientIP&OptPlatform`, bare],
    ['empty optional parameters are absent', `${required}&contenttype=&ClientIP=&OptPlatform=`, bare],
    ['contenttype keeps its letter case', `${required}&contenttype=JSON`, { ...bare, contenttype: 'JSON' }],
    ['contenttype may mix cases', `${required}&contenttype=Json`, { ...bare, contenttype: 'Json' }],
    ['a ClientIP of IPv6 is kept', `${required}&ClientIP=2001:db8::1`, { ...bare, ClientIP: '2001:db8::1' }],
    ['an encoded ClientIP is decoded', `${required}&ClientIP=%3A%3A1`, { ...bare, ClientIP: '::1' }],
    ['an IPv4-mapped ClientIP is kept', `${required}&ClientIP=::ffff:1.2.3.4`, { ...bare, ClientIP: '::ffff:1.2.3.4' }],
    ['a ClientIP that is no address is left out', `${required}&ClientIP=999.1.1.1`, bare],
    ['a ClientIP with a broken escape is left out', `${required}&ClientIP=%zz`, bare],
    ['a new platform is kept', `${required}&OptPlatform=HarmonyOS`, { ...bare, OptPlatform: 'HarmonyOS' }],
    ['a platform is not trimmed', `${required}&OptPlatform=+`, { ...bare, OptPlatform: ' ' }],
    ['an SdkAppid of one digit is fine', 'SdkAppid=1&CallbackCommand=x', { SdkAppid: 1, CallbackCommand: 'x' }],
    [
      'an SdkAppid of eight digits is fine',
      'SdkAppid=20001658&CallbackCommand=x',
      { SdkAppid: 20001658, CallbackCommand: 'x' }
    ],
    [
      'the SdkAppid 2^53-1 is fine',
      'SdkAppid=9007199254740991&CallbackCommand=x',
      { SdkAppid: 2 ** 53 - 1, CallbackCommand: 'x' }
    ],
    ['an encoded digit is that digit', 'SdkAppid=%31&CallbackCommand=x', { SdkAppid: 1, CallbackCommand: 'x' }],
    ['a command of one space is not empty', 'SdkAppid=1&CallbackCommand=+', { SdkAppid: 1, CallbackCommand: ' ' }],
    [
      'the command __proto__ is an ordinary text',
      'SdkAppid=1&CallbackCommand=__proto__',
      { SdkAppid: 1, CallbackCommand: '__proto__' }
    ],
    [
      'one-element arrays count as their elements',
      { SdkAppid: ['1400000000'], CallbackCommand: ['Sns.CallbackBlackListAdd'], OptPlatform: ['iOS'] },
      { ...bare, OptPlatform: 'iOS' }
    ],
    [
      'undefined and empty arrays are absent',
      { ...bareQuery, contenttype: undefined, ClientIP: [], OptPlatform: undefined },
      bare
    ],
    ['an unknown parameter of a record may be anything', { ...bareQuery, mine: { a: [7, null] } }, bare]
  ])('%s', (_rule, given, read_) => {
    expect(expectRight(read(given))).toStrictEqual(read_)
  })

  it.each<[rule: string, given: unknown, ...issues: ReadonlyArray<readonly [string, keyof typeof words]>]>([
    ['a missing SdkAppid is refused', 'CallbackCommand=x', ['SdkAppid', 'missing']],
    ['a lower-case sdkappid is no SdkAppid', 'sdkappid=1&CallbackCommand=x', ['SdkAppid', 'missing']],
    ['an empty SdkAppid is refused', 'SdkAppid=&CallbackCommand=x', ['SdkAppid', 'empty']],
    ['a valueless SdkAppid is refused', 'SdkAppid&CallbackCommand=x', ['SdkAppid', 'empty']],
    ['a repeated SdkAppid is refused', 'SdkAppid=1&SdkAppid=2&CallbackCommand=x', ['SdkAppid', 'repeated']],
    ['an equal repeat of SdkAppid is refused too', 'SdkAppid=1&CallbackCommand=x&SdkAppid=1', ['SdkAppid', 'repeated']],
    ['an empty repeat of SdkAppid is refused too', 'SdkAppid=1&SdkAppid=&CallbackCommand=x', ['SdkAppid', 'repeated']],
    [
      'an encoded repeat of SdkAppid is refused too',
      'SdkAppid=1&Sdk%41ppid=1&CallbackCommand=x',
      ['SdkAppid', 'repeated']
    ],
    ['an SdkAppid as an array of two is refused', { ...bareQuery, SdkAppid: ['1', '1'] }, ['SdkAppid', 'repeated']],
    ['an SdkAppid as a number is refused', { ...bareQuery, SdkAppid: 1 }, ['SdkAppid', 'malformed']],
    ['an SdkAppid as an object is refused', { ...bareQuery, SdkAppid: { a: '1' } }, ['SdkAppid', 'malformed']],
    [
      'an SdkAppid as a text-like object is refused',
      { ...bareQuery, SdkAppid: { toString: () => '1' } },
      ['SdkAppid', 'malformed']
    ],
    ['an SdkAppid as null is refused', { ...bareQuery, SdkAppid: null }, ['SdkAppid', 'malformed']],
    ['an SdkAppid as an array in an array is refused', { ...bareQuery, SdkAppid: [['1']] }, ['SdkAppid', 'malformed']],
    ['a missing CallbackCommand is refused', 'SdkAppid=1', ['CallbackCommand', 'missing']],
    ['an empty CallbackCommand is refused', 'SdkAppid=1&CallbackCommand=', ['CallbackCommand', 'empty']],
    [
      'a repeated CallbackCommand is refused',
      'SdkAppid=1&CallbackCommand=x&CallbackCommand=x',
      ['CallbackCommand', 'repeated']
    ],
    [
      'a CallbackCommand as an object is refused',
      { SdkAppid: '1', CallbackCommand: {} },
      ['CallbackCommand', 'malformed']
    ],
    ['a contenttype other than json is refused', `${required}&contenttype=xml`, ['contenttype', 'malformed']],
    ['a contenttype that begins with json is refused', `${required}&contenttype=jsonp`, ['contenttype', 'malformed']],
    [
      'a contenttype that ends with json is refused',
      `${required}&contenttype=application/json`,
      ['contenttype', 'malformed']
    ],
    ['a contenttype json with a space is refused', `${required}&contenttype=json+`, ['contenttype', 'malformed']],
    ['a contenttype json with a line end is refused', `${required}&contenttype=json%0A`, ['contenttype', 'malformed']],
    ['a contenttype with a long s is not json', `${required}&contenttype=j%C5%BFon`, ['contenttype', 'malformed']],
    ['a repeated contenttype is refused', `${required}&contenttype=json&contenttype=json`, ['contenttype', 'repeated']],
    ['a contenttype as an object is refused', { ...bareQuery, contenttype: {} }, ['contenttype', 'malformed']],
    ['a repeated ClientIP is refused', `${required}&ClientIP=::1&ClientIP=::1`, ['ClientIP', 'repeated']],
    ['an empty repeat of ClientIP is refused too', `${required}&ClientIP&ClientIP`, ['ClientIP', 'repeated']],
    ['a ClientIP as an object is refused', { ...bareQuery, ClientIP: { a: '::1' } }, ['ClientIP', 'malformed']],
    ['a repeated OptPlatform is refused', `${required}&OptPlatform=iOS&OptPlatform=Web`, ['OptPlatform', 'repeated']],
    ['an OptPlatform as a number is refused', { ...bareQuery, OptPlatform: 7 }, ['OptPlatform', 'malformed']],
    [
      "the console's URL check is told by its two missing parameters",
      '',
      ['SdkAppid', 'missing'],
      ['CallbackCommand', 'missing']
    ],
    [
      'everything that is wrong is said at once, in the documented order',
      'OptPlatform=a&OptPlatform=b&ClientIP=a&ClientIP=b&contenttype=xml&CallbackCommand=&SdkAppid=0',
      ['SdkAppid', 'malformed'],
      ['CallbackCommand', 'empty'],
      ['contenttype', 'malformed'],
      ['ClientIP', 'repeated'],
      ['OptPlatform', 'repeated']
    ],
    [
      'a right SdkAppid does not hide another issue',
      'SdkAppid=1&contenttype=xml',
      ['CallbackCommand', 'missing'],
      ['contenttype', 'malformed']
    ]
  ])('%s', (_rule, given, ...issues) => {
    expect(expectLeft(read(given))).toStrictEqual({
      _tag: 'InvalidParameters',
      issues: issues.map(issueOf),
      total: issues.length
    })
  })

  it.each<[rule: string, digits: string]>([
    ['a leading zero', '01400000000'],
    ['two leading zeros', '001'],
    ['a plus sign', '%2B1'],
    ['a plus, which is a space', '+1'],
    ['a minus sign', '-1'],
    ['an exponent', '1e9'],
    ['a space before', '%201'],
    ['a space after', '1%20'],
    ['a line end after', '1%0A'],
    ['a fraction', '1.0'],
    ['zero', '0'],
    ['2^53', '9007199254740992'],
    ['a number beyond all others', '9'.repeat(400)],
    ['a hexadecimal number', '0x10'],
    ['a numeric separator', '1_000'],
    ['a thousands separator', '1,400'],
    ['a big integer', '1n'],
    ['Arabic-Indic digits', '١٤٠٠٠٠٠٠٠٠'],
    ['encoded Arabic-Indic digits', '%D9%A1%D9%A4'],
    ['full-width digits', '１４'],
    ['NaN', 'NaN'],
    ['Infinity', 'Infinity'],
    ['a placeholder that nobody filled in', '$SDKAppID']
  ])('an SdkAppid with %s is malformed', (_rule, digits) => {
    expect(expectLeft(read(`SdkAppid=${digits}&CallbackCommand=x`))).toStrictEqual({
      _tag: 'InvalidParameters',
      issues: [issueOf(['SdkAppid', 'malformed'])],
      total: 1
    })
  })
})

describe('readRequestId', () => {
  it.each<[rule: string, given: unknown, requestId: string | undefined]>([
    ['RequestID is the id', 'RequestID=6f1c2d', '6f1c2d'],
    ['RequestId is the id where there is no RequestID', 'RequestId=6f1c2d', '6f1c2d'],
    ['RequestID wins over RequestId', 'RequestId=b&RequestID=a', 'a'],
    ['RequestID wins over RequestId in any order', 'RequestID=a&RequestId=b', 'a'],
    ['an empty RequestID leaves RequestId', 'RequestID=&RequestId=b', 'b'],
    ['a repeated RequestID leaves RequestId', 'RequestID=a&RequestID=a&RequestId=b', 'b'],
    ['a RequestID that is no text leaves RequestId', { RequestID: 7, RequestId: 'b' }, 'b'],
    ['a repeated RequestId is none', 'RequestId=a&RequestId=b', undefined],
    ['a request id of another case is none', 'requestid=a&requestId=b&REQUESTID=c', undefined],
    ['there may be none', 'a=1', undefined]
  ])('%s', (_rule, given, requestId) => {
    expect(readRequestId(queryFrom(given).documented)).toBe(requestId)
  })
})

describe('UrlParameters', () => {
  it('is called UrlParameters', () => {
    expect(UrlParameters.name).toBe('UrlParameters')
  })

  it.each<[rule: string, u: unknown, is: boolean]>([
    ['all documented parameters', parameters, true],
    ['the required parameters alone', bare, true],
    ['an absent optional parameter', { ...bare, ClientIP: undefined }, true],
    ['an SdkAppid in digits', bareQuery, false],
    ['an SdkAppid of zero', { ...bare, SdkAppid: 0 }, false],
    ['no SdkAppid', { CallbackCommand: 'x' }, false],
    ['an empty command', { ...bare, CallbackCommand: '' }, false],
    ['no command', { SdkAppid: 1 }, false],
    ['an empty contenttype', { ...bare, contenttype: '' }, false],
    ['a ClientIP that is no address', { ...bare, ClientIP: '999.1.1.1' }, false],
    ['an empty OptPlatform', { ...bare, OptPlatform: '' }, false],
    ['a query string', query, false],
    ['null', null, false]
  ])('is: %s', (_rule, u, is) => {
    expect(UrlParameters.is(u)).toBe(is)
  })

  it.each<[rule: string, u: unknown]>([
    ['a query string', query],
    ['a query string with its question mark', `?${query}`],
    ['a URLSearchParams', new URLSearchParams(query)],
    ['the record of a framework', Object.fromEntries(new URLSearchParams(query))]
  ])('decodes %s', (_rule, u) => {
    expect(expectRight(UrlParameters.decode(u))).toStrictEqual(parameters)
  })

  it('encodes to a record of texts', () => {
    const decoded = expectRight(UrlParameters.decode(query))

    expect(UrlParameters.encode(decoded)).toStrictEqual({ ...parameters, SdkAppid: '1400000000' })
  })

  it('encodes to what it decodes again', () => {
    const decoded = expectRight(UrlParameters.decode(`${query}&mine=1`))

    expect(expectRight(UrlParameters.decode(UrlParameters.encode(decoded)))).toStrictEqual(decoded)
  })

  it.each<[rule: string, u: unknown, errors: ReadonlyArray<readonly [key: string, message: string]>]>([
    ['one parameter', 'SdkAppid=0&CallbackCommand=x', [['SdkAppid', 'SdkAppid is malformed, expected SdkAppId']]],
    [
      'several parameters',
      'SdkAppid=1&contenttype=xml',
      [
        ['CallbackCommand', 'CallbackCommand is missing, expected a command'],
        ['contenttype', 'contenttype is malformed, expected json']
      ]
    ],
    [
      'what is no query at all',
      7,
      [
        ['SdkAppid', 'SdkAppid is missing, expected SdkAppId'],
        ['CallbackCommand', 'CallbackCommand is missing, expected a command']
      ]
    ]
  ])('says where and why it refuses %s', (_rule, u, errors) => {
    const found = expectLeft(UrlParameters.decode(u)).map(({ value, context, message }) => ({
      value,
      keys: context.map(({ key }) => key),
      message
    }))

    expect(found).toStrictEqual(errors.map(([key, message]) => ({ value: u, keys: ['', key], message })))
  })
})

describe('UrlParameters.is', () => {
  it.each<[string, string, boolean]>([
    ['json', 'json', true],
    ['json in capitals', 'JSON', true],
    ['another type', 'xml', false],
    ['nothing', '', false]
  ])('agrees with decode about contenttype: %s', (_rule, contenttype, expected) => {
    expect(UrlParameters.is({ SdkAppid: 1, CallbackCommand: 'a', contenttype })).toBe(expected)
  })
})
