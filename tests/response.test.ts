import { describe, expect, it } from '@jest/globals'
import { failResponse, okResponse } from '../src/response'

describe('responses', () => {
  it('are the documented ones', () => {
    expect(okResponse()).toEqual({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })
    expect(failResponse('why')).toEqual({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'why' })
  })
})
