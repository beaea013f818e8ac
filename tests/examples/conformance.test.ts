import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { once } from 'node:events'
import { Agent, request, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import {
  BlocklistAdd,
  C2CBeforeSendMsg,
  handleCallbacks,
  on,
  tokenAuthentication,
  type Authenticate,
  type BlocklistAddCallback,
  type CallbackError,
  type CallbackHandler,
  type Problem
} from 'tencent-im-callbacks'
import { createOnRequest } from '../../examples/edgeone'
import { createRoute } from '../../examples/next'
import { add, body, del, packet, parameters, query, sdkAppId } from '../fixtures/blocklist'
import { recipes, recipesInApps, type Recipe } from '../support/examples'
import { exchange, type Answer, type Sent } from '../support/exchange'

const mebibyte = 1024 * 1024
const typed = { 'Content-Type': 'application/json' }

/** The signature of the token `xxxxyyyy` at 1669872112. */
const sign = 'Sign=17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061'
const byToken = tokenAuthentication({ token: 'xxxxyyyy', now: () => 1669872112000 })
/** A request without a signature passes too, since most of the rows have none. */
const authenticate: Authenticate = (values, id) => (values('Sign').length === 0 ? undefined : byToken(values, id))

const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
const fail = { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: expect.stringMatching(/./) }
const refused = (_tag: CallbackError['_tag'], more = {}) => [{ kind: 'refused', error: { _tag, ...more } }]

interface Row {
  readonly title: string
  /** The documented request, but for this. */
  readonly sent?: Sent
  readonly answer: object
  /** What the route is given. */
  readonly sees?: ReadonlyArray<{ readonly [K in keyof BlocklistAddCallback]?: unknown }>
  readonly problems?: ReadonlyArray<object>
  /** Recipes for which somebody else decides. */
  readonly unless?: 'parsesFirst' | 'hidesRepeated' | 'hidesBytes'
}

const documented = { command: add, parameters, packet }

const accepts = (title: string, sent: Sent = {}, sees = {}): Row => ({
  title,
  sent,
  answer: ok,
  sees: [{ ...documented, ...sees }]
})

const foreign = [
  ['张三', '🙈'],
  ['@TLS#NOT_FOUND', ' a b '],
  ['constructor', '__proto__']
].map(([From_Account, To_Account]) => ({ From_Account, To_Account }))

const captured =
  `CallbackCommand=${add}&ClientIP=203.0.113.7&OptPlatform=Android` +
  '&RequestID=7f2c1f0e&SdkAppid=1400000000&appId=42&contenttype=json'
const encoded = 'SdkAppid=%31400000000&CallbackCommand=Sns%2ECallbackBlackListAdd&ClientIP=%3a%3A1&OptPlatform=a+b'

const accepted: ReadonlyArray<Row> = [
  accepts('the documented request', { headers: typed, body: JSON.stringify(packet, undefined, 4) }),
  accepts(
    'parameters as captured: in another order, with a RequestID and one of the app',
    { query: captured },
    { parameters: { ...parameters, ClientIP: '203.0.113.7', OptPlatform: 'Android' }, requestId: '7f2c1f0e' }
  ),
  accepts('no Content-Type'),
  ...[
    'application/json; charset=utf-8',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/octet-stream',
    'json',
    ';'
  ].map((type) => accepts(`the Content-Type ${type}`, { headers: { 'Content-Type': type } })),
  accepts('a signature', { query: `${query}&${sign}&RequestTime=1669872112` }),
  accepts(
    'percent-encoded parameters',
    { query: encoded },
    { parameters: { SdkAppid: sdkAppId, CallbackCommand: add, ClientIP: '::1', OptPlatform: 'a b' } }
  ),
  accepts('names of properties as parameters', { query: `${query}&constructor=1&__proto__=2&a[b]=c` }),
  accepts(
    'Chinese, emoji, spaces and names of properties as ids',
    { headers: typed, body: JSON.stringify({ CallbackCommand: add, PairList: foreign }) },
    { packet: { CallbackCommand: add, PairList: foreign } }
  ),
  accepts('a byte order mark', { body: `\ufeff${body}` }),
  accepts('a body in chunks, without its length', { headers: { ...typed, 'Transfer-Encoding': 'chunked' } }),
  accepts('a body of 300 KiB', { headers: typed, body: body.padEnd(300 * 1024) }),
  accepts('a body of 1 MiB', { body: body.padEnd(mebibyte) })
]

const beforeSend = 'C2C.CallbackBeforeSendMsg'
const message = {
  CallbackCommand: beforeSend,
  From_Account: 'jared',
  To_Account: 'Jonh',
  MsgSeq: 48374,
  MsgRandom: 2837546,
  MsgTime: 1557481126,
  MsgKey: '48374_2837546_1557481126',
  OnlineOnlyFlag: 1,
  MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'red packet' } }],
  CloudCustomData: 'your cloud custom data'
}
const beforeSendQuery = query.replace(add, beforeSend)
const login = {
  CallbackCommand: 'State.StateChange',
  EventTime: 1629883332497,
  Info: { Action: 'Login', To_Account: 'testuser316', Reason: 'Register' }
}
const ignored = [{ kind: 'ignored', error: { _tag: 'UnhandledCommand' } }]

