import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { BlocklistAdd, C2CBeforeSendMsg } from 'tencent-im-callbacks'
import {
  callbackRequest,
  exampleRequest,
  genuineRequests,
  hostileRequests,
  readResponse
} from 'tencent-im-callbacks/testing'
import { exchange, type Answer, type Sent } from '../support/exchange'

/** An app that runs, as another process. */
export interface RunningApp {
  readonly port: number
  /** The file in which its handler records what it saw. */
  readonly record: string
}

export const identity = { sdkAppId: 1400000000, token: 'xxxxyyyy' }

interface Row {
  readonly name: string
  readonly sent: Sent
  readonly status: 'OK' | 'FAIL'
  readonly code?: number
  /** What the handler records. */
  readonly saw: ReadonlyArray<object>
}

const mebibyte = 1024 * 1024
const typed = { 'Content-Type': 'application/json' }

const ignored = [{ kind: 'ignored', tag: 'UnhandledCommand' }]
const refused = (tag: string) => [{ kind: 'refused', tag }]
const accepted = (body: string) => [{ packet: JSON.parse(body) as unknown }]

/** Every character of the values is encoded. */
const encoded = (query: string): string =>
  [...new URLSearchParams(query)]
    .map(([name, value]) => `${name}=%${Buffer.from(value).toString('hex').match(/../g)?.join('%') ?? ''}`)
    .join('&')

const ofKit = (): ReadonlyArray<Row> => [
  ...genuineRequests(BlocklistAdd, identity).map(({ name, request }): Row => {
    const isOther = !request.query.includes(BlocklistAdd.command)
    return { name, sent: request, status: 'OK', saw: isOther ? ignored : accepted(request.body) }
  }),
  ...hostileRequests(BlocklistAdd, identity).map(({ name, request: { body, ...request }, expected }): Row => ({
    name,
    sent: { ...request, body: body ?? '' },
    status: 'FAIL',
    saw: refused(expected)
  }))
]

const ofHttp = (): ReadonlyArray<Row> => {
  const { query, body } = exampleRequest(BlocklistAdd, identity)
  const accepts = (name: string, sent: Sent): Row => ({
    name,
    sent: { query, body, ...sent },
    status: 'OK',
    saw: accepted(body)
  })
  const refuses = (name: string, tag: string, sent: Sent): Row => ({
    name,
    sent: { query, body, ...sent },
    status: 'FAIL',
    saw: refused(tag)
  })
  return [
    ...[
      'application/json; charset=utf-8',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/octet-stream',
      'json',
      ';'
    ].map((type) => accepts(`the Content-Type ${type}`, { headers: { 'Content-Type': type } })),
    accepts('percent-encoded parameters', { query: encoded(query) }),
    accepts('a body in chunks, without its length', { headers: { ...typed, 'Transfer-Encoding': 'chunked' } }),
    accepts('a body of 300 KiB', { headers: typed, body: body.padEnd(300 * 1024) }),
    accepts('a body of 1 MiB', { headers: typed, body: body.padEnd(mebibyte) }),
    refuses('a body of 1 MiB and a byte', 'MalformedBody', { headers: typed, body: body.padEnd(mebibyte + 1) }),
    refuses('a body of 3 MiB in chunks', 'MalformedBody', {
      headers: { ...typed, 'Transfer-Encoding': 'chunked' },
      body: body.padEnd(3 * mebibyte)
    }),
    refuses('a compressed body', 'MalformedBody', {
      headers: { ...typed, 'Content-Encoding': 'gzip' },
      body: gzipSync(body)
    }),
    refuses('an empty body with a Content-Type', 'MalformedBody', { headers: typed, body: '' }),
    refuses('broken JSON with a Content-Type', 'MalformedBody', { headers: typed, body: '{' }),
    ...['PUT', 'PATCH', 'DELETE'].map((method) => refuses(`a ${method}`, 'MethodNotAllowed', { method }))
  ]
}

const ofRoutes = (): ReadonlyArray<Row> => {
  const PairList = [{ From_Account: 'thrower', To_Account: 'id1' }]
  const thrown = callbackRequest(BlocklistAdd, { ...identity, packet: { PairList } })
  const message = exampleRequest(C2CBeforeSendMsg, identity)
  const spam = JSON.stringify({ ...(JSON.parse(message.body) as object), From_Account: 'spammer' })
  return [
    { name: 'a route that throws', sent: thrown, status: 'FAIL', saw: [...accepted(thrown.body), { kind: 'failed' }] },
    { name: 'a message that is allowed', sent: message, status: 'OK', code: 0, saw: [] },
    { name: 'a message that is refused', sent: { ...message, body: spam }, status: 'OK', code: 120001, saw: [] },
    {
      name: 'a message that cannot be read',
      sent: { ...message, body: '{' },
      status: 'OK',
      code: 0,
      saw: refused('MalformedBody')
    }
  ]
}

const recorded = (file: string): ReadonlyArray<unknown> => {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  rmSync(file, { force: true })
  return lines.map((line) => JSON.parse(line) as unknown)
}

const send = (app: RunningApp, sent: Sent, agent?: Agent): Promise<Answer> =>
  exchange(app.port, { ...sent, path: '/tencent' }, agent)

