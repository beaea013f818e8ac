import { describe, expect, it } from '@jest/globals'
import { BlocklistAdd, describeError, failResponse, okResponse, PrevFriendAdd } from '../../src'
import { exampleCallback, readResponse } from '../../src/testing'
import { expectLeft, expectRight } from '../support/either'
import { own } from './definitions'

const ok = okResponse()

describe('readResponse', () => {
  it.each([
    ['OK', ok],
    ['FAIL', failResponse('no')],
    ['an error code of the app', { ...ok, ErrorCode: 38000 }],
    ['further fields', { ...ok, ResultItem: [{ To_Account: 'id', ResultCode: 0, ResultInfo: '' }] }]
  ])('takes %s', (_title, answer) => {
    expect(expectRight(readResponse(JSON.stringify(answer)))).toEqual(answer)
  })

  it.each([
    ['no ActionStatus', { ...ok, ActionStatus: undefined }, 'ActionStatus is missing'],
    ['another ActionStatus', { ...ok, ActionStatus: 'Ok' }, 'ActionStatus must be "OK" or "FAIL"'],
    ['no ErrorCode', { ...ok, ErrorCode: undefined }, 'ErrorCode is missing'],
    ['an ErrorCode that is text', { ...ok, ErrorCode: '0' }, 'ErrorCode must be an integer'],
    ['a broken ErrorCode', { ...ok, ErrorCode: 0.5 }, 'ErrorCode must be an integer'],
    ['no ErrorInfo', { ...ok, ErrorInfo: undefined }, 'ErrorInfo is missing'],
    ['an ErrorInfo that is null', { ...ok, ErrorInfo: null }, 'ErrorInfo must be a string'],
    ['a list', [ok], 'the packet must be an object']
  ])('refuses %s', (_title, answer, message) => {
    expect(describeError(expectLeft(readResponse(JSON.stringify(answer))))).toBe(`Invalid packet, 1 issue: ${message}`)
  })

  it.each([
    ['text', 'OK', 'Malformed body: it is not JSON'],
    ['nothing', '', 'Malformed body: it is empty'],
    ['other bytes than UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'Malformed body: it is not UTF-8']
  ])('%s is not an answer', (_title, body, message) => {
    expect(describeError(expectLeft(readResponse(body)))).toBe(message)
  })

  describe('with a command that waits for a reply', () => {
    const reply = { ...ok, ResultItem: [{ To_Account: 'id1', ResultCode: 0, ResultInfo: '' }] }
    const whole = {
      ...ok,
      ResultItem: [...reply.ResultItem, { To_Account: 'id2', ResultCode: 38000, ResultInfo: 'no' }]
    }
    const callback = exampleCallback(PrevFriendAdd)

    it.each<[string, object]>([
      ['its reply', reply],
      ['FAIL', failResponse('no')],
      ['FAIL without an error code', { ...ok, ActionStatus: 'FAIL' }]
    ])('takes %s', (_title, answer) => {
      expect(expectRight(readResponse(JSON.stringify(answer), PrevFriendAdd))).toEqual(answer)
    })
    it.each<[string, object, string]>([
      ['OK alone, which is enough for all others', ok, 'ResultItem is missing'],
      ['another error code', { ...reply, ErrorCode: 38000 }, 'ErrorCode must be 0'],
      ['a field of another reply', { ...reply, RspData: '' }, 'RspData must be absent']
    ])('refuses %s', (_title, answer, message) => {
      const body = JSON.stringify(answer)
      expect(expectRight(readResponse(body, BlocklistAdd))).toEqual(answer)
      expect(describeError(expectLeft(readResponse(body, PrevFriendAdd)))).toBe(`Invalid packet, 1 issue: ${message}`)
    })
    it('wants a reply to the callback that is given', () => {
      expect(expectRight(readResponse(JSON.stringify(whole), PrevFriendAdd, callback))).toEqual(whole)
      expect(expectLeft(readResponse(JSON.stringify(reply), PrevFriendAdd, callback))).toMatchObject({
        _tag: 'InvalidPacket',
        issues: [{ path: ['ResultItem'] }]
      })
    })
    it('reads text first', () => {
      expect(describeError(expectLeft(readResponse('OK', PrevFriendAdd)))).toBe('Malformed body: it is not JSON')
    })
  })

  it('takes commands of the app', () => {
    const { definition } = own.Logout
    const stay = definition.reply(exampleCallback(definition, { packet: own.Logout.packet })).stay()
    expect(expectRight(readResponse(JSON.stringify(stay), definition))).toEqual(stay)
    expect(readResponse(JSON.stringify(ok), definition)._tag).toBe('Left')
  })

  it.each<[rule: string, definition: unknown, callback: unknown, message: string]>([
    ['a command instead of its definition', BlocklistAdd.command, undefined, 'A definition is needed'],
    ['a packet codec instead of its definition', BlocklistAdd.packet, undefined, 'A definition is needed'],
    ['a callback of another command', PrevFriendAdd, exampleCallback(BlocklistAdd), 'answers its own callbacks only']
  ])('%s is a TypeError, not an answer', (_rule, definition, callback, message) => {
    const read = () => readResponse(JSON.stringify(ok), definition as never, callback as never)
    expect(read).toThrow(TypeError)
    expect(read).toThrow(message)
  })
})
