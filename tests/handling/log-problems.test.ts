import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import {
  BlocklistAdd,
  C2CBeforeSendMsg,
  GroupAfterSendMsg,
  handleCallbacks,
  on,
  PrevFriendAdd,
  tokenAuthentication,
  type AnyDefinition,
  type CallbackRequest,
  type HandlerConfig,
  type Reply
} from 'tencent-im-callbacks'
import { exampleRequest, hostileRequests } from 'tencent-im-callbacks/testing'

const sdkAppId = 1400000000
const cause = new Error('of the app')
const never = new Promise<Reply>(() => undefined)

/** What is on the console after the requests, without a listener of one's own. */
let lines: Array<ReadonlyArray<unknown>>
const handlerWith = (config: Partial<HandlerConfig> = {}) =>
  handleCallbacks(
    { sdkAppId, ...config },
    on(BlocklistAdd, () => {
      throw cause
    }),
    on(C2CBeforeSendMsg, () => never),
    on(PrevFriendAdd, () => never)
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

const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

it('a route that failed is on the console, with its error', async () => {
  await handlerWith()(exampleRequest(BlocklistAdd))
  expect(lines).toEqual([
    ['tencent-im-callbacks: the route of Sns.CallbackBlackListAdd failed. The answer was FAIL.', cause]
  ])
})

it.each(['allow', 'refuse'] as const)('so is one that should have decided, and the decision %s', async (undecided) => {
  const handle = handleCallbacks(
    { sdkAppId, undecided },
    on(C2CBeforeSendMsg, () => {
      throw cause
    })
  )
  await handle(exampleRequest(C2CBeforeSendMsg))
  expect(lines).toEqual([
    [
      `tencent-im-callbacks: the route of C2C.CallbackBeforeSendMsg failed. The answer was ${undecided}, as \`undecided\` says.`,
      cause
    ]
  ])
})

it.each([
  [undefined, 1500],
  [100, 100]
])('so is a route that is late under a deadline of %s ms', async (deadline, milliseconds) => {
  const answer = handlerWith({ deadline })(exampleRequest(C2CBeforeSendMsg))
  await jest.advanceTimersByTimeAsync(milliseconds)
  await answer
  expect(lines).toEqual([
    [
      `tencent-im-callbacks: the route of C2C.CallbackBeforeSendMsg took longer than ${String(milliseconds)} ms. The answer was allow, as \`undecided\` says.`
    ]
  ])
})

it('so is a route that is slow', async () => {
  const handle = handleCallbacks(
    { sdkAppId },
    on(BlocklistAdd, () => after(3000))
  )
  const answer = handle(exampleRequest(BlocklistAdd))
  await jest.advanceTimersByTimeAsync(3000)
  await answer
  expect(lines).toEqual([
    [
      'tencent-im-callbacks: the route of Sns.CallbackBlackListAdd took 3000 ms. Tencent had stopped waiting after 2000 ms.'
    ]
  ])
})

it('what was decided is told where the route was about to refuse', async () => {
  const handle = handleCallbacks(
    { sdkAppId },
    on(C2CBeforeSendMsg, (_, reply) => reply.refuse('no advertising', 10100))
  )
  await handle(exampleRequest(C2CBeforeSendMsg))
  expect(lines).toEqual([
    [
      'tencent-im-callbacks: the route of C2C.CallbackBeforeSendMsg failed. The answer was refuse, because the route was about to refuse or change it.',
      new TypeError('code must be an integer from 120001 to 130000 for C2C.CallbackBeforeSendMsg')
    ]
  ])
})

it('a refusal that was not returned is told, once for a command', async () => {
  const handle = handleCallbacks(
    { sdkAppId },
    on(C2CBeforeSendMsg, (_, reply) => {
      reply.refuse('no advertising', 120001)
      return reply.allow()
    })
  )
  await handle(exampleRequest(C2CBeforeSendMsg))
  await handle(exampleRequest(C2CBeforeSendMsg))
  expect(lines).toEqual([
    [
      'tencent-im-callbacks: the route of C2C.CallbackBeforeSendMsg built a reply that refuses or changes the event, and returned one that allows it, which was sent. Is a `return` missing? This is said once for a command.'
    ]
  ])
})

it("so is the app's own code that failed before a route", async () => {
  const handle = handlerWith({
    authenticate: () => {
      throw cause
    }
  })
  await handle(exampleRequest(BlocklistAdd))
  expect(lines).toEqual([['tencent-im-callbacks: something is wrong in the app.', cause]])
})

it('so is every callback that could not be read', async () => {
  const handle = handlerWith()
  const request = exampleRequest(BlocklistAdd)
  for (const body of ['', '{ "CallbackCommand": "Other" }', '{ "CallbackCommand": "Sns.CallbackBlackListAdd" }']) {
    await handle({ ...request, body })
  }
  const line = 'tencent-im-callbacks: a callback of Sns.CallbackBlackListAdd could not be read'
  expect(lines).toEqual([
    [`${line}. Malformed body: it is empty. The answer was FAIL.`],
    [`${line}. Command mismatch: URL and packet name different commands. The answer was FAIL.`],
    [`${line}. Invalid packet, 1 issue: PairList is missing. The answer was FAIL.`]
  ])
})

it.each<[string, AnyDefinition, string]>([
  ['a decision', C2CBeforeSendMsg, 'refuse, as `undecided` says'],
  ['FAIL to friends', PrevFriendAdd, 'FAIL']
])('with %s, where Tencent waited for one', async (_, definition, answer) => {
  await handlerWith({ undecided: 'refuse' })({ ...exampleRequest(definition), body: '' })
  expect(lines).toEqual([
    [
      `tencent-im-callbacks: a callback of ${definition.command} could not be read. Malformed body: it is empty. The answer was ${answer}.`
    ]
  ])
})

it('a command without a route is not', async () => {
  await handlerWith()(exampleRequest(GroupAfterSendMsg))
  expect(lines).toEqual([])
})

describe('of other requests that are refused', () => {
  const token = 'secret'
  const { url, body } = exampleRequest(BlocklistAdd)
  const now = String(Math.floor(Date.now() / 1000))
  const kinds: ReadonlyArray<readonly [reason: string, request: CallbackRequest]> = [
    ['Method not allowed: callbacks are sent with POST', { method: 'GET', url, body }],
    [
      'Invalid URL parameters, 2 issues: SdkAppid is missing; CallbackCommand is missing',
      { method: 'POST', url: '/', body: '' }
    ],
    [
      'SdkAppid mismatch: the request is for another app. If it is from Tencent, look at your `sdkAppId`',
      { url: '/?SdkAppid=1&CallbackCommand=x', body }
    ],
    [
      'Authentication failed: Sign or RequestTime is missing. If it is from Tencent, switch on callback authentication in the console',
      { url, body }
    ],
    ['Authentication failed: Sign or RequestTime is malformed', { url: `${url}&Sign=&RequestTime=1`, body }],
    [
      'Authentication failed: RequestTime is too far from the time here. If it is from Tencent, look at the clock of this machine',
      { url: `${url}&Sign=x&RequestTime=1`, body }
    ],
    [
      'Authentication failed: the signature does not match. If it is from Tencent, look at your `token`',
      { url: `${url}&Sign=x&RequestTime=${now}`, body }
    ]
  ]
  const lineOf = (reason: string) => [
    `tencent-im-callbacks: a request was refused. ${reason}. Others like it within a minute are not shown.`
  ]

  it('the first of each kind is, so that none hides another', async () => {
    const handle = handlerWith({ authenticate: tokenAuthentication({ token, now: () => 1000 * Number(now) }) })
    for (let i = 0; i < 3; i++) for (const [, request] of kinds) await handle(request)
    expect(lines).toEqual(kinds.map(([reason]) => lineOf(reason)))
  })
  it('another of the kind is, a minute later', async () => {
    const handle = handlerWith()
    const [[reason, request]] = kinds as [(typeof kinds)[number]]
    await handle(request)
    jest.advanceTimersByTime(59_999)
    await handle(request)
    expect(lines).toEqual([lineOf(reason)])
    jest.advanceTimersByTime(1)
    await handle(request)
    await handle(request)
    expect(lines).toEqual([lineOf(reason), lineOf(reason)])
  })
})

it.each<[string, unknown]>([
  ['the event of a platform', { httpMethod: 'POST', path: '/', queryString: {}, body: '' }],
  ['a request whose URL is not there', { url: undefined, body: '' }],
  ['a text', '/?SdkAppid=1400000000']
])('what a request object lacks is, where it is %s', async (_, request) => {
  await handlerWith()(request as CallbackRequest)
  expect(lines).toEqual([
    [
      'tencent-im-callbacks: a request was refused. Invalid URL parameters, 2 issues: SdkAppid is missing; CallbackCommand is missing. The request has neither url nor query: pass { url, body } or { query, body }. Others like it within a minute are not shown.'
    ]
  ])
})

it.each<[string, CallbackRequest]>([
  ['a url', { url: '/', body: '' }],
  ['a query', { query: {}, body: '' }]
])('nothing is said to be lacking where the request has %s', async (_, request) => {
  await handlerWith()(request)
  expect(lines).toEqual([[expect.not.stringContaining('neither url nor query')]])
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
