import { describe, expect, it } from '@jest/globals'
import { left, right, type Either } from 'fp-ts/Either'
import type { CallbackError } from '../src/error'
import { failResponse, okResponse } from '../src/response'
import { responseTo } from '../src/response-to'

describe('responseTo', () => {
  it('is OK for a Right only', () => {
    expect(responseTo(right(1))).toEqual(okResponse())
    expect(responseTo(left({ _tag: 'MethodNotAllowed' }))).toEqual(
      failResponse('Method not allowed: callbacks are sent with POST')
    )
    expect(responseTo(left('full'), (error) => `the store is ${error}`)).toEqual(failResponse('the store is full'))
    expect(responseTo(left({ _tag: 'Mine' } as unknown as CallbackError))).toEqual(failResponse('Unknown error'))
  })
  it.each([undefined, null, {}, 'Mine'])('the error %p of plain JavaScript is a FAIL', (error) => {
    expect(responseTo(left(error) as Either<CallbackError, unknown>)).toEqual(failResponse('Unknown error'))
  })
  it.each([undefined, null, Promise.resolve(right(1)), {}, 'Right', () => right(1)])('%p is a FAIL', (result) => {
    expect(responseTo(result as Either<CallbackError, unknown>)).toEqual(failResponse('The callback was not handled'))
  })
})
