import { describe, expect, it } from '@jest/globals'
import type { RequestListener } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { C2CBeforeSendMsg } from 'tencent-im-callbacks'
import type { Environment } from '../../../src/cli/environment'
import { createPost } from '../../../src/cli/post'
import { exchange } from '../../support/exchange'
import { withServer, withSocketServer } from '../../support/server'
import { app, blocking, genuine, listening, token, type Running } from './harness'

const ok = '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}'

/** Runs `listen` before a server of the app. */
const before = (
  answer: RequestListener,
  use: (running: Running) => Promise<void>,
  args: ReadonlyArray<string> = [],
  path = 'cb'
) => withServer(answer, (url) => listening([...app, '--forward-to', `${url}${path}`, ...args], use))

/** A world where nobody waits for long. */
const hasty: Partial<Environment> = { connect: (connections) => createPost({ timeout: 50, connections }) }

describe('a request that goes on to the app', () => {
  it('goes as it came, but for what is about the connection', async () => {
    const seen: Array<unknown> = []
    const keep: RequestListener = (request, response) => {
      void buffer(request).then((body) => {
        seen.push([request.method, request.url, request.rawHeaders, body])
        response.end(ok)
      })
    }
    const body = Uint8Array.of(0x7b, 0xff, 0x00, 0x7d)
    const headers = {
      'X-Mine': ['a', 'b'],
      'Content-Type': 'text/odd',
      Connection: 'close, X-Hop',
      'X-Hop': '1',
      TE: 'trailers',
      'Proxy-Authorization': 'x',
      Expect: '100-continue'
    }
    await before(
      keep,
      async ({ send, state }) => {
        await send({ path: '/any/%7Epath', query: "a=%41&b=+'&Sign=abcdef&c", headers, body })
        await send({ method: 'GET', path: '/' })
        const { forwardTo } = await state()
        const host = new URL(String(forwardTo)).host
        expect(seen).toEqual([
          [
            'POST',
            "/cb?k=1&a=%41&b=+'&Sign=abcdef&c",
            [
              ...['Host', host],
              ...['X-Mine', 'a', 'X-Mine', 'b', 'Content-Type', 'text/odd'],
              ...['Content-Length', '4', 'Connection', 'keep-alive']
            ],
            Buffer.from(body)
          ],
          ['GET', '/cb?k=1', ['Host', host, 'Connection', 'keep-alive'], Buffer.alloc(0)]
        ])
      },
      [],
      'cb?k=1#top'
    )
  })
  it('has the real signature, and the whole of a long body', async () => {
    const bodies: Array<number> = []
    const check: RequestListener = (request, response) => {
      void buffer(request).then((body) => {
        bodies.push(body.length)
        response.end(JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: request.url?.includes('Sign=***') }))
      })
    }
    await before(
      check,
      async ({ send, kept }) => {
        const sent = blocking('bob', { token })
        const { body } = await send({ ...sent, body: Buffer.alloc(3 * 1024 * 1024, 'a') })
        expect(JSON.parse(body)).toMatchObject({ ErrorInfo: false })
        const [one] = await kept()
        expect(one?.request.body).toMatchObject({ bytes: 3 * 1024 * 1024, isCut: true })
        expect(one?.request.body.text).toHaveLength(1024 * 1024)
        expect(one?.verdict).toMatchObject({ says: 'Malformed body: it is too long' })
      },
      ['--token', token]
    )
    expect(bodies).toEqual([3 * 1024 * 1024])
  })
})

