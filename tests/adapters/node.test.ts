import { describe, expect, it } from '@jest/globals'
import express from 'express'
import express4 from 'express-4'
import { once } from 'node:events'
import { Agent, createServer, request, type IncomingMessage, type RequestListener } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { okResponse, unreadBody, type CallbackHandler } from 'tencent-im-callbacks'
import { nodeListener } from '../../src/adapters/node'
import type { DoorOptions } from '../../src/adapters/node'
import { withServer } from '../support/server'

const ok = JSON.stringify(okResponse())
const mebibyte = 1024 * 1024

/** A handler that tells what body it got. */
const recorder = () => {
  const bodies: Array<unknown> = []
  let tell: () => void = () => undefined
  const called = new Promise<void>((resolve) => {
    tell = resolve
  })
  const handle: CallbackHandler = async ({ body }) => {
    bodies.push(body instanceof Uint8Array ? Buffer.from(body).toString() : body)
    tell()
    return Promise.resolve(okResponse())
  }
  return { handle, bodies, called }
}

const socketTo = async (url: string): Promise<Socket> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

const head = (...lines: ReadonlyArray<string>): string => ['POST / HTTP/1.1', 'Host: x', ...lines, '', ''].join('\r\n')

interface Posted {
  readonly status: number | undefined
  readonly body: string
  readonly reusedSocket: boolean
}

const serve = (handle: CallbackHandler, options?: DoorOptions): RequestListener => {
  const listener = nodeListener(handle, options)
  return (request, response) => {
    void listener(request, response)
  }
}

/** Sends chunks, and goes on after an early answer. */
const post = async (
  url: string,
  chunks: ReadonlyArray<string | Uint8Array>,
  headers = {},
  agent?: Agent
): Promise<Posted> => {
  const outgoing = request(url, { method: 'POST', headers, ...(agent && { agent }) })
  const answered = once(outgoing, 'response').then(async ([response]: Array<unknown>) => ({
    status: (response as IncomingMessage).statusCode,
    body: await text(response as IncomingMessage)
  }))
  for (const chunk of chunks) outgoing.write(chunk)
  await new Promise<void>((resolve) => outgoing.end(resolve))
  return { ...(await answered), reusedSocket: outgoing.reusedSocket }
}

// What nobody holds any more does not count.
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

describe('a body that is too long', () => {
  it('leaves the connection usable', async () => {
    const { handle, bodies } = recorder()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    await withServer(serve(handle), async (url) => {
      const first = await post(url, ['x'.repeat(mebibyte), 'x'], {}, agent)
      const second = await post(url, ['short'], {}, agent)
      expect(first).toEqual({ status: 200, body: ok, reusedSocket: false })
      expect(second).toEqual({ status: 200, body: ok, reusedSocket: true })
      expect(bodies).toEqual([unreadBody('tooLong'), 'short'])
    })
    agent.destroy()
  })
  it('of 64 MiB does not stay in memory, and leaves the connection usable', async () => {
    const { handle } = recorder()
    const chunk = Buffer.alloc(mebibyte)
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    await withServer(serve(handle, { limit: 1000 }), async (url) => {
      // Not a client of node, which waits for ever if it is answered before it has sent all.
      const socket = await socketTo(url)
      const answers = text(socket)
      socket.write(head(`Content-Length: ${String(64 * mebibyte)}`))
      for (let i = 0; i < 64; i++) {
        if (!socket.write(chunk)) await once(socket, 'drain')
        if (i % 8 === 7) {
          collectGarbage()
          most = Math.max(most, process.memoryUsage().arrayBuffers - before)
        }
      }
      socket.write(`${head('Content-Length: 2', 'Connection: close')}{}`)
      expect((await answers).match(/HTTP\/1\.1 200 OK\r\n/g)).toHaveLength(2)
    })
    expect(most).toBeLessThan(32 * mebibyte)
  })
  it('is answered before its end, whatever its length', async () => {
    const { handle } = recorder()
    await withServer(serve(handle, { limit: 10 }), async (url) => {
      const socket = await socketTo(url)
      socket.write(`${head('Content-Length: 1000000000')}more than ten bytes`)
      const [answer] = (await once(socket, 'data')) as [Buffer]
      expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
      socket.destroy()
    })
  })
})

describe('a compressed body', () => {
  it('leaves the connection usable', async () => {
    const { handle } = recorder()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    await withServer(serve(handle), async (url) => {
      await post(url, [Buffer.alloc(2 * mebibyte)], { 'Content-Encoding': 'gzip' }, agent)
      expect(await post(url, ['short'], {}, agent)).toMatchObject({ status: 200, reusedSocket: true })
    })
    agent.destroy()
  })
})

