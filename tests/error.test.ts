import { describe, expect, it } from '@jest/globals'
import { describeError, type CallbackError } from '../src/error'
import { issue, issuesWith, type Issue } from '../src/issue'
import { SdkAppId } from '../src/values/sdk-app-id'
import { expectRight } from './support/either'

const missing = issue(['SdkAppid'], 'SdkAppid', 'missing', 'SdkAppId')
const repeated = issue(['contenttype'], 'contenttype', 'repeated', 'json')
const wrong = issue(['PairList', 0, 'To_Account'], 'PairList[0].To_Account', 'malformed', 'UserId')

const saying = (message: string): CallbackError => ({
  _tag: 'InvalidPacket',
  issues: [{ path: [], code: 'malformed', message }],
  total: 1
})

const invalidPacket = (...found: ReadonlyArray<Issue>): CallbackError => ({
  _tag: 'InvalidPacket',
  ...issuesWith('the packet', 'P', found)
})

// What comes before the messages: `Invalid packet, 1 issue: `.
const room = 500 - 25

describe('describeError', () => {
  it.each<[error: CallbackError, sentence: string]>([
    [{ _tag: 'MethodNotAllowed' }, 'Method not allowed: callbacks are sent with POST'],
    [
      { _tag: 'InvalidParameters', issues: [missing], total: 1 },
      'Invalid URL parameters, 1 issue: SdkAppid is missing, expected SdkAppId'
    ],
    [
      { _tag: 'InvalidParameters', issues: [missing, repeated], total: 2 },
      'Invalid URL parameters, 2 issues: SdkAppid is missing, expected SdkAppId; contenttype is given more than once, expected json'
    ],
    [
      { _tag: 'SdkAppIdMismatch', received: expectRight(SdkAppId.decode('1400000001')) },
      'SdkAppid mismatch: the request is for another app'
    ],
    [
      { _tag: 'AuthenticationFailed', reason: 'missing' },
      'Authentication failed: the authentication parameters are missing'
    ],
    [
      { _tag: 'AuthenticationFailed', reason: 'malformed' },
      'Authentication failed: the authentication parameters are malformed'
    ],
    [
      { _tag: 'AuthenticationFailed', reason: 'stale' },
      'Authentication failed: RequestTime is too far from the time here'
    ],
    [{ _tag: 'AuthenticationFailed', reason: 'mismatch' }, 'Authentication failed: the signature does not match'],
    [
      { _tag: 'UnexpectedCommand', received: 'secret' },
      'Unexpected command: the CallbackCommand in the URL is not handled here'
    ],
    [{ _tag: 'MalformedBody', reason: 'empty' }, 'Malformed body: it is empty'],
    [{ _tag: 'MalformedBody', reason: 'unread' }, 'Malformed body: it was not read, pass text, bytes or parsed JSON'],
    [{ _tag: 'MalformedBody', reason: 'encoding' }, 'Malformed body: it is not UTF-8'],
    [{ _tag: 'MalformedBody', reason: 'json' }, 'Malformed body: it is not JSON'],
    [
      { _tag: 'CommandMismatch', received: 'secret' },
      'Command mismatch: the CallbackCommand in the URL is not that of the packet'
    ],
    [
      { _tag: 'InvalidPacket', issues: [wrong], total: 1 },
      'Invalid packet, 1 issue: PairList[0].To_Account is malformed, expected UserId'
    ],
    [
      { _tag: 'InvalidPacket', issues: [wrong, missing], total: 2 },
      'Invalid packet, 2 issues: PairList[0].To_Account is malformed, expected UserId; SdkAppid is missing, expected SdkAppId'
    ],
    [
      { _tag: 'InvalidPacket', issues: [wrong], total: 100 },
      'Invalid packet, 100 issues: PairList[0].To_Account is malformed, expected UserId'
    ]
  ])('%j', (error, sentence) => {
    expect(describeError(error)).toBe(sentence)
  })

  it.each<[rule: string, error: CallbackError, sentence: string]>([
    ['500 characters fit', saying('x'.repeat(room)), `Invalid packet, 1 issue: ${'x'.repeat(room)}`],
    [
      '501 characters are cut to 500',
      saying('x'.repeat(room + 1)),
      `Invalid packet, 1 issue: ${'x'.repeat(room - 1)}…`
    ],
    [
      'very many characters are cut to 500',
      saying('x'.repeat(9_999)),
      `Invalid packet, 1 issue: ${'x'.repeat(room - 1)}…`
    ],
    ['several lines become one', saying('a\r\n\n b'), 'Invalid packet, 1 issue: a b'],
    ['an error of another kind is unknown', JSON.parse('{ "_tag": "Mine", "received": "secret" }'), 'Unknown error'],
    ['an error of no kind is unknown', JSON.parse('{}'), 'Unknown error'],
    ['an error named like a member of every object is unknown', JSON.parse('{ "_tag": "toString" }'), 'Unknown error']
  ])('%s', (_rule, error, sentence) => {
    expect(describeError(error)).toBe(sentence)
  })

  it('20 long issues are one line of 500 characters', () => {
    const issues = Array.from({ length: 20 }, (_, i) => issue([i], `${'n'.repeat(200)}\n`, 'empty', 'e'.repeat(200)))
    const sentence = describeError(invalidPacket(...issues))
    expect(sentence).toHaveLength(500)
    expect(
      sentence.startsWith(`Invalid packet, 20 issues: ${'n'.repeat(119)}… is empty, expected ${'e'.repeat(59)}…; n`)
    ).toBe(true)
    expect(sentence.endsWith('…')).toBe(true)
  })
})
