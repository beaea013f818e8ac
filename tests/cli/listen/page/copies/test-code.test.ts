import { describe, expect, it } from '@jest/globals'
import { testCodeOf } from '../../../../../src/cli/listen/page/copies/test-code'
import { answer, kept, okBody, refused, request } from '../kept'

describe('the test of a request', () => {
  it('has what the request says, and expects what the app answered', () => {
    const target =
      '/?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=203.0.113.7&OptPlatform=iOS&RequestID=r&SdkAppid=1400000000'
    const code = testCodeOf(kept({ request: request({ target }), answer: answer({ from: 'app', body: okBody }) }))
    expect(code).toBe(`import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BlocklistAdd } from 'tencent-im-callbacks'
import { callbackRequest } from 'tencent-im-callbacks/testing'
import { handle } from './handle' // your own, made by handleCallbacks

const packet = { PairList: [{ From_Account: 'leckie', To_Account: 'peter' }] }

const request = callbackRequest(BlocklistAdd, {
  sdkAppId: '1400000000',
  clientIp: '203.0.113.7',
  optPlatform: 'iOS',
  requestId: 'r',
  packet
})

test('BlocklistAdd: leckie blocked peter', async () => {
  const answer = await handle(request)
  assert.deepEqual(answer, { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })
})
`)
  })

  it.each([
    ['the answer is not that of the app', answer()],
    ['the answer is wrong', answer({ from: 'app', wrong: ['HTTP 500'] })]
  ])('expects OK where %s', (_, given) => {
    expect(testCodeOf(kept({ answer: given }))).toContain("assert.equal(answer.ActionStatus, 'OK')")
  })

  it('is not there where the request is no callback, or cannot be written', () => {
    const deep = `{"a":${'['.repeat(200)}${']'.repeat(200)}}`
    expect(testCodeOf(kept({ verdict: refused() }))).toBeUndefined()
    expect(testCodeOf(kept({ request: request({}, deep) }))).toBeUndefined()
    expect(testCodeOf(kept({ request: request({ target: '/' }) }))).toBeUndefined()
  })
})