describe('the answer of the app', () => {
  it('comes back untouched', async () => {
    const answer: RequestListener = (_request, response) => {
      response.sendDate = false
      response.writeHead(201, ['X-A', '1', 'X-A', '2', 'Content-Type', 'text/html', 'Connection', 'X-B', 'X-B', '3'])
      response.write('<b>')
      response.end('no')
    }
    const { stdout } = await before(answer, async ({ port, send, kept }) => {
      const { status, headers, body } = await send(blocking('bob'))
      expect([status, body]).toEqual([201, '<b>no'])
      expect(headers).toEqual({
        'x-a': '1, 2',
        'content-type': 'text/html',
        'content-length': '5',
        connection: 'keep-alive',
        'keep-alive': 'timeout=120'
      })
      expect(await exchange(port, { method: 'HEAD' })).toMatchObject({ status: 201, body: '' })
      expect((await kept())[0]?.answer).toMatchObject({
        status: 201,
        body: '<b>no',
        from: 'app',
        wrong: ['HTTP 201 counts as a failed callback (<b>no); answer 200, and no other status']
      })
    })
    expect(stdout).toMatch(
      /✘ Sns\.CallbackBlackListAdd {2}alice → bob {2}app answered HTTP 201, \d+ ms\n {11}HTTP 201 counts/
    )
  })

  it('is judged by the rules of its command', async () => {
    const answer: RequestListener = (_request, response) => response.end(ok.replace('0', '10100'))
    const { stdout } = await before(answer, async ({ send, kept }) => {
      await send(genuine(C2CBeforeSendMsg))
      expect((await kept())[0]?.answer?.wrong).toEqual([
        'In the answer ErrorCode must be 0, 1, 2 or an integer from 120001 to 130000; ' +
          'answer the JSON that one of these gives: reply.allow, reply.replace, reply.refuse, reply.drop'
      ])
    })
    expect(stdout).toContain('  app answered OK 10100, ')
  })
  it.each([
    ['refuses what waits for a decision', 120001, []],
    ['lets it happen', 0, []]
  ])('is right where it %s', async (_title, code, wrong) => {
    const answer: RequestListener = (_request, response) => response.end(ok.replace('0', String(code)))
    await before(answer, async ({ send, kept }) => {
      await send(genuine(C2CBeforeSendMsg))
      expect((await kept())[0]?.answer?.wrong).toEqual(wrong)
    })
  })
  it('is right where it says FAIL to what is not a right callback', async () => {
    const answer: RequestListener = (_request, response) =>
      response.end('{"ActionStatus":"FAIL","ErrorCode":1,"ErrorInfo":"no"}')
    await before(answer, async ({ send, kept }) => {
      await send({ ...blocking('bob'), body: '{' })
      await send(genuine(C2CBeforeSendMsg))
      expect((await kept()).map((one) => one.answer?.wrong.length)).toEqual([0, 1])
    })
  })

  it.each([
    ['gzip', gzipSync(ok)],
    ['x-gzip', gzipSync(ok)],
    ['deflate', deflateSync(ok)],
    ['br', brotliCompressSync(ok)]
  ])('is read where it is compressed: %s', async (encoding, bytes) => {
    const answer: RequestListener = (_request, response) => response.setHeader('Content-Encoding', encoding).end(bytes)
    await before(answer, async ({ send, kept }) => {
      expect(await send(blocking('bob'))).toMatchObject({ headers: { 'content-encoding': encoding } })
      expect((await kept())[0]?.answer).toMatchObject({ body: ok, wrong: [] })
    })
  })
  it.each([
    ['is not what its header says', Buffer.from(ok), []],
    ['becomes a huge one', gzipSync(Buffer.alloc(4 * 1024 * 1024)), [expect.stringContaining('not JSON')]]
  ])('is judged as it is where it %s', async (_title, bytes, wrong) => {
    const answer: RequestListener = (_request, response) => response.setHeader('Content-Encoding', 'gzip').end(bytes)
    await before(answer, async ({ send, kept }) => {
      await send(blocking('bob'))
      expect((await kept())[0]?.answer?.wrong).toEqual(wrong)
    })
  })
})

describe('Tencent gets an answer in time', () => {
  const own = { from: 'listen', status: 200, body: ok }

  it('where the app is down', async () => {
    const closed = await withServer(
      () => undefined,
      (url) => Promise.resolve(url)
    )
    const { stdout } = await listening([...app, '--forward-to', closed], async ({ send, kept }) => {
      expect(await send(blocking('bob'))).toMatchObject({ status: 200, body: ok })
      const wrong = ['The connection was refused; is the server running, and is it this port?']
      expect((await kept())[0]?.answer).toMatchObject({ ...own, wrong })
    })
    expect(stdout).toMatch(/✘ .* listen answered OK, \d+ ms\n {11}The connection was refused;/)
    expect(stdout).toContain('1 came: 0 right, 1 wrong')
  })

  it('where the app is slow, and what it says then is not shown as given', async () => {
    const asked: Array<number | undefined> = []
    const connect: Environment['connect'] = (connections, limit) => {
      asked.push(limit)
      return createPost({ timeout: 50, connections })
    }
    await withServer(
      (_request, response) => setTimeout(() => response.end('late'), 80),
      async (url) => {
        await listening(
          [...app, '--forward-to', url],
          async ({ send, kept }) => {
            expect(await send(blocking('bob'))).toMatchObject({ status: 200, body: ok })
            await new Promise((resolve) => setTimeout(resolve, 80))
            const [one] = await kept()
            expect(one?.answer).toMatchObject(own)
            expect(one?.answer?.wrong).toEqual([
              "No complete answer within 1.8 s; store or queue the callback first, answer, and work later; the server's log may tell more; if it was only starting, send again"
            ])
          },
          { connect }
        )
      }
    )
    // Of the two seconds that Tencent waits.
    expect(asked).toContain(1800)
  })

  it.each([
    [
      'breaks off',
      'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{',
      /^(?:No complete answer|The connection was closed)/
    ],
    [
      'changes protocols',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: a\r\n\r\n',
      /^HTTP 101 /
    ],
    ['speaks no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', /^The answer is not HTTP/]
  ])('where the app %s', async (_title, said, wrong) => {
    await withSocketServer(
      (socket) => socket.end(said),
      async (url) => {
        await listening(
          [...app, '--forward-to', url],
          async ({ send, kept }) => {
            expect(await send(blocking('bob'))).toMatchObject({ status: 200, body: ok })
            const [one] = await kept()
            expect(one?.answer).toMatchObject(own)
            expect(one?.answer?.wrong).toEqual([expect.stringMatching(wrong)])
          },
          hasty
        )
      }
    )
  })

  it('where its headers are odd', async () => {
    await withSocketServer(
      (socket) => socket.end(`HTTP/1.1 200 \x80\r\nX-Odd: \x80\xff\t"\r\nX-Empty:\r\nContent-Length: 2\r\n\r\nOK`),
      async (url) => {
        await listening([...app, '--forward-to', url], async ({ send }) => {
          expect(await send(blocking('bob'))).toMatchObject({ status: 200, body: 'OK', headers: { 'x-empty': '' } })
        })
      }
    )
  })
})
