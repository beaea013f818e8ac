import { describe, expect, it } from '@jest/globals'
import {
  BlocklistAdd,
  BlocklistAddPacket,
  parseBlocklistAddCallback,
  parseCallback,
  tokenAuthentication,
  type AnyDefinition
} from '../../src'
import { callbackRequest, type RequestOptions } from '../../src/testing'
import { packet, sdkAppId } from '../fixtures/blocklist'
import { expectRight } from '../support/either'
import { own } from './definitions'

const { PairList } = packet
const query =
  'CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json'

describe('callbackRequest', () => {
  it('is the whole request, its parameters in ASCII order', () => {
    expect(callbackRequest(BlocklistAdd, { sdkAppId, packet: { PairList } })).toEqual({
      method: 'POST',
      url: `/?${query}`,
      query,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(packet)
    })
  })

  it.each<[string, Partial<RequestOptions>, string]>([
    [
      'another client',
      { clientIp: '2001:db8::1', optPlatform: 'Windows 11' },
      'ClientIP=2001%3Adb8%3A%3A1&OptPlatform=Windows+11'
    ],
    ['no client', { clientIp: null, optPlatform: null }, 'CallbackCommand=Sns.CallbackBlackListAdd&SdkAppid'],
    ['a request id', { requestId: '7f2c' }, 'OptPlatform=iOS&RequestID=7f2c&SdkAppid'],
    ['a parameter of the app', { extraParameters: { appId: '42' } }, 'SdkAppid=1400000000&appId=42&contenttype=json'],
    ['a repeated one', { extraParameters: { b: ['2', '1'], a: ['&'] } }, '&a=%26&b=2&b=1&contenttype=json'],
    [
      'a signature',
      { token: 'xxxxyyyy', now: () => 1669872112999 },
      'RequestTime=1669872112&SdkAppid=1400000000&Sign=17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061&c'
    ]
  ])('has %s where that is asked for', (_title, options, part) => {
    expect(callbackRequest(BlocklistAdd, { sdkAppId, packet: { PairList }, ...options }).query).toContain(part)
  })

  it('signs with the time of now', () => {
    const request = callbackRequest(BlocklistAdd, { sdkAppId: '1400000000', packet: { PairList }, token: 'xxxxyyyy' })
    const authenticate = tokenAuthentication({ token: 'xxxxyyyy' })
    expect(expectRight(parseBlocklistAddCallback({ sdkAppId, authenticate })(request)).packet).toEqual(packet)
  })

  it.each<[string, { readonly definition: AnyDefinition; readonly packet: object }, unknown]>([
    [
      'values that are encoded',
      own.Rename,
      { CallbackCommand: 'Example.CallbackAfterRename', ...own.Rename.packet, EventTime: 1669872112000 }
    ],
    [
      'values that are encoded already',
      { ...own.Rename, packet: { ...own.Rename.packet, EventTime: 1 } },
      { CallbackCommand: 'Example.CallbackAfterRename', ...own.Rename.packet, EventTime: 1 }
    ],
    [
      'a packet that waits for a reply',
      own.Logout,
      { CallbackCommand: 'Example.CallbackBeforeLogout', ...own.Logout.packet }
    ],
    ['a packet without a command', own.Push, own.Push.packet],
    ['a packet that need not have its command', own.Review, own.Review.packet],
    [
      'a packet that need not have its command, and does',
      { ...own.Review, packet: { CallbackCommand: 'Example.Review', ...own.Review.packet } },
      { CallbackCommand: 'Example.Review', ...own.Review.packet }
    ]
  ])('takes %s', (_title, { definition, packet: given }, sent) => {
    const request = callbackRequest(definition, { sdkAppId, packet: given })
    expect(JSON.parse(request.body)).toEqual(sent)
    expect(parseCallback(definition)({ sdkAppId })(request)._tag).toBe('Right')
  })

  it.each<[string, object, string]>([
    [
      'an account that is a number',
      { packet: { PairList: [{ From_Account: 'id', To_Account: 7 }] } },
      'Sns.CallbackBlackListAdd: Invalid packet, 1 issue: PairList[0].To_Account must be a non-empty string'
    ],
    [
      'a packet of another command',
      { packet: { CallbackCommand: 'Other', PairList } },
      'Sns.CallbackBlackListAdd: Command mismatch'
    ],
    [
      'null for a packet',
      { packet: null },
      'Sns.CallbackBlackListAdd: Invalid packet, 1 issue: the packet must be an object'
    ],
    [
      'a list for a packet',
      { packet: PairList },
      'Sns.CallbackBlackListAdd: Invalid packet, 1 issue: the packet must be an object'
    ],
    ['an unknown option', { userId: 'leckie' }, 'Unknown option "userId"'],
    ['no packet', { packet: undefined }, "packet is missing; exampleRequest sends that of Tencent's page"],
    ['no SDKAppID', { sdkAppId: NaN }, 'sdkAppId must be'],
    ['an empty token', { token: '' }, 'token must be'],
    ['a list of tokens', { token: ['x'] }, 'token must be'],
    ['a client that is a number', { clientIp: 1 }, 'clientIp must be a string'],
    ['a platform that is a number', { optPlatform: 1 }, 'optPlatform must be a string'],
    ['null for a request id', { requestId: null }, 'requestId must be a string'],
    ['a parameter of the app that is undefined', { extraParameters: { a: undefined } }, 'extraParameters.a must be'],
    ['a parameter of the app that is a list of numbers', { extraParameters: { a: [1] } }, 'extraParameters.a must be'],
    ['no time', { token: 'x', now: () => NaN }, 'Sns.CallbackBlackListAdd: Authentication failed'],
    ...[
      'SdkAppid',
      'CallbackCommand',
      'contenttype',
      'ClientIP',
      'OptPlatform',
      'RequestID',
      'RequestId',
      'RequestTime',
      'Sign'
    ].map((name): [string, object, string] => [
      `a ${name} of another's making`,
      { extraParameters: { [name]: 'x' } },
      `${name} is a parameter that Tencent sets itself: leave it out`
    ])
  ])('refuses %s', (_title, wrong, message) => {
    const options = { sdkAppId, packet: { PairList }, ...wrong }
    const build = () => callbackRequest(BlocklistAdd, options)
    expect(build).toThrow(TypeError)
    expect(build).toThrow(message)
  })

  it('refuses a packet codec in place of its definition', () => {
    const build = () => callbackRequest(BlocklistAddPacket as never, { sdkAppId, packet: { PairList } } as never)
    expect(build).toThrow(new TypeError('A definition is needed, such as BlocklistAdd'))
  })
})