/** Whatever is sent, the answer is HTTP 200 and JSON. */
const statusOf = ({ status, contentType, body }: Answer): { readonly status: string; readonly code: number } => {
  assert.equal(status, 200, `HTTP ${String(status)}: ${body.slice(0, 200)}`)
  assert.match(String(contentType), /^application\/json(; charset=utf-8)?$/)
  const answer = readResponse(body)
  assert.equal(answer._tag, 'Right', body.slice(0, 200))
  return { status: answer.right.ActionStatus, code: answer.right.ErrorCode }
}

type Check = readonly [name: string, check: (app: RunningApp) => Promise<void>]

const checkOf = ({ name, sent, status, code, saw }: Row): Check => [
  name,
  async (app) => {
    const answer = statusOf(await send(app, sent))
    assert.equal(answer.status, status)
    if (code !== undefined) assert.equal(answer.code, code)
    assert.deepEqual(recorded(app.record), saw)
  }
]

const connections: ReadonlyArray<Check> = [
  [
    'HEAD is answered',
    async (app) => {
      const { query } = exampleRequest(BlocklistAdd, identity)
      const { status, body } = await send(app, { method: 'HEAD', query })
      assert.deepEqual({ status, body }, { status: 200, body: '' })
    }
  ],
  [
    'a connection serves again after a body that is too long',
    async (app) => {
      const { query, body } = exampleRequest(BlocklistAdd, identity)
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      try {
        assert.equal(statusOf(await send(app, { query, body: body.padEnd(2 * mebibyte) }, agent)).status, 'FAIL')
        assert.equal(statusOf(await send(app, { query, body }, agent)).status, 'OK')
      } finally {
        agent.destroy()
      }
    }
  ],
  [
    'the app serves on after a client went away',
    async (app) => {
      const { query, body } = exampleRequest(BlocklistAdd, identity)
      const socket = connect(app.port, '127.0.0.1')
      await once(socket, 'connect')
      socket.write(`POST /tencent?${query} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{`)
      socket.destroy()
      assert.equal(statusOf(await send(app, { query, body })).status, 'OK')
    }
  ],
  [
    '100 requests at once are answered',
    async (app) => {
      const sent = Array.from({ length: 100 }, () => exampleRequest(BlocklistAdd, identity))
      const answers = await Promise.all(sent.map((request) => send(app, request)))
      assert.deepEqual(
        answers.map((answer) => statusOf(answer).status),
        sent.map(() => 'OK')
      )
    }
  ]
]

const others: ReadonlyArray<readonly [name: string, status: number | undefined, sent: Sent]> = [
  ['a route that reads JSON', undefined, { path: '/echo', headers: typed, body: '{"a":[1]}' }],
  ['the same with broken JSON', undefined, { path: '/echo', headers: typed, body: '{' }],
  [
    'the same with another Content-Type',
    undefined,
    { path: '/echo', headers: { 'Content-Type': 'text/x' }, body: 'a' }
  ],
  ['the same with a long body', undefined, { path: '/echo', headers: typed, body: '[1]'.padEnd(2 * mebibyte) }],
  ['a route that throws', 500, { path: '/broken', method: 'GET' }],
  ['a route that is not there', 404, { path: '/none', method: 'GET' }],
  ['a POST to a route that is not there', undefined, { path: '/none', headers: typed, body: '{}' }],
  ['a path that only begins like ours', undefined, { path: '/tencents', headers: typed, body: '{}' }],
  ['another method', undefined, { path: '/echo', method: 'OPTIONS' }]
]

/** Sends a request whose answer can be compared: all of it but what differs between two answers of one app. */
const exact = async (app: RunningApp, sent: Sent) => {
  // Some frameworks print the address, and each app has a port of its own.
  const { status, headers, body } = await exchange(app.port, {
    ...sent,
    headers: { Host: 'localhost', ...sent.headers }
  })
  const cookies = headers['set-cookie']?.map((cookie) => cookie.replace(/^csrfToken=[^;]*/, 'csrfToken='))
  return { status, headers: { ...headers, date: undefined, 'x-readtime': undefined, 'set-cookie': cookies }, body }
}

const failuresOf = async (
  checks: ReadonlyArray<readonly [name: string, check: () => Promise<void>]>
): Promise<ReadonlyArray<string>> => {
  const failures: Array<string> = []
  for (const [name, check] of checks) {
    try {
      await check()
    } catch (problem) {
      failures.push(`${name}: ${problem instanceof Error ? problem.message : String(problem)}`)
    }
  }
  return failures
}

/** Sends the table to an app, and gives what went wrong. */
export const failuresOfRoute = (app: RunningApp): Promise<ReadonlyArray<string>> => {
  const checks = [...[...ofKit(), ...ofHttp(), ...ofRoutes()].map(checkOf), ...connections]
  return failuresOf(checks.map(([name, check]) => [name, () => check(app)]))
}

/** The rest of an app is, to the byte, as without the route. */
export const failuresOfOthers = (withRoute: RunningApp, without: RunningApp): Promise<ReadonlyArray<string>> =>
  failuresOf([
    ...others.map(
      ([name, status, sent]) =>
        [
          name,
          async () => {
            const answer = await exact(withRoute, sent)
            assert.deepEqual(answer, await exact(without, sent))
            if (status !== undefined) assert.equal(answer.status, status)
          }
        ] as const
    ),
    [
      'other routes still get JSON',
      async () => {
        const { body } = await exchange(withRoute.port, { path: '/echo', headers: typed, body: '{"a":[1]}' })
        assert.equal(body.replace(/\s/g, ''), '{"echoed":{"a":[1]}}')
      }
    ]
  ])