const others: ReadonlyArray<Row> = [
  {
    title: 'OK to another command',
    sent: { query: query.replace(add, login.CallbackCommand), headers: typed, body: JSON.stringify(login) },
    answer: ok,
    problems: ignored
  },
  {
    title: 'OK to a command that is new',
    sent: { query: query.replace(add, 'Sns.CallbackNew'), body: Buffer.from([0xff]) },
    answer: ok,
    problems: ignored
  },
  {
    title: 'with the reply of a route that allows a message',
    sent: { query: beforeSendQuery, headers: typed, body: JSON.stringify(message) },
    answer: ok
  },
  {
    title: 'with the reply of a route that refuses a message',
    sent: {
      query: beforeSendQuery,
      headers: typed,
      body: JSON.stringify({ ...message, From_Account: 'spammer' })
    },
    answer: { ActionStatus: 'OK', ErrorCode: 120001, ErrorInfo: 'no advertising' }
  },
  {
    title: 'that a message is allowed which could not be read',
    sent: { query: beforeSendQuery, body: '{' },
    answer: ok,
    problems: refused('MalformedBody', { reason: 'json' })
  }
]

const refuses = (title: string, sent: Sent, problems: ReadonlyArray<object>, unless?: Row['unless']): Row => ({
  title: `FAIL to ${title}`,
  sent,
  answer: fail,
  problems,
  ...(unless && { unless })
})

const refusals: ReadonlyArray<Row> = [
  refuses('a GET', { method: 'GET', body: '' }, refused('MethodNotAllowed')),
  refuses('a PUT', { method: 'PUT' }, refused('MethodNotAllowed')),
  refuses('the URL check of the console', { query: '', body: '' }, refused('InvalidParameters')),
  refuses(
    'a repeated parameter',
    { query: `${query}&SdkAppid=${String(sdkAppId)}` },
    refused('InvalidParameters'),
    'hidesRepeated'
  ),
  refuses(
    'a request for another app',
    { query: query.replace('1400000000', '1400000001') },
    refused('SdkAppIdMismatch')
  ),
  refuses(
    'a token that is stale',
    { query: `${query}&${sign}&RequestTime=1669872000` },
    refused('AuthenticationFailed', { reason: 'stale' })
  ),
  refuses(
    'another command with a wrong signature',
    { query: `${query.replace(add, login.CallbackCommand)}&Sign=0&RequestTime=1669872112` },
    refused('AuthenticationFailed')
  ),
  refuses('an empty body', { body: '' }, refused('MalformedBody', { reason: 'empty' })),
  refuses(
    'an empty body with a Content-Type',
    { headers: typed, body: '' },
    refused('MalformedBody', { reason: 'empty' })
  ),
  refuses(
    'broken JSON',
    { headers: typed, body: body.slice(0, -1) },
    refused('MalformedBody', { reason: 'json' }),
    'parsesFirst'
  ),
  refuses(
    'a body that is not UTF-8',
    { body: Buffer.from(body.replace('id1', 'ÿ'), 'latin1') },
    refused('MalformedBody', { reason: 'encoding' }),
    'hidesBytes'
  ),
  refuses(
    'a compressed body',
    { headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(body) },
    refused('MalformedBody')
  ),
  refuses(
    'a body of 1 MiB and a byte',
    { headers: typed, body: body.padEnd(mebibyte + 1) },
    refused('MalformedBody', { reason: 'tooLong' }),
    'parsesFirst'
  ),
  refuses(
    'a body of 2 MiB in chunks',
    { headers: { 'Transfer-Encoding': 'chunked' }, body: body.padEnd(2 * mebibyte) },
    refused('MalformedBody', { reason: 'tooLong' })
  ),
  refuses('a packet of another command', { headers: typed, body: body.replace(add, del) }, refused('CommandMismatch')),
  refuses('an account that is a number', { headers: typed, body: body.replace('"id2"', '2') }, refused('InvalidPacket'))
]

