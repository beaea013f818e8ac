import { describe, expect, it } from '@jest/globals'
import { left, right, type Either } from 'fp-ts/Either'
import { describeError, failResponse, okResponse, responseTo, type CallbackError } from '../src'

describe('responses', () => {
  it('are the documented ones', () => {
    expect(okResponse()).toEqual({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })
    expect(failResponse('why')).toEqual({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'why' })
  })
  it('are OK for a Right only', () => {
    expect(responseTo(right(1))).toEqual(okResponse())
    expect(responseTo(left({ _tag: 'MethodNotAllowed' }))).toEqual(
      failResponse('Method not allowed: callbacks are sent with POST')
    )
    expect(responseTo(left('full'), (error) => `the store is ${error}`)).toEqual(failResponse('the store is full'))
    expect(responseTo(left({ _tag: 'Mine' } as unknown as CallbackError))).toEqual(failResponse('Unknown error'))
  })
  it.each([undefined, null, Promise.resolve(right(1)), {}, 'Right', () => right(1)])('%p is a FAIL', (result) => {
    expect(responseTo(result as Either<CallbackError, unknown>)).toEqual(failResponse('The callback was not handled'))
  })
})

describe('describeError', () => {
  it.each<[CallbackError, string]>([
    [
      { _tag: 'CommandMismatch', received: 'secret' },
      'Command mismatch: URL and packet carry different values of CallbackCommand'
    ],
    [
      { _tag: 'UnexpectedCommand', received: 'secret' },
      'Unexpected command: the CallbackCommand in the URL is not handled here'
    ],
    [{ _tag: 'MalformedBody', reason: 'empty' }, 'Malformed body: it is empty'],
    [{ _tag: 'MalformedBody', reason: 'unread' }, 'Malformed body: it was not read, pass text, bytes or parsed JSON'],
    [{ _tag: 'MalformedBody', reason: 'encoding' }, 'Malformed body: it is not UTF-8'],
    [{ _tag: 'MalformedBody', reason: 'json' }, 'Malformed body: it is not JSON']
  ])('%j', (error, words) => {
    expect(describeError(error)).toBe(words)
  })
  it('is one line of at most 500 characters', () => {
    const message = 'x\n'.repeat(249)
    const describe = (text: string) =>
      describeError({ _tag: 'InvalidPacket', issues: [{ path: [], code: 'malformed', message: text }], total: 1 })
    expect(describe('a\nb')).toBe('Invalid packet, 1 issue: a b')
    expect(describe('x'.repeat(475))).toHaveLength(500)
    expect(describe('x'.repeat(475)).endsWith('x')).toBe(true)
    expect(describe('x'.repeat(476)).endsWith('…')).toBe(true)
    expect(describe(message)).toHaveLength(500)
  })
})