describe('a client that goes away', () => {
  it.each([
    ['within the body', []],
    ['within a compressed body', ['Content-Encoding: gzip']]
  ])('%s, is told to the handler, and costs nothing else', async (_, headers) => {
    const { handle, bodies, called } = recorder()
    const settled: Array<Promise<void>> = []
    const listener = nodeListener(handle)
    await withServer(
      (request, response) => {
        settled.push(listener(request, response))
      },
      async (url) => {
        const socket = await socketTo(url)
        socket.write(`${head('Content-Length: 100', ...headers)}{`)
        await delay(20)
        socket.destroy()
        await called
        await Promise.all(settled)
        expect(await post(url, ['next'])).toMatchObject({ status: 200 })
        expect(bodies).toEqual([unreadBody(headers.length === 0 ? 'aborted' : 'compressed'), 'next'])
      }
    )
  })
  it('before we read is told as well', async () => {
    const { handle, bodies } = recorder()
    const settled = new Promise<void>((resolve) => {
      const server: RequestListener = (request, response) => {
        request.on('close', () => {
          void nodeListener(handle)(request, response).then(resolve)
        })
      }
      void withServer(server, async (url) => {
        const socket = await socketTo(url)
        socket.write(`${head('Content-Length: 100')}{`)
        await delay(20)
        socket.destroy()
        await settled
      })
    })
    await settled
    expect(bodies).toEqual([unreadBody('aborted')])
  })
  it('before the answer costs nothing', async () => {
    let closed: Promise<unknown> = Promise.resolve()
    const answering: Array<Promise<void>> = []
    const listener = nodeListener(async () => {
      await closed
      return okResponse()
    })
    await withServer(
      (request, response) => {
        closed = once(response, 'close')
        answering.push(listener(request, response))
      },
      async (url) => {
        const socket = await socketTo(url)
        socket.write(`${head('Content-Length: 2')}{}`)
        await delay(20)
        socket.destroy()
        await closed
        await expect(Promise.all(answering)).resolves.toEqual([undefined])
      }
    )
  })
})

describe('the server', () => {
  it('ends a body that never ends, by its own timeout', async () => {
    const { handle, bodies, called } = recorder()
    const options = { requestTimeout: 100, headersTimeout: 100, connectionsCheckingInterval: 20 }
    await withServer(createServer(options, serve(handle)), async (url) => {
      const socket = await socketTo(url)
      socket.write(`${head('Content-Length: 100')}{`)
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /)
      await called
      expect(bodies).toEqual([unreadBody('aborted')])
      expect(await post(url, ['next'])).toMatchObject({ status: 200 })
    })
  })
  it('lets a client that asks go on', async () => {
    const { handle, bodies } = recorder()
    await withServer(serve(handle), async (url) => {
      const outgoing = request(url, { method: 'POST', headers: { Expect: '100-continue', 'Content-Length': '2' } })
      outgoing.flushHeaders()
      await once(outgoing, 'continue')
      outgoing.end('{}')
      const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
      expect(await text(response)).toBe(ok)
      expect(bodies).toEqual(['{}'])
    })
  })
  it('may have been answered by somebody else', async () => {
    const settled: Array<Promise<void>> = []
    const listener = nodeListener(async () => delay(20, okResponse()))
    await withServer(
      (request, response) => {
        settled.push(listener(request, response))
        response.writeHead(503).end('too late')
      },
      async (url) => {
        expect(await post(url, ['{}'])).toMatchObject({ status: 503, body: 'too late' })
        await expect(Promise.all(settled)).resolves.toEqual([undefined])
      }
    )
  })
})