const rows: ReadonlyArray<Row> = [
  ...accepted.map((row) => ({ ...row, title: `OK to ${row.title}` })),
  ...others,
  ...refusals
]

const bug = new Error('The database is down')

const portOf = (server: Server | undefined) => (server?.address() as AddressInfo | undefined)?.port ?? 0

const stop = (server: Server | undefined) => {
  server?.close()
  server?.closeAllConnections()
}

/** Runs an example while the tests of a block run, and remembers of each test what its routes saw, and all problems. */
const running = ({ serve }: Recipe) => {
  const app = {
    server: undefined as Server | undefined,
    run: (): void | Promise<void> => undefined,
    seen: [] as Array<BlocklistAddCallback>,
    problems: [] as Array<Problem>,
    /** Whatever is sent, the answer is HTTP 200 and JSON. */
    send: async (sent: Sent = {}, agent?: Agent): Promise<object> => {
      const answer = await exchange(portOf(app.server), { path: '/tencent', query, body, ...sent }, agent)
      expect(answer.status).toBe(200)
      expect(answer.contentType).toMatch(/^application\/json(; charset=utf-8)?$/)
      return JSON.parse(answer.body) as object
    }
  }
  const handle: CallbackHandler = handleCallbacks(
    { sdkAppId, authenticate, onProblem: (problem) => app.problems.push(problem) },
    on(BlocklistAdd, (callback) => {
      app.seen.push(callback)
      return app.run()
    }),
    on(C2CBeforeSendMsg, ({ packet: { From_Account } }, reply) =>
      From_Account === 'spammer' ? reply.refuse('no advertising', 120001) : reply.allow()
    )
  )
  beforeAll(async () => {
    app.server = await serve(handle)
  })
  afterAll(() => {
    stop(app.server)
  })
  beforeEach(() => {
    app.run = () => undefined
    app.seen = []
    app.problems = []
  })
  return app
}

describe.each(recipes)('$name', (recipe) => {
  const app = running(recipe)

  it.each(rows.filter(({ unless }) => unless === undefined || recipe[unless] !== true))(
    'answers $title',
    async ({ sent, answer, sees = [], problems = [] }) => {
      expect(await app.send(sent)).toEqual(answer)
      expect(app.seen).toEqual(sees)
      expect(app.problems).toMatchObject(problems)
    }
  )

  it.each([
    [
      'throws',
      () => {
        throw bug
      }
    ],
    ['rejects', () => Promise.reject(bug)]
  ])('answers FAIL where a route %s, and reports it', async (_title, run) => {
    app.run = run
    expect(await app.send()).toEqual(fail)
    expect(app.problems).toMatchObject([{ kind: 'failed', error: bug, callback: documented }])
  })

  it('answers when the work of a route is done', async () => {
    let isDone = false
    app.run = async () => {
      await setTimeout(20)
      isDone = true
    }
    expect(await app.send()).toEqual(ok)
    expect(isDone).toBe(true)
  })

  it('answers HEAD without a body', async () => {
    const head = { method: 'HEAD', path: '/tencent', query }
    expect(await exchange(portOf(app.server), head)).toMatchObject({ status: 200, body: '' })
    expect(app.problems).toMatchObject(refused('MethodNotAllowed'))
  })

  it('keeps the connection, also after a FAIL', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    let connections = 0
    const count = () => connections++
    app.server?.on('connection', count)
    try {
      for (const sent of [{}, { body: '{' }, { method: 'PUT' }, { query: '' }, {}]) await app.send(sent, agent)
      expect(app.seen).toHaveLength(2)
      expect(connections).toBe(1)
    } finally {
      app.server?.off('connection', count)
      agent.destroy()
    }
  })

  it('serves again after a body that is too long', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    try {
      expect(await app.send({ body: body.padEnd(2 * mebibyte) }, agent)).toEqual(fail)
      expect(await app.send({}, agent)).toEqual(ok)
    } finally {
      agent.destroy()
    }
  })

  it('brings the answer to a client that reads only when its long body is sent', async () => {
    const long = body.padEnd(2 * mebibyte)
    const head = `POST /tencent?${query} HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${String(long.length)}\r\n\r\n`
    const socket = connect(portOf(app.server), '127.0.0.1').setEncoding('utf8').pause()
    // The reading below fails of it.
    socket.on('error', () => undefined)
    try {
      await new Promise((sent) => socket.write(`${head}${long}`, sent))
      let answer = ''
      for await (const part of socket) if ((answer += String(part)).includes('}')) break
      expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\n/)
      expect(answer).toContain('"FAIL"')
    } finally {
      socket.destroy()
    }
  })

  it('survives a client that goes away', async () => {
    const aborted = request({
      host: '127.0.0.1',
      port: portOf(app.server),
      path: `/tencent?${query}`,
      method: 'POST',
      headers: { 'Content-Length': 100 }
    })
    aborted.on('error', () => undefined)
    aborted.write('{')
    const [incoming] = (await once(app.server ?? aborted, 'request')) as [IncomingMessage]
    aborted.destroy()
    // Not `once` of node:events, which would take the error for its own.
    await new Promise((closed) => incoming.once('close', closed))
    expect(await app.send()).toEqual(ok)
    expect(app.seen).toHaveLength(1)
  })

  it('handles 20 requests at once', async () => {
    app.run = () => setTimeout(5)
    const bodies = Array.from({ length: 20 }, (_, i) => {
      const PairList = [{ From_Account: String(i), To_Account: 'id' }]
      return JSON.stringify({ CallbackCommand: add, PairList })
    })
    expect(await Promise.all(bodies.map((body) => app.send({ body })))).toEqual(bodies.map(() => ok))
    expect(new Set(app.seen.map(({ packet }) => packet.PairList[0]?.From_Account)).size).toBe(20)
  })
})

