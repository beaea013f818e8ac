import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { createPost, type Answered, type Post, type Unanswered } from '../../src/cli/post'
import { withServer, withSocketServer } from '../support/server'
import { createSecureServer, shareKey } from './secure'

const withPost = async <A>(use: (post: Post) => Promise<A>): Promise<A> => {
  const { post, close } = createPost({ timeout: 10_000, connections: 1 })
  return use(post).finally(close)
}
const post = (to: string, send: Post): Promise<Answered | Unanswered> =>
  send({ url: new URL(to), method: 'POST', headers: { 'X-Mine': '7' }, body: 'body' })

const protocols = [
  ['http:', createServer],
  ['https:', createSecureServer]
] as const

afterEach(() => {
  jest.restoreAllMocks()
})

describe('post', () => {
  it.each(protocols)(
    'sends these headers and no others over %s, on a connection that it keeps',
    async (protocol, create) => {
      shareKey()
      const seen: Array<unknown> = []
      const ports = new Set<number | undefined>()
      await withPost((send) =>
        withServer(
          create((request, response) => {
            ports.add(request.socket.remotePort)
            void buffer(request).then((body) => {
              seen.push([request.httpVersion, request.method, request.url, request.headers, body.toString()])
              response.end()
            })
          }),
          async (url) => {
            const host = new URL(url).host
            const to = `${url.replace('http:', protocol)}cb?a=1`
            for (let i = 0; i < 3; i++) expect(await post(to, send)).toMatchObject({ status: 200 })
            const headers = { 'x-mine': '7', host, connection: 'keep-alive', 'content-length': '4' }
            expect(seen).toEqual(Array(3).fill(['1.1', 'POST', '/cb?a=1', headers, 'body']))
          }
        )
      )
      expect(ports.size).toBe(1)
    }
  )

  it.each(protocols)('closes the connection that it keeps over %s', async (protocol, create) => {
    shareKey()
    const sockets: Array<Socket> = []
    const server = create((request, response) => {
      sockets.push(request.socket)
      response.end()
    })
    server.keepAliveTimeout = 0
    const { post: send, close } = createPost({ timeout: 10_000, connections: 1 })
    await withServer(server, async (url) => {
      await post(url.replace('http:', protocol), send)
      const [socket] = sockets
      if (socket === undefined) throw new Error('Nothing came')
      expect(socket.destroyed).toBe(false)
      const closed = once(socket, 'close', { signal: AbortSignal.timeout(3000) })
      close()
      await closed
    }).finally(close)
  })

  it('tells how long the answer took', async () => {
    let held = 0
    const before = performance.now()
    const { milliseconds } = await withPost((send) =>
      withServer(
        (_request, response) => {
          const came = performance.now()
          void setTimeout(20).then(() => {
            held = performance.now() - came
            response.end()
          })
        },
        (url) => post(url, send)
      )
    )
    expect(held).toBeGreaterThan(0)
    expect(milliseconds).toBeGreaterThanOrEqual(Math.floor(held))
    expect(milliseconds).toBeLessThanOrEqual(Math.ceil(performance.now() - before))
  })

  it('sends once only where the answer on a kept connection is no HTTP', async () => {
    let requests = 0
    const answers = await withPost((send) =>
      withSocketServer(
        (socket) => {
          requests++
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK')
          socket.once('data', () => {
            requests++
            socket.write('bye\r\n')
          })
        },
        async (url) => [await post(url, send), await post(url, send)]
      )
    )
    expect(answers).toMatchObject([{ status: 200 }, { _tag: 'Unanswered', code: 'HPE_INVALID_CONSTANT' }])
    expect(requests).toBe(2)
  })

  const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK'
  /** Answers the first request of each connection, and does with the second one as it is told. */
  const onSecond = async (second: (socket: Socket) => void, posts: number) => {
    let requests = 0
    const answers = await withPost((send) =>
      withSocketServer(
        (socket) => {
          requests++
          socket.write(ok)
          socket.once('data', () => {
            requests++
            second(socket)
          })
        },
        async (url) => {
          const all: Array<Answered | Unanswered> = []
          for (let i = 0; i < posts; i++) all.push(await post(url, send))
          return all
        }
      )
    )
    return { answers, requests }
  }

  it('sends once more where a kept connection is closed before any answer, and says so', async () => {
    const { answers, requests } = await onSecond((socket) => socket.destroy(), 4)
    expect(answers).toMatchObject([
      { status: 200, isSecondTry: false },
      { status: 200, isSecondTry: true },
      { status: 200, isSecondTry: true },
      { status: 200, isSecondTry: true }
    ])
    expect(requests).toBe(7)
  })
  it.each([
    ['amid its headers', 'HTTP/1.1 200 OK\r\nContent-Le'],
    ['amid its body', 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{'],
    ['amid its chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{'],
    ['after its first byte', 'H']
  ])('sends once where a kept connection is closed %s', async (_title, part) => {
    const cut = (socket: Socket): void => {
      socket.write(part, () => socket.resetAndDestroy())
    }
    const { answers, requests } = await onSecond(cut, 2)
    expect(answers).toMatchObject([{ status: 200 }, { _tag: 'Unanswered', code: 'ECONNRESET', isSecondTry: false }])
    expect(requests).toBe(2)
  })
  it('sends once where a new connection is closed', async () => {
    let requests = 0
    const answer = await withPost((send) =>
      withSocketServer(
        (socket) => {
          requests++
          socket.destroy()
        },
        (url) => post(url, send)
      )
    )
    expect(answer).toMatchObject({ _tag: 'Unanswered', code: 'ECONNRESET', isSecondTry: false })
    expect(requests).toBe(1)
  })
  it('sends twice at most, on a connection of its own', async () => {
    let connections = 0
    let requests = 0
    const { post: send, close } = createPost({ timeout: 10_000, connections: 2 })
    const answer = await withSocketServer(
      (socket) => {
        requests++
        if (connections++ < 2) setImmediate(() => socket.write(ok))
        else socket.destroy()
        socket.once('data', () => {
          requests++
          socket.destroy()
        })
      },
      async (url) => {
        // Two idle connections, both of which the server will close.
        await Promise.all([post(url, send), post(url, send)])
        return post(url, send)
      }
    ).finally(close)
    expect(answer).toMatchObject({ _tag: 'Unanswered', code: 'ECONNRESET', isSecondTry: true })
    expect([connections, requests]).toEqual([3, 4])
  })
  it('has one clock for both tries', async () => {
    const { post: send, close } = createPost({ timeout: 150, connections: 1 })
    let connections = 0
    const answer = await withSocketServer(
      (socket) => {
        if (connections++ === 0) socket.write(ok)
        socket.once('data', () => void setTimeout(100).then(() => socket.destroy()))
      },
      async (url) => {
        await post(url, send)
        return post(url, send)
      }
    ).finally(close)
    expect(answer).toMatchObject({ _tag: 'Unanswered', code: 'TIMEOUT', isSecondTry: true })
    expect(answer.milliseconds).toBeLessThan(230)
  })

  it.each([
    [
      '101',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nmore',
      { status: 101 }
    ],
    ['101 without more', 'HTTP/1.1 101 Switching Protocols\r\n\r\n', { status: 101 }],
    [
      '200 with Connection: Upgrade',
      'HTTP/1.1 200 OK\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 2\r\n\r\nOK',
      { status: 200 }
    ],
    ['100 and 103 before', `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n${ok}`, { status: 200 }],
    ['100 and nothing more', 'HTTP/1.1 100 Continue\r\n\r\n', { _tag: 'Unanswered', code: 'TIMEOUT' }],
    [
      'trailers',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: A\r\n\r\n2\r\nOK\r\n0\r\nA: b\r\n\r\n',
      { status: 200 }
    ],
    [
      'trailers without an end',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nOK\r\n0\r\nA: b\r\n',
      {
        _tag: 'Unanswered',
        code: 'TIMEOUT'
      }
    ],
    ['no length and no end', 'HTTP/1.1 200 OK\r\n\r\nOK', { _tag: 'Unanswered', code: 'TIMEOUT' }],
    ['204', 'HTTP/1.1 204 No Content\r\n\r\n', { status: 204 }],
    ['two answers', `${ok}${ok}`, { status: 200 }],
    ['an old version', 'HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nOK', { status: 200 }],
    ['HTTP/2', '\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0\x64', { _tag: 'Unanswered' }]
  ])('settles whatever a server answers: %s', async (_title, answer, expected) => {
    const timeout = 'code' in expected ? 100 : 10_000
    const { post: send, close } = createPost({ timeout, connections: 1 })
    await withSocketServer(
      (socket) => {
        socket.write(answer)
        socket.on('data', () => socket.write(answer))
      },
      async (url) => {
        expect(await post(url, send)).toMatchObject(expected)
        // And so does the next one.
        expect(await post(url, send)).toMatchObject(expected)
      }
    ).finally(close)
  })

  it('tells a connection that cannot be secure', async () => {
    const answer = await withPost((send) =>
      withServer(
        (_request, response) => response.end(),
        (url) => post(url.replace('http:', 'https:'), send)
      )
    )
    expect(answer).toMatchObject({ _tag: 'Unanswered', code: expect.stringMatching(/EPROTO|SSL/) })
  })

  it('takes 1 MiB, and not a byte more', async () => {
    const answer = (bytes: number) =>
      withPost((send) =>
        withServer(
          (_request, response) => response.end(Buffer.alloc(bytes)),
          (url) => post(url, send)
        )
      )
    expect(await answer(1024 * 1024)).toMatchObject({ _tag: 'Answered', status: 200 })
    expect(await answer(1024 * 1024 + 1)).toMatchObject({ _tag: 'Unanswered', code: 'TOO_LONG' })
  })

  it.each([
    ['a path with a space', { path: '/a b' }, 'ERR_UNESCAPED_CHARACTERS'],
    ['a method that is none', { method: 'P ST' }, 'ERR_INVALID_HTTP_TOKEN'],
    ['a name of a header that is none', { headers: ['a b', 'c'] }, 'ERR_INVALID_HTTP_TOKEN'],
    ['a header of two lines', { headers: ['a', 'b\r\nc: d'] }, 'ERR_INVALID_CHAR']
  ])('tells what cannot be sent: %s', async (_title, more, code) => {
    const answer = await withPost((send) =>
      withSocketServer(
        (socket) => socket.on('data', () => socket.write(ok)),
        (to) => send({ url: new URL(to), method: 'POST', headers: {}, body: null, ...more })
      )
    )
    expect(answer).toMatchObject({ _tag: 'Unanswered', code })
  })

  // No body is like this: but whatever goes wrong on the way is told, and not thrown.
  it.each([
    [new RangeError('broken'), 'UNKNOWN'],
    [Object.assign(new Error('broken'), { code: 'EBROKEN' }), 'EBROKEN'],
    [null, 'UNKNOWN'],
    ['broken', 'UNKNOWN']
  ])('tells %p', async (thrown, code) => {
    const body = Object.defineProperty(new Uint8Array(1), 'length', {
      get: () => {
        // oxlint-disable-next-line typescript/only-throw-error -- the worst case
        throw thrown
      }
    })
    const sending = { url: new URL('http://127.0.0.1:1/'), method: 'POST', headers: {}, body }
    expect(await withPost((send) => send(sending))).toMatchObject({ _tag: 'Unanswered', code })
  })
})
