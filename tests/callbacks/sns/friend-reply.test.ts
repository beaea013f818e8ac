import { describe, expect, it } from '@jest/globals'
import {
  allowFriend,
  describeError,
  failResponse,
  FriendReply,
  parsePrevFriendAddCallback,
  parsePrevFriendResponseCallback,
  prevFriendAddReply,
  prevFriendResponseReply,
  refuseFriend,
  responseTo,
  type FriendVerdict
} from '../../../src'
import { packetIssues } from '../../../src/issue'
import { examples, friendReply } from '../../fixtures/catalogue'
import { expectLeft, expectRight } from '../../support/either'
import { withValueAt, type Path } from '../../support/json-path'

type Judge = (friend: { readonly To_Account: string }) => FriendVerdict

const urlOf = (command: string): string => `/?SdkAppid=1400000000&CallbackCommand=${command}`
const add = examples['Sns.CallbackPrevFriendAdd']
const response = examples['Sns.CallbackPrevFriendResponse']
const parseAdd = (packet: object) =>
  parsePrevFriendAddCallback({ sdkAppId: 1400000000 })({ url: urlOf(add.CallbackCommand), body: packet })
const parseResponse = (packet: object) =>
  parsePrevFriendResponseCallback({ sdkAppId: 1400000000 })({ url: urlOf(response.CallbackCommand), body: packet })

interface Before {
  readonly command: string
  readonly friends: ReadonlyArray<object>
  readonly reply: (judge: Judge, friends?: ReadonlyArray<object>) => FriendReply
}
const commands: ReadonlyArray<Before> = [
  {
    command: add.CallbackCommand,
    friends: add.FriendItem,
    reply: (judge, FriendItem = add.FriendItem) =>
      prevFriendAddReply(expectRight(parseAdd({ ...add, FriendItem })), judge)
  },
  {
    command: response.CallbackCommand,
    friends: response.ResponseFriendItem,
    reply: (judge, ResponseFriendItem = response.ResponseFriendItem) =>
      prevFriendResponseReply(expectRight(parseResponse({ ...response, ResponseFriendItem })), judge)
  }
]

describe.each(commands)('the reply to $command', ({ friends, reply }) => {
  it('is the documented one where all are allowed', () => {
    expect(reply(allowFriend)).toStrictEqual(friendReply)
  })
  it.each<[string, unknown]>([
    ['a promise of one', Promise.resolve(allowFriend())],
    ['true', true],
    ['the function that gives one', allowFriend],
    ['a code beside the range', { ResultCode: 1, ResultInfo: '' }]
  ])('is not built from what is no verdict: %s', (_title, verdict) => {
    expect(() => reply(() => verdict as FriendVerdict)).toThrow(
      new TypeError('refuseFriend needs an integer from 38000 to 39000')
    )
  })
  it('has the verdict on each in its place', () => {
    const judge: Judge = ({ To_Account }) => (To_Account === 'id1' ? refuseFriend(38001, 'no') : allowFriend())
    expect(reply(judge).ResultItem).toStrictEqual([
      { To_Account: 'id1', ResultCode: 38001, ResultInfo: 'no' },
      { To_Account: 'id2', ResultCode: 0, ResultInfo: '' }
    ])
  })
  it('is OK as a whole, also where all are refused', () => {
    const { ActionStatus, ErrorCode, ErrorInfo } = reply(() => refuseFriend(39000, 'closed'))
    expect({ ActionStatus, ErrorCode, ErrorInfo }).toStrictEqual({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })
  })
  it('asks about every friend once, in order, with all that came', () => {
    const asked: Array<object> = []
    reply((friend) => {
      asked.push(friend)
      return allowFriend()
    })
    expect(asked).toStrictEqual(friends)
  })
  it('has as many verdicts as friends, also where one is named twice or none is', () => {
    expect(reply(allowFriend, [...friends, ...friends]).ResultItem.map(({ To_Account }) => To_Account)).toStrictEqual([
      'id1',
      'id2',
      'id1',
      'id2'
    ])
    expect(reply(allowFriend, []).ResultItem).toStrictEqual([])
  })
  it('takes the account from the callback and nothing but the verdict from the app', () => {
    const verdict = { ...allowFriend(), To_Account: 'another', More: 1 }
    expect(reply(() => verdict)).toStrictEqual(friendReply)
  })
  it('is what its codec takes and gives, and goes to JSON as it is', () => {
    const built = reply(() => refuseFriend(38000, ''))
    expect(expectRight(FriendReply.decode(JSON.parse(JSON.stringify(FriendReply.encode(built)))))).toStrictEqual(built)
  })
})

describe('a request that is malformed', () => {
  it.each([
    [add.CallbackCommand, parseAdd],
    [response.CallbackCommand, parseResponse]
  ])('gets a plain FAIL: %s', (CallbackCommand, parse) => {
    const result = parse({ CallbackCommand })
    if (result._tag === 'Right') throw new Error('expected a Left')
    expect(responseTo(result)).toStrictEqual(failResponse(describeError(result.left)))
  })
})

describe('a verdict', () => {
  it('allows', () => {
    expect(allowFriend()).toStrictEqual({ ResultCode: 0, ResultInfo: '' })
  })
  it.each([38000, 38001, 39000])('refuses with %d', (code) => {
    expect(refuseFriend(code, 'why')).toStrictEqual({ ResultCode: code, ResultInfo: 'why' })
  })
  it.each([0, 1, 37999, 39001, 38000.5, NaN, Infinity])('cannot refuse with %d', (code) => {
    expect(() => refuseFriend(code, 'why')).toThrow(new TypeError('refuseFriend needs an integer from 38000 to 39000'))
  })
})

describe('FriendReply', () => {
  it.each<[rule: string, path: Path, value: unknown, message: string]>([
    ['FAIL', ['ActionStatus'], 'FAIL', 'ActionStatus is malformed, expected "OK"'],
    ['an error code', ['ErrorCode'], 1, 'ErrorCode is malformed, expected 0'],
    ['no ErrorInfo', ['ErrorInfo'], undefined, 'ErrorInfo is missing, expected string'],
    ['no verdicts', ['ResultItem'], undefined, 'ResultItem is missing, expected ResultItem[]'],
    ['an empty account', ['ResultItem', 0, 'To_Account'], '', 'ResultItem[0].To_Account is empty, expected UserId'],
    [
      'a code beside the range',
      ['ResultItem', 1, 'ResultCode'],
      1,
      'ResultItem[1].ResultCode is malformed, expected FriendResultCode'
    ],
    [
      'no ResultInfo',
      ['ResultItem', 1, 'ResultInfo'],
      undefined,
      'ResultItem[1].ResultInfo is missing, expected string'
    ]
  ])('refuses %s', (_rule, path, value, message) => {
    const changed = withValueAt(friendReply, path, value)
    expect(FriendReply.is(changed)).toBe(false)
    expect(
      packetIssues(expectLeft(FriendReply.decode(changed)), FriendReply).issues.map((one) => one.message)
    ).toStrictEqual([message])
  })
  it('accepts the documented reply', () => {
    expect(FriendReply.is(friendReply)).toBe(true)
    expect(FriendReply.name).toBe('FriendReply')
  })
})