/** All of an answer but its time. */
const exact = ({ status, headers, body }: Answer) => ({ status, headers: { ...headers, date: undefined }, body })

describe.each(recipesInApps)('the rest of an app: $name', ({ serve }) => {
  let withRoute: Server | undefined
  let without: Server | undefined
  beforeAll(async () => {
    withRoute = await serve(
      handleCallbacks(
        { sdkAppId },
        on(BlocklistAdd, () => undefined)
      )
    )
    without = await serve()
  })
  beforeEach(() => {
    // Frameworks tell of what their routes throw.
    jest.spyOn(console, 'error').mockReturnValue()
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })
  afterAll(() => {
    stop(withRoute)
    stop(without)
  })

  it.each<[title: string, status: number | undefined, sent: Sent]>([
    ['a route that reads JSON', undefined, { path: '/echo', headers: typed, body: '{"a":[1]}' }],
    ['the same with broken JSON', undefined, { path: '/echo', headers: typed, body: '{' }],
    ['the same with another Content-Type', undefined, { path: '/echo', headers: { 'Content-Type': 'text/x' }, body }],
    ['the same with a long body', undefined, { path: '/echo', headers: typed, body: '1'.padEnd(2 * mebibyte) }],
    ['a route that throws', 500, { path: '/broken', method: 'GET' }],
    ['a route that is not there', 404, { path: '/none', method: 'GET' }],
    ['a path that only begins like ours', 404, { path: '/tencents', headers: typed, body }],
    ['another method', undefined, { path: '/echo', method: 'OPTIONS' }]
  ])('is as without us: %s', async (_title, status, sent) => {
    const answer = await exchange(portOf(withRoute), sent)
    expect(exact(answer)).toEqual(exact(await exchange(portOf(without), sent)))
    if (status !== undefined) expect(answer.status).toBe(status)
  })

  it('still parses the bodies of other routes', async () => {
    const answer = await exchange(portOf(withRoute), { path: '/echo', headers: typed, body: '{"a":[1]}' })
    expect(answer.body).toBe('{"echoed":{"a":[1]}}')
  })
})

describe('handlers that are made by the first request', () => {
  const request = new Request(`https://www.example.com/tencent?${query}`, { method: 'POST', body })
  const createHandle = ({ SDK_APP_ID = '' }: Readonly<Record<string, string>>) =>
    handleCallbacks(
      { sdkAppId: SDK_APP_ID },
      on(BlocklistAdd, () => undefined)
    )

  it('Next.js: not when the file is loaded, without the settings', async () => {
    const settings: Record<string, string> = {}
    const { POST } = createRoute(() => createHandle(settings))
    settings.SDK_APP_ID = String(sdkAppId)
    expect(await (await POST(request.clone())).json()).toEqual(ok)
  })

  it('EdgeOne Pages: with the settings that the request brings', async () => {
    const onRequest = createOnRequest(createHandle)
    const response = await onRequest({ request: request.clone(), env: { SDK_APP_ID: String(sdkAppId) } })
    expect(await response.json()).toEqual(ok)
  })
})
