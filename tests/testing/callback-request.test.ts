import { describe, expect, it } from '@jest/globals'
import {
  BlocklistAdd,
  parseBlocklistAddCallback,
  parseCallback,
  tokenAuthentication,
  type AnyCallbackDefinition
} from '../../src'
import { callbackRequest, type RequestOptions } from '../../src/testing'
import { packet, sdkAppId } from '../fixtures/blocklist'
import { expectRight } from '../support/either'
import { Bare, Rename, renamePacket } from './definitions'

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

  it.each<[string, AnyCallbackDefinition, object, unknown]>([
    [
      'values that are encoded',
      Rename,
      renamePacket,
      { CallbackCommand: Rename.command, ...renamePacket, EventTime: 1669872112000 }
    ],
    [
      'values that are encoded already',
      Rename,
      { ...renamePacket, EventTime: 1 },
      { CallbackCommand: Rename.command, ...renamePacket, EventTime: 1 }
    ],
    ['no command in the packet', Bare, { Result: 0 }, { Result: 0 }]
  ])('takes %s', (_title, definition, given, sent) => {
    const request = callbackRequest(definition, { sdkAppId, packet: given })
    expect(JSON.parse(request.body)).toEqual(sent)
    expect(parseCallback(definition)({ sdkAppId })(request)._tag).toBe('Right')
  })

  it.each<[string, object, string]>([
    [
      'an account that is a number',
      { packet: { PairList: [{ From_Account: 'id', To_Account: 7 }] } },
      'Sns.CallbackBlackListAdd: Invalid packet, 1 issue: PairList[0].To_Account is malformed, expected UserId'
    ],
    [
      'a packet of another command',
      { packet: { CallbackCommand: 'Other', PairList } },
      'Sns.CallbackBlackListAdd: Command mismatch: the CallbackCommand in the URL is not that of the packet'
    ],
    [
      'null for a packet',
      { packet: null },
      'Sns.CallbackBlackListAdd: Invalid packet, 1 issue: the packet is malformed, expected Sns.CallbackBlackListAdd packet'
    ],
    [
      'a list for a packet',
      { packet: PairList },
      'Sns.CallbackBlackListAdd: Invalid packet, 1 issue: the packet is malformed, expected Sns.CallbackBlackListAdd packet'
    ],
    ['no packet', { packet: undefined }, 'packet is missing: exampleRequest needs none'],
    [
      'no SDKAppID',
      { sdkAppId: NaN },
      'sdkAppId must be a positive integer such as 1400000000, or its digits without leading zeros; got NaN: is the setting present?'
    ],
    [
      'an empty token',
      { token: '' },
      'token must be a non-empty string, or a non-empty list of them: is the setting present?'
    ],
    [
      'no time',
      { token: 'x', now: () => NaN },
      'Sns.CallbackBlackListAdd: Authentication failed: the authentication parameters are malformed'
    ],
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
    expect(() => callbackRequest(BlocklistAdd, options)).toThrow(new TypeError(message))
  })
})
