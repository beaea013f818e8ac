import { describe, expect, it } from '@jest/globals'
import { left, right } from 'fp-ts/Either'
import { setImmediate } from 'node:timers/promises'
import { describeError, failResponse, okResponse, responseTo, type CallbackError } from '../src'

describe('responses', () => {
  it('are the documented ones', () => {
    expect(okResponse()).toStrictEqual({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })
    expect(failResponse('why')).toStrictEqual({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'why' })
  })
  it.each([undefined, null, 7, {}, ['why']])('a FAIL does not take %p for words', (errorInfo) => {
    expect(() => failResponse(errorInfo as string)).toThrow(new TypeError('errorInfo must be a string'))
  })
})

describe('responseTo', () => {
  const refused: CallbackError = { _tag: 'MethodNotAllowed' }

  it('is OK for a callback', () => {
    expect(responseTo(right(1))).toStrictEqual(okResponse())
  })
  it('is OK for a command that is not handled, whose event a FAIL could stop', () => {
    expect(responseTo(left({ _tag: 'UnhandledCommand', received: 'x' }))).toStrictEqual(okResponse())
    expect(responseTo(left({ _tag: 'UnhandledCommand' }), () => 'why')).toStrictEqual(okResponse())
  })
  it('is a FAIL that describes any other error', () => {
    expect(responseTo(left(refused))).toStrictEqual(failResponse(describeError(refused)))
  })
  it.each(['full', { _tag: 'Full' }, {}, null, undefined])('takes %p, an error of the app, in its words', (error) => {
    expect(responseTo(left(error), () => 'the store is full')).toStrictEqual(failResponse('the store is full'))
  })
  it('refuses words that are only promised, which does not end the process', async () => {
    const describeLater = () => Promise.reject(new Error('gone')) as unknown as string
    const answer = () => responseTo(left(refused), describeLater)
    expect(answer).toThrow(TypeError)
    expect(answer).toThrow('describe returned a promise')
    await setImmediate()
  })
})
