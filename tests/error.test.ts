import { describe, expect, it } from '@jest/globals'
import { describeError, SdkAppId, type CallbackError, type Issue } from '../src'
import { expectRight } from './support/either'

const issue = (message: string): Issue => ({ path: [], code: 'malformed', message })
const invalid = (message: string): CallbackError => ({ _tag: 'InvalidPacket', issues: [issue(message)], total: 1 })

// Exact wording stands here, in issue.test.ts and in read-packet.test.ts, and nowhere else.
describe('describeError', () => {
  it.each<[error: CallbackError, sentence: string]>([
    [{ _tag: 'MethodNotAllowed' }, 'Method not allowed: callbacks are sent with POST'],
    [
      { _tag: 'InvalidParameters', issues: [issue('SdkAppid is missing')], total: 1 },
      'Invalid URL parameters, 1 issue: SdkAppid is missing'
    ],
    [
      { _tag: 'SdkAppIdMismatch', received: expectRight(SdkAppId.decode('1400000001')) },
      'SdkAppid mismatch: the request is for another app'
    ],
    [{ _tag: 'AuthenticationFailed', reason: 'missing' }, 'Authentication failed: Sign or RequestTime is missing'],
    [{ _tag: 'AuthenticationFailed', reason: 'malformed' }, 'Authentication failed: Sign or RequestTime is malformed'],
    [
      { _tag: 'AuthenticationFailed', reason: 'stale' },
      'Authentication failed: RequestTime is too far from the time here'
    ],
    [{ _tag: 'AuthenticationFailed', reason: 'mismatch' }, 'Authentication failed: the signature does not match'],
    [
      { _tag: 'UnhandledCommand', received: 'secret' },
      'Unhandled command: this endpoint does not handle the CallbackCommand of the URL'
    ],
    [{ _tag: 'MalformedBody', reason: 'empty' }, 'Malformed body: it is empty'],
    [{ _tag: 'MalformedBody', reason: 'unread' }, 'Malformed body: it was not read; pass text, bytes or parsed JSON'],
    [{ _tag: 'MalformedBody', reason: 'alreadyRead' }, 'Malformed body: it was read before; mount the route earlier'],
    [{ _tag: 'MalformedBody', reason: 'encoding' }, 'Malformed body: it is not UTF-8'],
    [{ _tag: 'MalformedBody', reason: 'json' }, 'Malformed body: it is not JSON'],
    [{ _tag: 'MalformedBody', reason: 'tooLong' }, 'Malformed body: it is too long'],
    [{ _tag: 'MalformedBody', reason: 'compressed' }, 'Malformed body: it is compressed'],
    [{ _tag: 'MalformedBody', reason: 'aborted' }, 'Malformed body: it ended early'],
    [{ _tag: 'CommandMismatch', received: 'secret' }, 'Command mismatch: URL and packet name different commands'],
    [
      { _tag: 'InvalidPacket', issues: [issue('A is missing'), issue('B must be a string')], total: 100 },
      'Invalid packet, 100 issues: A is missing; B must be a string'
    ],
    [
      { _tag: 'InternalError', in: 'request', cause: new Error('secret') },
      'Internal error: the request object could not be read'
    ],
    [{ _tag: 'InternalError', in: 'authenticate', cause: 'secret' }, 'Internal error: authenticate failed'],
    [{ _tag: 'InternalError', in: 'codec', cause: 'secret' }, 'Internal error: the codec of the packet failed']
  ])('%j', (error, sentence) => {
    expect(describeError(error)).toBe(sentence)
  })

  const start = 'Invalid packet, 1 issue: '
  it.each<[rule: string, message: string, sentence: string]>([
    ['500 characters fit', 'x'.repeat(475), `${start}${'x'.repeat(475)}`],
    ['501 characters are cut to 500', 'x'.repeat(476), `${start}${'x'.repeat(474)}…`],
    ['several lines become one', 'a\r\n\n b', `${start}a b`]
  ])('%s', (_rule, message, sentence) => {
    expect(describeError(invalid(message))).toBe(sentence)
  })
})