describe('behind others that have read', () => {
  const json = { 'Content-Type': 'application/json' }
  const plain = { 'Content-Type': 'text/plain' }
  const body = '{"From_Account":"id"}'
  const parsed = { From_Account: 'id' }

  interface WithRawBody {
    rawBody?: unknown
  }
  const keepRaw = (raw: (bytes: Buffer) => unknown) => ({
    verify: (request: unknown, _: unknown, bytes: Buffer) => {
      ;(request as WithRawBody).rawBody = raw(bytes)
    }
  })

  for (const [version, create] of [
    ['5', express],
    ['4', express4 as unknown as typeof express]
  ] as const) {
    it.each<[string, express.RequestHandler, object, string, unknown]>([
      ['json', create.json(), json, body, parsed],
      ['json, which does not know the type', create.json(), plain, body, body],
      ['json, of an empty body', create.json(), json, '', ''],
      ['json that keeps the bytes', create.json(keepRaw((bytes) => bytes)), json, body, body],
      ['json that keeps the text', create.json(keepRaw(String)), json, body, body],
      ['json that keeps something else', create.json(keepRaw(() => 1)), json, body, parsed],
      ['raw', create.raw({ type: () => true }), plain, body, body],
      ['raw, which does not know the type', create.raw(), plain, body, body],
      ['raw, of an empty body', create.raw({ type: () => true }), plain, '', ''],
      ['text', create.text({ type: () => true }), json, body, body],
      ['urlencoded, which does not know the type', create.urlencoded({ extended: true }), json, body, body]
    ])(`express.%s of Express ${version}`, async (_, parser, headers, sent, expected) => {
      const { handle, bodies } = recorder()
      const app = create().use(parser).use('/tencent', nodeListener(handle))
      await withServer(app as unknown as RequestListener, async (url) => {
        expect(await post(`${url}tencent?a=b`, [sent], headers)).toMatchObject({ status: 200, body: ok })
        expect(bodies).toEqual([expected])
      })
    })
  }

  it('a body that somebody has read and nobody kept is told as that', async () => {
    const { handle, bodies } = recorder()
    const listener = nodeListener(handle)
    await withServer(
      (request, response) => {
        void text(request).then(async () => listener(request, response))
      },
      async (url) => {
        expect(await post(url, ['{}'])).toMatchObject({ status: 200 })
        expect(bodies).toEqual([unreadBody('alreadyRead')])
      }
    )
  })
  it.each(['utf8', 'base64', 'latin1'] as const)(
    'a request whose encoding was set to %s is read all the same',
    async (encoding) => {
      const { handle, bodies } = recorder()
      const listener = nodeListener(handle, { limit: 8 })
      await withServer(
        (request, response) => {
          request.setEncoding(encoding)
          void listener(request, response)
        },
        async (url) => {
          await post(url, ['"李雷"'])
          await post(url, ['"李雷" '])
          expect(bodies).toEqual(['"李雷"', unreadBody('tooLong')])
        }
      )
    }
  )
})

describe('on a platform that makes requests itself', () => {
  /** Gives a stream to the listener, and what it answers. */
  const answerTo = async (handle: CallbackHandler, stream: Readable): Promise<string> => {
    let answer = ''
    const response = {
      headersSent: false,
      writeHead: () => undefined,
      end: (body: string) => {
        answer = body
      }
    }
    await nodeListener(handle)(Object.assign(stream, { method: 'POST', url: '/', headers: {} }), response)
    return answer
  }

  it('a stream of texts is read', async () => {
    const { handle, bodies } = recorder()
    expect(await answerTo(handle, Readable.from(['{"From_Account":', '"李雷"}']))).toBe(ok)
    expect(bodies).toEqual(['{"From_Account":"李雷"}'])
  })
  it('a stream that breaks is told as aborted, and does not end the process', async () => {
    const { handle, bodies } = recorder()
    const breaking = new Readable({
      read() {
        this.destroy(new Error('gone'))
      }
    })
    expect(await answerTo(handle, breaking)).toBe(ok)
    expect(bodies).toEqual([unreadBody('aborted')])
  })
})

describe('over HTTP/2', () => {
  const withHttp2 = async (handle: CallbackHandler, use: (port: number) => Promise<void>): Promise<void> => {
    const listener = nodeListener(handle, { limit: 10 })
    const server = createHttp2Server((request, response) => {
      void listener(request, response)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    try {
      await use((server.address() as AddressInfo).port)
    } finally {
      server.close()
    }
  }
  it('it works as well', async () => {
    const { handle, bodies } = recorder()
    await withHttp2(handle, async (port) => {
      const session = connectHttp2(`http://127.0.0.1:${String(port)}`)
      for (const body of ['{}', 'more than ten bytes']) {
        const stream = session.request({ ':method': 'POST', ':path': '/?a=b' }).end(body)
        const [headers] = (await once(stream, 'response')) as [Record<string, unknown>]
        expect(headers).toMatchObject({ ':status': 200, 'content-length': String(ok.length) })
        expect(await text(stream)).toBe(ok)
      }
      session.close()
      expect(bodies).toEqual(['{}', unreadBody('tooLong')])
    })
  })
  it('a client that goes away costs nothing', async () => {
    const { handle, bodies, called } = recorder()
    await withHttp2(handle, async (port) => {
      const session = connectHttp2(`http://127.0.0.1:${String(port)}`)
      session.on('error', () => undefined)
      const stream = session.request({ ':method': 'POST', ':path': '/' })
      stream.on('error', () => undefined)
      stream.write('{')
      await delay(50)
      session.destroy()
      await called
      await delay(20)
      expect(bodies).toEqual([unreadBody('aborted')])
    })
  })
})
