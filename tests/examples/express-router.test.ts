import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type express from 'express'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { body, query, sdkAppId } from '../fixtures/blocklist'
import { fail, notHandled, ok } from '../support/examples'
import { exchange, type Sent } from '../support/exchange'

describe.each(['express', 'express-4'])('the router of the example in an existing backend: %s', (version) => {
  let server: Server | undefined
  const logged: Array<unknown> = []

  beforeAll(async () => {
    await jest.isolateModulesAsync(async () => {
      const framework = jest.requireActual<typeof express>(version)
      jest.doMock('express', () => framework)
      const { createExpressRouter } = await import('../../examples/express')
      jest.dontMock('express')
      const router = createExpressRouter(
        { sdkAppId },
        () => undefined,
        (problem: unknown) => logged.push(problem)
      )
      const backend = framework()
      backend.use('/tencent', router)
      backend.use(framework.json())
      backend.post('/echo', (request, response) => {
        response.json({ echoed: request.body as unknown })
      })
      backend.get('/broken', () => {
        throw new Error('It is broken')
      })
      backend.use((problem: Error, _request: unknown, response: express.Response, _next: unknown) => {
        response.status(500).json({ problem: problem.name })
      })
      server = backend.listen(0, '127.0.0.1')
      await once(server, 'listening')
    })
  })
  afterAll(() => {
    server?.close()
    server?.closeAllConnections()
  })

  const send = async (sent: Sent) => {
    const answer = await exchange((server?.address() as AddressInfo).port, sent)
    return [answer.status, answer.body]
  }
  const headers = { 'Content-Type': 'application/json' }

  it('answers callbacks on its own path', async () => {
    const path = '/tencent'
    expect(await send({ path, query, headers, body })).toEqual([200, ok])
    expect(logged).toEqual([])
    expect(await send({ path, query, headers, body: '{' })).toEqual([200, fail('Malformed body: it is not JSON')])
    expect(await send({ path, query, headers, body: body.padEnd(2 * 1024 * 1024) })).toEqual([200, notHandled])
    expect(logged).toEqual(['Malformed body: it is not JSON', expect.any(Error)])
  })

  it('leaves the bodies and the errors of the other routes to the backend', async () => {
    logged.length = 0
    expect(await send({ path: '/echo', headers, body: '{"a":1}' })).toEqual([200, '{"echoed":{"a":1}}'])
    expect(await send({ path: '/echo', headers, body: '{' })).toEqual([500, '{"problem":"SyntaxError"}'])
    expect(await send({ path: '/broken', method: 'GET' })).toEqual([500, '{"problem":"Error"}'])
    expect((await send({ path: '/none', method: 'GET' }))[0]).toBe(404)
    expect(logged).toEqual([])
  })
})
