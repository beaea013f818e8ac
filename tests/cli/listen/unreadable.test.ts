import { describe, expect, it } from '@jest/globals'
import { subscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { unreadableOf } from '../../../src/cli/listen/unreadable'
import { app, blocking, listening } from './harness'

/** Sends bytes, and gives what came back until the connection ended. */
const sendRaw = async (port: number, bytes: string | Uint8Array): Promise<string> => {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1')
  socket.write(bytes)
  return text(socket)
}

const unreadable: ReadonlyArray<readonly [what: string, bytes: string | Uint8Array, status: number, says: string]> = [
  ['no HTTP', 'secret secret\r\n\r\n', 400, 'Not a request of HTTP (HPE_INVALID_METHOD)'],
  [
    'TLS',
    Buffer.from([0x16, 3, 1, 0, 1, 1]),
    400,
    'Not a request of HTTP, but of HTTPS: whatever sends it has to use http:// here'
  ],
  [
    'a name with a space',
    'GET / HTTP/1.1\r\na b: secret\r\n\r\n',
    400,
    'Not a request of HTTP (HPE_INVALID_HEADER_TOKEN)'
  ],
  [
    'headers without end',
    `GET / HTTP/1.1\r\na: ${'secret'.repeat(5000)}\r\n\r\n`,
    431,
    'Not a request of HTTP: its headers are too long'
  ]
]

describe('what is no request', () => {
  it.each(unreadable)('is answered and shown: %s', async (_what, bytes, status, says) => {
    const { stdout } = await listening(app, async ({ port, kept, replay, send }) => {
      expect(await sendRaw(port, bytes)).toMatch(
        new RegExp(`^HTTP/1\\.1 ${String(status)} [A-Z][A-Za-z ]+\r\nConnection: close\r\n\r\n$`)
      )
      expect(await kept()).toMatchObject([
        { verdict: { kind: 'refused', tag: 'NotHttp', says }, answer: { status, from: 'listen', wrong: [] } }
      ])
      expect(JSON.stringify(await kept())).not.toContain('secret')
      expect(await replay({ id: 1, to: 'http://127.0.0.1:9/' })).toMatchObject({
        status: 400,
        body: '{"error":"There is no request to send: it was not one of HTTP"}'
      })
      // What comes next is answered as ever.
      expect(await send(blocking('bob'))).toMatchObject({ status: 200 })
    })
    expect(stdout).toMatch(/✘ no request {2}Not a request of HTTP/)
    expect(stdout).toContain(`  listen answered HTTP ${String(status)}, 0 ms\n`)
  })

  it('is a line of JSON, too', async () => {
    const { stdout } = await listening([...app, '--json'], async ({ port }) => {
      await sendRaw(port, '\0\r\n\r\n')
    })
    expect(JSON.parse(stdout)).toMatchObject({ id: 1, verdict: { tag: 'NotHttp' } })
  })

  it('is not shown where a connection says nothing, or breaks off', async () => {
    await listening(app, async ({ port, kept }) => {
      for (const said of ['', 'POST / HT']) {
        const socket = connect(port, '127.0.0.1')
        await once(socket, 'connect')
        socket.write(said)
        await setTimeout(20)
        socket.resetAndDestroy()
      }
      await setTimeout(50)
      expect(await kept()).toEqual([])
    })
  })

  it('is answered, and not shown, where it comes to the page', async () => {
    await listening(app, async ({ pagePort, kept }) => {
      expect(await sendRaw(pagePort, 'secret\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
      expect(await kept()).toEqual([])
    })
  })

  it('does not keep its connection, even if the other side does, and says no more', async () => {
    await listening(app, async ({ port }) => {
      const accepted = new Promise<Socket>((resolve) => {
        subscribe('net.server.socket', (message) => {
          resolve((message as { readonly socket: Socket }).socket)
        })
      })
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
      socket.write('secret\r\n\r\n')
      const held = await accepted
      const closed = new Promise((resolve) =>
        held.on('close', () => {
          resolve('closed')
        })
      )
      await once(socket.resume(), 'end')
      expect(await Promise.race([closed, setTimeout(3000, 'open')])).toBe('closed')
      socket.destroy()
    })
  })

  it('may be one that does not arrive in time', () => {
    const late = Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
    expect(unreadableOf(late)).toEqual({ status: 408, says: 'Not a request of HTTP: it did not arrive in time' })
  })

  it('is shown once where the body of a request is none', async () => {
    await listening(app, async ({ port, kept }) => {
      const head = 'POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n'
      expect(await sendRaw(port, `${head}what\r\n`)).toContain('400 Bad Request')
      expect(await kept()).toMatchObject([{ request: { method: 'POST', target: '/a' } }])
    })
  })
})

it.each([
  ['without a Host', 'POST /a HTTP/1.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'],
  [
    'that expects what nobody gives',
    'POST /a HTTP/1.1\r\nHost: a\r\nExpect: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
  ]
])('a request %s is shown and answered', async (_what, bytes) => {
  await listening(app, async ({ port, kept }) => {
    expect(await sendRaw(port, bytes)).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(await kept()).toMatchObject([{ request: { method: 'POST', target: '/a' } }])
  })
})
