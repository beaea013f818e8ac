import { beforeAll, expect, it, jest } from '@jest/globals'
import { BlocklistAdd } from 'tencent-im-callbacks'
import { exampleRequest } from 'tencent-im-callbacks/testing'
import { cloudBaseEvent } from '../support/gateway-event'

interface Answer {
  readonly statusCode: number
  readonly headers: object
  readonly body: string
}

let main: (event: object) => Promise<Answer>
beforeAll(() => {
  process.env['SDK_APP_ID'] = '1400000000'
  ;({ main } = jest.requireActual<{ main: typeof main }>('../../examples/cloudbase.cjs'))
})

const { query, body } = exampleRequest(BlocklistAdd)
const received = { method: 'POST', path: '/tencent', query, headers: {}, body: Buffer.from(body) }

it('the function in plain JavaScript does its work, and then answers', async () => {
  const print = jest.spyOn(console, 'log').mockReturnValue()
  const answer = await main(cloudBaseEvent(received))
  expect(print.mock.calls.flat()).toEqual(['id blocked id1', 'id blocked id2', 'id blocked id3'])
  expect([answer.statusCode, answer.headers]).toEqual([200, { 'Content-Type': 'application/json' }])
  expect(JSON.parse(answer.body)).toEqual({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })
})

it.each([
  ['without parameters', { ...received, query: '' }],
  ['without a body', { ...received, body: Buffer.of() }]
])('it answers FAIL with HTTP 200 to a request %s', async (_, request) => {
  jest.spyOn(console, 'error').mockReturnValue()
  const answer = await main(cloudBaseEvent(request))
  expect(answer).toMatchObject({ statusCode: 200, body: expect.stringContaining('"ActionStatus":"FAIL"') })
})
