import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { once } from 'node:events'
import { Agent, request, Server, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { body, query } from '../fixtures/blocklist'
import { examplesOverHttp, notHandled, ok, running } from '../support/examples'
import { exchange, type Sent } from '../support/exchange'

const mebibyte = 1024 * 1024

describe.each(examplesOverHttp)('the connection to %s', (_name, create) => {
  const app = running(create)
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const server = () => app.subject?.server ?? new Server()
  const port = () => (server().address() as AddressInfo).port

  /** Sends one request after the other, on one connection as long as the server keeps it. */
  const inTurn = async (requests: ReadonlyArray<Sent>) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    let connections = 0
    const count = () => connections++
    server().on('connection', count)
    try {
      const answers: Array<string> = []
      for (const sent of requests) answers.push((await exchange(port(), { query, body, ...sent }, agent)).body)
      return { answers, connections }
    } finally {
      server().off('connection', count)
      agent.destroy()
    }
  }

  it('is kept, also after a FAIL', async () => {
    app.work = () => {
      if (app.seen.length === 2) throw new Error('The database is down')
    }
    const { answers, connections } = await inTurn([{}, { body: '{' }, { method: 'PUT' }, { query: '' }, {}, {}])
    expect(answers.map((answer) => answer === ok)).toEqual([true, false, false, false, false, true])
    expect(connections).toBe(1)
  })

  it('serves again after a body that is too long', async () => {
    const { answers } = await inTurn([{ body: body.padEnd(2 * mebibyte) }, {}, { body: body.padEnd(8 * mebibyte) }, {}])
    expect(answers).toEqual([notHandled, ok, notHandled, ok])
  })

  it.each(['keep-alive', 'close'])(
    'brings the answer to a client that reads only when its long body is sent: %s',
    async (connection) => {
      const long = body.padEnd(8 * mebibyte)
      const head = `POST /?${query} HTTP/1.1\r\nHost: localhost\r\nConnection: ${connection}\r\n`
      const socket = connect(port(), '127.0.0.1').setEncoding('utf8').pause()
      // The reading below fails of it.
      socket.on('error', () => undefined)
      try {
        await new Promise((sent) => socket.write(`${head}Content-Length: ${String(long.length)}\r\n\r\n${long}`, sent))
        let answer = ''
        for await (const part of socket) if ((answer += String(part)).includes(notHandled)) break
        expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\n/)
        expect(answer).toContain(notHandled)
      } finally {
        socket.destroy()
      }
    }
  )

  it('is cut where a request does not come to its end', () => {
    // Node cuts it, but not before half a minute: https://nodejs.org/api/http.html#serverrequesttimeout
    const { headersTimeout, requestTimeout } = server()
    for (const limit of [headersTimeout, requestTimeout]) {
      expect(limit).toBeGreaterThan(0)
      expect(limit).toBeLessThanOrEqual(300_000)
    }
  })

  it('may break off before the body is there', async () => {
    // Koa tells of it itself.
    jest.spyOn(console, 'error').mockReturnValue()
    const aborted = request({
      host: '127.0.0.1',
      port: port(),
      path: `/?${query}`,
      method: 'POST',
      headers: { 'Content-Length': 100 }
    })
    aborted.on('error', () => undefined)
    aborted.write('{')
    const [incoming] = (await once(server(), 'request')) as [IncomingMessage]
    aborted.destroy()
    // Not `once` of node:events, which would take the error for its own.
    await new Promise((closed) => incoming.once('close', closed))
    await setTimeout(5)
    expect(app.seen).toEqual([])
    expect(await app.send()).toBe(ok)
  })

  it('gets no body in answer to HEAD', async () => {
    expect(await app.send({ method: 'HEAD', body: '' })).toBe('')
    expect(app.logged).toEqual(['Method not allowed: callbacks are sent with POST'])
  })
})
