import { describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { exchange, type Sent } from '../../support/exchange'
import { app, blocking, host, listening, withEvents } from './harness'

const script = "document.title = 'a'"
const style = 'a { color: red }'
const html = `<!doctype html><style>${style}</style><p>Hi</p><script type="module">${script}</script>`
const built = { page: () => Promise.resolve(html) }

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const get = (pagePort: number, path: string, headers: object = {}) =>
  exchange(pagePort, { method: 'GET', path, headers: { ...host(pagePort), ...headers } })

describe('the page', () => {
  it('may run its own script and style, and nothing else', async () => {
    await listening(
      app,
      async ({ pagePort }) => {
        const { status, contentType, headers, body } = await get(pagePort, '/')
        expect([status, contentType, body]).toEqual([200, 'text/html; charset=utf-8', html])
        expect(headers['content-security-policy']).toBe(
          `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; connect-src 'self'; ` +
            "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
      },
      built
    )
  })
  it('runs nothing where it has no script', async () => {
    await listening(
      app,
      async ({ pagePort }) => {
        const { headers } = await get(pagePort, '/')
        expect(headers['content-security-policy']).toContain("script-src 'none'; style-src 'none'; ")
      },
      { page: () => Promise.resolve('<p>Hi</p>') }
    )
  })
  it('says that it is not built', async () => {
    await listening(app, async ({ pagePort }) => {
      expect(await get(pagePort, '/')).toMatchObject({
        status: 404,
        contentType: 'text/plain; charset=utf-8',
        body: 'The page is not built: npm run build makes dist/listen.html'
      })
    })
  })
  it.each(['/', '/api/state', '/api/none'])('is not kept, framed, guessed or read by others: %s', async (path) => {
    await listening(
      app,
      async ({ pagePort }) => {
        const { headers } = await get(pagePort, path)
        expect(headers).toMatchObject({
          'cache-control': 'no-store',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'content-security-policy': expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'$/)
        })
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      },
      built
    )
  })
  it('is for this machine alone, whatever --host says', async () => {
    const { stdout } = await listening([...app, '--host', '0.0.0.0'], () => Promise.resolve())
    expect(stdout).toMatch(/^Page +http:\/\/127\.0\.0\.1:/m)
  })

  const json = { 'Content-Type': 'application/json' }
  const asked = '{"id":1,"to":"http://127.0.0.1:9/"}'
  it.each<[title: string, sent: (port: string) => Sent, status: number, error: string]>([
    ['another host', () => ({ headers: { Host: 'evil.example' } }), 403, 'The Host is not that of this page'],
    ['another port', () => ({ headers: { Host: '127.0.0.1:1' } }), 403, 'The Host is not that of this page'],
    ['no port', () => ({ headers: { Host: 'localhost' } }), 403, 'The Host is not that of this page'],
    [
      'a name that looks like one',
      (port) => ({ headers: { Host: `localhost.evil.example:${port}` } }),
      403,
      'The Host is not that of this page'
    ],
    [
      'another origin',
      () => ({ headers: { Origin: 'http://evil.example' } }),
      403,
      'The Origin is not that of this page'
    ],
    ['no origin at all', () => ({ headers: { Origin: 'null' } }), 403, 'The Origin is not that of this page'],
    [
      'the origin of another port',
      () => ({ headers: { Origin: 'http://127.0.0.1:1' } }),
      403,
      'The Origin is not that of this page'
    ],
    [
      'the origin over HTTPS',
      (port) => ({ headers: { Origin: `https://127.0.0.1:${port}` } }),
      403,
      'The Origin is not that of this page'
    ],
    [
      'another site',
      () => ({ headers: { 'Sec-Fetch-Site': 'cross-site' } }),
      403,
      'The request comes from another site'
    ],
    [
      'the site next door',
      () => ({ headers: { 'Sec-Fetch-Site': 'same-site' } }),
      403,
      'The request comes from another site'
    ],
    [
      'a replay that nobody vouches for',
      () => ({ method: 'POST', path: '/api/replay', headers: json, body: asked }),
      403,
      'The request has no Origin'
    ],
    [
      'a replay that was typed in',
      () => ({ method: 'POST', path: '/api/replay', headers: { ...json, 'Sec-Fetch-Site': 'none' }, body: asked }),
      403,
      'The request has no Origin'
    ],
    [
      'a replay of a form',
      () => ({
        method: 'POST',
        path: '/api/replay',
        headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'text/plain' },
        body: asked
      }),
      415,
      'The Content-Type must be application/json'
    ],
    [
      'a replay of no type',
      () => ({ method: 'POST', path: '/api/replay', headers: { 'Sec-Fetch-Site': 'same-origin' }, body: asked }),
      415,
      'The Content-Type must be application/json'
    ],
    ['another path', () => ({ path: '/api/none' }), 404, 'There is nothing here'],
    ['a query', () => ({ path: '/api/state?callback=f' }), 404, 'There is nothing here'],
    ['another method', () => ({ method: 'DELETE' }), 405, 'The method must be GET'],
    [
      'a preflight',
      (port) => ({ method: 'OPTIONS', path: '/api/replay', headers: { Origin: `http://127.0.0.1:${port}` } }),
      405,
      'The method must be POST'
    ]
  ])('is not for %s', async (_title, sent, status, error) => {
    await listening(app, async ({ pagePort, send, kept }) => {
      await send(blocking('bob'))
      const { headers, ...request } = sent(String(pagePort))
      const answer = await exchange(pagePort, {
        method: 'GET',
        path: '/api/state',
        ...request,
        headers: { ...host(pagePort), ...headers }
      })
      expect([answer.status, JSON.parse(answer.body)]).toEqual([status, { error }])
      expect(await kept()).toHaveLength(1)
    })
  })
  it.each<[title: string, headers: (port: string) => Record<string, string>]>([
    ['localhost', (port) => ({ Host: `localhost:${port}` })],
    ['IPv6', (port) => ({ Host: `[::1]:${port}` })],
    ['its own origin', (port) => ({ Origin: `http://127.0.0.1:${port}`, 'Sec-Fetch-Site': 'same-origin' })],
    ['an address that was typed in', () => ({ 'Sec-Fetch-Site': 'none' })]
  ])('is for %s', async (_title, headers) => {
    await listening(app, async ({ pagePort }) => {
      expect(await get(pagePort, '/api/state', headers(String(pagePort)))).toMatchObject({ status: 200 })
    })
  })
  it('may be linked to, and what it asks for may not', async () => {
    const foreign = { 'Sec-Fetch-Site': 'cross-site' }
    await listening(
      app,
      async ({ pagePort }) => {
        expect(await get(pagePort, '/', foreign)).toMatchObject({ status: 200 })
        expect(await get(pagePort, '/api/events', foreign)).toMatchObject({ status: 403 })
      },
      built
    )
  })
  it('takes a replay that its browser vouches for', async () => {
    await listening(app, async ({ pagePort }) => {
      const headers = {
        ...host(pagePort),
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/json; charset=utf-8'
      }
      const { body } = await exchange(pagePort, { path: '/api/replay', headers, body: '{"id":7}' })
      expect(JSON.parse(body)).toEqual({ error: 'The request is no longer kept' })
    })
  })

  it('has the state', async () => {
    await listening([...app, '--forward-to', 'http://127.0.0.1:9/?key=secret'], async ({ port, state }) => {
      expect(await state()).toEqual({
        version: expect.any(String),
        sdkAppIds: [1400000000],
        receives: `http://127.0.0.1:${String(port)}/`,
        forwardTo: 'http://127.0.0.1:9/?key=***',
        hasToken: false,
        kept: [],
        dropped: 0
      })
    })
  })
  it('is told of a request as it comes, and again with its answer', async () => {
    await listening(app, async ({ pagePort, send, kept }) => {
      await withEvents(pagePort, async (next) => {
        await send(blocking('bob'))
        const first = await next()
        expect(first).toMatchObject({ kind: 'kept', dropped: 0, kept: { id: 1, request: { method: 'POST' } } })
        expect(first).not.toHaveProperty('kept.answer')
        expect(await next()).toEqual({ kind: 'kept', dropped: 0, kept: (await kept())[0] })
      })
      // One that has gone is not told any more.
      expect(await send(blocking('bob'))).toMatchObject({ status: 200 })
    })
  })
  it('loses its connection where it does not read', async () => {
    await listening(app, async ({ pagePort, send }) => {
      const socket = connect(pagePort, '127.0.0.1').on('error', () => undefined)
      socket.write(`GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${String(pagePort)}\r\n\r\n`)
      await once(socket, 'readable')
      let isClosed = false
      socket.on('close', () => (isClosed = true))
      const long = { ...blocking('bob'), body: 'a'.repeat(1024 * 1024) }
      for (let i = 0; i < 20; i++) await send(long)
      socket.resume()
      await once(socket, 'close')
      expect(isClosed).toBe(true)
    })
  })
})
