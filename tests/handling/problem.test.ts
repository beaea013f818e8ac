import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import {
  BlocklistAdd,
  C2CBeforeSendMsg,
  failResponse,
  GroupAfterSendMsg,
  handleCallbacks,
  on,
  tokenAuthentication,
  type CallbackConfig,
  type CallbackRequest,
  type Reply
} from 'tencent-im-callbacks'
import { exampleRequest, hostileRequests } from 'tencent-im-callbacks/testing'

const sdkAppId = 1400000000
const cause = new Error('of the app')
const never = new Promise<Reply>(() => undefined)

/** What is on the console after the requests, without a listener of one's own. */
let lines: Array<ReadonlyArray<unknown>>
const handlerWith = (config: Partial<CallbackConfig> = {}) =>
  handleCallbacks(
    { sdkAppId, ...config },
    on(BlocklistAdd, () => {
      throw cause
    }),
    on(C2CBeforeSendMsg, () => never)
  )

beforeEach(() => {
  jest.useFakeTimers()
  lines = []
  jest.spyOn(console, 'error').mockImplementation((...line: ReadonlyArray<unknown>) => {
    lines.push(line)
  })
})
afterEach(() => {
  jest.restoreAllMocks()
  jest.useRealTimers()
})

it('a route that failed is on the console, with its error', async () => {
  await handlerWith()(exampleRequest(BlocklistAdd))
  expect(lines).toEqual([['tencent-im-callbacks: the route of Sns.CallbackBlackListAdd failed', cause]])
})

it('so is a route that is late', async () => {
  const answer = handlerWith()(exampleRequest(C2CBeforeSendMsg))
  await jest.advanceTimersByTimeAsync(1500)
  await answer
  expect(lines).toEqual([
    ['tencent-im-callbacks: the route of C2C.CallbackBeforeSendMsg took longer than the deadline']
  ])
})

it("so is the app's own code that failed before a route", async () => {
  const handle = handlerWith({
    authenticate: () => {
      throw cause
    }
  })
  await handle(exampleRequest(BlocklistAdd))
  expect(lines).toEqual([['tencent-im-callbacks: the app failed', cause]])
})

it('so is every genuine callback that could not be read', async () => {
  const handle = handlerWith()
  const request = exampleRequest(BlocklistAdd)
  for (const body of ['', '{ "CallbackCommand": "Other" }', '{ "CallbackCommand": "Sns.CallbackBlackListAdd" }']) {
    await handle({ ...request, body })
  }
  expect(lines).toEqual([
    ['tencent-im-callbacks: a genuine callback was refused. Malformed body: it is empty'],
    ['tencent-im-callbacks: a genuine callback was refused. Command mismatch: URL and packet name different commands'],
    ['tencent-im-callbacks: a genuine callback was refused. Invalid packet, 1 issue: PairList is missing']
  ])
})

it('a command without a route is not', async () => {
  await handlerWith()(exampleRequest(GroupAfterSendMsg))
  expect(lines).toEqual([])
})

it('of other requests that are refused, the first of a minute is', async () => {
  const handle = handlerWith({ authenticate: tokenAuthentication({ token: 'secret' }) })
  const unsigned = exampleRequest(BlocklistAdd)
  const foreign: CallbackRequest = { url: '/?SdkAppid=1&CallbackCommand=x', body: '' }
  const first =
    'tencent-im-callbacks: a request was refused. Authentication failed: Sign or RequestTime is missing. Others within a minute are not shown'
  const second =
    'tencent-im-callbacks: a request was refused. SdkAppid mismatch: the request is for another app. Others within a minute are not shown'
  await handle(unsigned)
  for (let i = 0; i < 10; i++) await handle(foreign)
  jest.advanceTimersByTime(59_999)
  await handle(unsigned)
  expect(lines).toEqual([[first]])
  jest.advanceTimersByTime(1)
  await handle(foreign)
  await handle(unsigned)
  expect(lines).toEqual([[first], [second]])
})

it('no line holds a value from a request, and each is one line', async () => {
  const secret = 'f00d-cafe'
  for (const { request } of hostileRequests(BlocklistAdd, { sdkAppId, token: secret })) {
    const body = typeof request.body === 'string' ? request.body.replaceAll('id', secret) : request.body
    const url = `${request.url}&${secret}=${secret}`
    expect(await handlerWith()({ method: secret, url, body })).toMatchObject({ ActionStatus: 'FAIL' })
    await handlerWith()({ ...request, url, body })
  }
  const printed = lines.flat().map(String)
  expect(printed.length).toBeGreaterThan(30)
  expect(printed.filter((line) => line.includes(secret) || line.includes('\n'))).toEqual([])
})

it.each<[string, () => unknown]>([
  [
    'throws',
    () => {
      throw cause
    }
  ],
  ['rejects', async () => Promise.reject(cause)]
])('a listener that %s is on the console itself, and the answer is what it would be', async (_, onProblem) => {
  const handle = handleCallbacks(
    { sdkAppId, onProblem },
    on(BlocklistAdd, () => undefined)
  )
  expect(await handle({ ...exampleRequest(BlocklistAdd), body: '' })).toEqual(
    failResponse('Malformed body: it is empty')
  )
  await jest.advanceTimersByTimeAsync(0)
  expect(lines).toEqual([['tencent-im-callbacks: onProblem failed', cause]])
})
