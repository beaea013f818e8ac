import { describe, expect, it } from '@jest/globals'
import { BlocklistAdd, describeError, failResponse, okResponse, PrevFriendAdd } from '../../src'
import { CallbackResponse, readResponse } from '../../src/testing'
import { expectLeft, expectRight } from '../support/either'

const ok = okResponse()

describe('CallbackResponse', () => {
  it.each([
    ['OK', ok],
    ['FAIL', failResponse('no')],
    ['an error code of the app', { ...ok, ErrorCode: 38000 }],
    ['further fields', { ...ok, ResultItem: [{ To_Account: 'id', ResultCode: 0, ResultInfo: '' }] }]
  ])('takes %s', (_title, answer) => {
    expect(CallbackResponse.is(answer)).toBe(true)
    expect(expectRight(CallbackResponse.decode(answer))).toBe(answer)
    expect(expectRight(readResponse(JSON.stringify(answer)))).toEqual(answer)
  })

  it.each([
    ['no ActionStatus', { ...ok, ActionStatus: undefined }, 'ActionStatus is missing, expected OK or FAIL'],
    ['another ActionStatus', { ...ok, ActionStatus: 'Ok' }, 'ActionStatus is malformed, expected OK or FAIL'],
    ['no ErrorCode', { ...ok, ErrorCode: undefined }, 'ErrorCode is missing, expected an integer'],
    ['an ErrorCode that is text', { ...ok, ErrorCode: '0' }, 'ErrorCode is malformed, expected an integer'],
    ['a broken ErrorCode', { ...ok, ErrorCode: 0.5 }, 'ErrorCode is malformed, expected an integer'],
    ['no ErrorInfo', { ...ok, ErrorInfo: undefined }, 'ErrorInfo is missing, expected string'],
    ['an ErrorInfo that is null', { ...ok, ErrorInfo: null }, 'ErrorInfo is malformed, expected string'],
    ['a list', [ok], 'the packet is malformed, expected CallbackResponse']
  ])('refuses %s', (_title, answer, message) => {
    expect(CallbackResponse.is(answer)).toBe(false)
    expect(describeError(expectLeft(readResponse(JSON.stringify(answer))))).toBe(`Invalid packet, 1 issue: ${message}`)
  })

  it.each([
    ['text', 'OK', 'Malformed body: it is not JSON'],
    ['nothing', '', 'Malformed body: it is empty'],
    ['other bytes than UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'Malformed body: it is not UTF-8']
  ])('%s is no answer', (_title, body, message) => {
    expect(describeError(expectLeft(readResponse(body)))).toBe(message)
  })

  describe('to a command that comes before its event', () => {
    const reply = { ...ok, ResultItem: [{ To_Account: 'id', ResultCode: 0, ResultInfo: '' }] }

    it.each([
      ['its reply', reply],
      ['FAIL', failResponse('no')],
      ['FAIL without an error code', { ...ok, ActionStatus: 'FAIL' }],
      ['an error code of the app', { ...ok, ErrorCode: 38000 }]
    ])('may be %s', (_title, answer) => {
      expect(expectRight(readResponse(JSON.stringify(answer), PrevFriendAdd))).toEqual(answer)
    })

    it('is no text', () => {
      expect(describeError(expectLeft(readResponse('OK', PrevFriendAdd)))).toBe('Malformed body: it is not JSON')
    })

    it('is not OK alone, which is enough for all others', () => {
      const answer = JSON.stringify(ok)
      expect(expectRight(readResponse(answer, BlocklistAdd))).toEqual(ok)
      expect(describeError(expectLeft(readResponse(answer, PrevFriendAdd)))).toBe(
        'Invalid packet, 1 issue: ResultItem is missing, expected ResultItem[]'
      )
    })
  })
})
