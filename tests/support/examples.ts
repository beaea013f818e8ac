import { afterAll, afterEach, beforeAll, beforeEach, expect, jest } from '@jest/globals'
import { Logger } from '@nestjs/common'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { tokenAuthentication, type Authenticate } from 'tencent-im-callbacks'
import { createHonoApp } from '../../examples/hono'
import type { createCallbackServer } from '../../examples/node-http'
import { servers } from '../../examples/run'
import { createServerlessHandler } from '../../examples/serverless'
import { body, query, sdkAppId } from '../fixtures/blocklist'
import { exchange, type Answer, type Sent } from './exchange'
import { eventScf, eventV1, eventV2 } from './gateway-event'

type App = Parameters<typeof createCallbackServer>
export type Blocklist = Parameters<App[1]>[0]

interface Subject {
  readonly send: (sent: Sent) => Promise<Answer>
  readonly server?: Server
}

/** An example: how it is made of a configuration, the work of the app, and a log. */
export type Create = (...app: App) => Promise<Subject>

const overHttp =
  (serve: (port: number, ...app: App) => Promise<Server>): Create =>
  async (...app) => {
    const server = await serve(0, ...app)
    if (!server.listening) await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    return { server, send: (sent) => exchange(port, sent) }
  }

const express4 = overHttp(async (port, ...app) => {
  let server: Server | undefined
  await jest.isolateModulesAsync(async () => {
    jest.doMock('express', () => jest.requireActual('express-4'))
    server = await servers.express?.(port, ...app)
    jest.dontMock('express')
  })
  if (server === undefined) throw new Error('There is no example for Express')
  return server
})

const byFetch: Create = (...app) => {
  const { fetch } = createHonoApp(...app)
  return Promise.resolve({
    send: async ({ method = 'POST', path = '/', query = '', headers = {}, body = '' }) => {
      const url = `https://www.example.com${path}?${query}`
      const sent = method === 'GET' ? null : Buffer.from(body)
      const response = await fetch(new Request(url, { method, headers: headers as Record<string, string>, body: sent }))
      const contentType = response.headers.get('Content-Type') ?? undefined
      return { status: response.status, contentType, body: await response.text() }
    }
  })
}

type Event = Parameters<ReturnType<typeof createServerlessHandler>>[0]

const byEvent =
  (eventOf: (sent: Sent) => Event): Create =>
  (...app) => {
    const handler = createServerlessHandler(...app)
    return Promise.resolve({
      send: async (sent) => {
        // As it comes over the wire.
        const answer = await handler(JSON.parse(JSON.stringify(eventOf(sent))) as Event)
        return { status: answer.statusCode, contentType: answer.headers['Content-Type'], body: answer.body }
      }
    })
  }

export const examplesOverHttp: ReadonlyArray<[name: string, create: Create]> = [
  ...Object.entries(servers).map(([name, serve]): [string, Create] => [name, overHttp(serve)]),
  ['express 4', express4]
]

export const examplesCalled: ReadonlyArray<[name: string, create: Create]> = [
  ['hono, called by fetch', byFetch],
  ['serverless, AWS 1.0', byEvent((sent) => eventV1(sent))],
  ['serverless, AWS 1.0 in Base64', byEvent((sent) => eventV1(sent, true))],
  ['serverless, AWS 2.0', byEvent((sent) => eventV2(sent))],
  ['serverless, AWS 2.0 in Base64', byEvent((sent) => eventV2(sent, true))],
  ['serverless, Tencent SCF', byEvent(eventScf)]
]

/** The signature of the token `xxxxyyyy` at 1669872112. */
export const sign = 'Sign=17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061'
const byToken = tokenAuthentication({ token: 'xxxxyyyy', now: () => 1669872112000 })
/** A request without a signature passes too: most of the tests have none. */
const authenticate: Authenticate = (values) => (values('Sign').length === 0 ? undefined : byToken(values))

/** Runs an example while the tests of a block run, and remembers of each test what was handed over and logged. */
export const running = (create: Create) => {
  const app = {
    work: (_callback: Blocklist): unknown => undefined,
    seen: [] as Array<Blocklist>,
    logged: [] as Array<unknown>,
    subject: undefined as Subject | undefined,
    /** Sends the documented request, except for what is given. Whatever it is, the answer is HTTP 200 and JSON. */
    send: async (sent: Sent = {}): Promise<string> => {
      const answer = await app.subject?.send({ query, body, ...sent })
      expect(answer?.status).toBe(200)
      expect(answer?.contentType).toMatch(/^application\/json(; charset=utf-8)?$/i)
      return answer?.body ?? ''
    }
  }
  beforeAll(async () => {
    Logger.overrideLogger(false)
    app.subject = await create(
      { sdkAppId, authenticate },
      (callback) => {
        app.seen.push(callback)
        return app.work(callback)
      },
      (problem: unknown) => app.logged.push(problem)
    )
  })
  afterAll(() => {
    app.subject?.server?.close()
    app.subject?.server?.closeAllConnections()
  })
  beforeEach(() => {
    app.work = () => undefined
    app.seen = []
    app.logged = []
  })
  afterEach(() => {
    // Nothing of the URL, which can hold a signature.
    expect(inspect(app.logged, { depth: 9 })).not.toMatch(/SdkAppid=|Sign=/)
  })
  return app
}

export const ok = '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}'
export const fail = (errorInfo: string): string =>
  JSON.stringify({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: errorInfo })
export const notHandled = fail('The callback was not handled')
