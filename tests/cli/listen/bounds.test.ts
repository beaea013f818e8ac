import { describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { Agent, type RequestListener, type ServerResponse } from 'node:http'
import { connect, createServer, type AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { createPost } from '../../../src/cli/post'
import { keptRequest } from '../../../src/cli/listen/kept-request'
import { createStore } from '../../../src/cli/listen/store'
import { openServer } from '../../../src/cli/listen/server'
import type { Kept } from '../../../src/listen/api'
import { exchange } from '../../support/exchange'
import { withServer } from '../../support/server'
import { app, cli } from '../harness'
import { blocking, listening, withEvents } from './harness'

const keptOf = (id: number, text = ''): Kept => ({
  id,
  at: 0,
  request: { method: 'POST', target: '/', headers: [], body: { text, encoding: 'utf-8', bytes: 0, isCut: false } },
  verdict: { kind: 'unknown', command: 'A' }
})

const bytesOf = (kept: Kept): number => Buffer.byteLength(JSON.stringify(kept))

describe('what is kept', () => {
  const ids = (store: ReturnType<typeof createStore>) => store.list().map(({ id }) => id)

  it('is the last requests, in the order of arrival', () => {
    const store = createStore({ requests: 3, bytes: 10_000 })
    for (let id = 1; id <= 5; id++) store.put(keptOf(id))
    store.put(keptOf(4, 'settled'))
    expect([ids(store), store.dropped(), store.nextId()]).toEqual([[3, 4, 5], 2, 6])
    expect(store.get(4)?.request.body.text).toBe('settled')
    expect(store.get(1)).toBeUndefined()
  })
  it('is no more than fits', () => {
    const store = createStore({ requests: 100, bytes: bytesOf(keptOf(1, '令')) * 2 })
    store.put(keptOf(1, '令'))
    store.put(keptOf(2))
    expect(ids(store)).toEqual([1, 2])
    // A longer answer counts, too.
    store.put(keptOf(2, '令令'))
    expect(ids(store)).toEqual([2])
    store.put(keptOf(2))
    store.put(keptOf(3, '令'))
    expect(ids(store)).toEqual([2, 3])
  })
  it('does not come back once it has gone', () => {
    const store = createStore({ requests: 1, bytes: 10_000 })
    store.put(keptOf(1))
    store.put(keptOf(2))
    store.put(keptOf(1, 'settled'))
    expect([ids(store), store.dropped()]).toEqual([[2], 1])
  })
  it('is 1,000 requests, and the page is told how many have gone', async () => {
    const held: Array<ServerResponse> = []
    const holdFirst: RequestListener = (_request, response) => {
      if (held.length === 0) held.push(response)
      else response.end()
    }
    await withServer(holdFirst, (url) =>
      listening(
        [...app, '--forward-to', url],
        async ({ port, send, state, pagePort, printed }) => {
          const first = send(blocking('bob'))
          while (held.length === 0) await setTimeout(1)
          const agent = new Agent({ keepAlive: true, maxSockets: 10 })
          await Promise.all(Array.from({ length: 999 }, () => exchange(port, { method: 'GET' }, agent)))
          agent.destroy()
          await withEvents(pagePort, async (next) => {
            await send({ method: 'GET' })
            expect(await next()).toMatchObject({ kept: { id: 1001 }, dropped: 1 })
            await next()
            // The one that waited has gone, and does not come back to the page.
            for (const response of held) response.end()
            expect(await first).toMatchObject({ status: 200 })
            expect(printed()).toContain('alice → bob')
            await send({ method: 'GET' })
            expect(await next()).toMatchObject({ kept: { id: 1002 }, dropped: 2 })
          })
          const { kept, dropped } = await state()
          expect([kept.length, kept[0]?.id, dropped]).toEqual([1000, 3, 2])
        },
        { connect: (connections) => createPost({ timeout: 10_000, connections }) }
      )
    )
  })
})

describe('what is kept of a body', () => {
  const most = 1024 * 1024
  const bodyOf = (bytes: Uint8Array, mask = (text: string): string => text) =>
    keptRequest({ method: 'POST', target: '/', headers: [], body: { bytes, length: bytes.length } }, mask).body

  it.each([
    ['', { text: '', encoding: 'utf-8', bytes: 0, isCut: false }],
    ['\ufeff令 牌', { text: '\ufeff令 牌', encoding: 'utf-8', bytes: 10, isCut: false }]
  ])('is its text: %j', (text, expected) => {
    expect(bodyOf(Buffer.from(text))).toEqual(expected)
  })
  it.each([
    [Buffer.from([0xff, 0x00]), '/wA='],
    [Buffer.from([0xe4, 0xbb]), '5Ls=']
  ])('is base64 where it is not UTF-8', (bytes, text) => {
    expect(bodyOf(bytes)).toEqual({ text, encoding: 'base64', bytes: 2, isCut: false })
  })
  it('is all of 1 MiB, and of no byte more', () => {
    expect(bodyOf(Buffer.alloc(most, 'a'))).toMatchObject({ isCut: false, bytes: most })
    const { text, isCut, bytes } = bodyOf(Buffer.alloc(most + 1, 'a'))
    expect([text.length, isCut, bytes]).toEqual([most, true, most + 1])
    const binary = bodyOf(Buffer.alloc(most + 1, 0xff))
    expect([Buffer.from(binary.text, 'base64').length, binary.isCut]).toEqual([most, true])
  })
  it('is cut between characters', () => {
    // The bytes that are looked at end amid a character, too.
    const { text, encoding } = bodyOf(Buffer.from('令'.repeat(most)))
    expect([encoding, text]).toEqual(['utf-8', '令'.repeat(Math.floor(most / 3))])
  })
  it('has no half of a secret at its end', () => {
    const mask = (text: string): string => text.replaceAll('secret', '***')
    const text = `${'a'.repeat(most - 3)}secret${'a'.repeat(100)}`
    expect(bodyOf(Buffer.from(text), mask).text.slice(-4)).toBe('a***')
  })
})

describe('a request', () => {
  it('of more than 16 MiB is refused, and its beginning is kept', async () => {
    const { stdout } = await listening([...app, '--forward-to', 'http://127.0.0.1:9/'], async ({ send, kept }) => {
      const most = 16 * 1024 * 1024
      expect(await send({ ...blocking('bob'), body: Buffer.alloc(most + 1, 'a') })).toMatchObject({ status: 413 })
      expect(await kept()).toMatchObject([
        {
          request: { body: { bytes: most + 1, isCut: true } },
          verdict: { kind: 'refused', says: 'Malformed body: it is too long' },
          answer: { status: 413, from: 'listen' }
        }
      ])
    })
    expect(stdout).toContain('  listen answered HTTP 413, ')
  })
  it('that comes with too many others is refused, and listed, until they are gone', async () => {
    await listening(app, async ({ port, send, kept }) => {
      const most = 16 * 1024 * 1024
      const head = `POST /?${blocking('bob').query} HTTP/1.1\r\nHost: a\r\nContent-Length: ${String(most)}\r\n\r\n`
      const sockets = await Promise.all(
        Array.from({ length: 4 }, async () => {
          const socket = connect(port, '127.0.0.1')
          socket.write(head)
          await new Promise((resolve) => socket.write(Buffer.alloc(most - 1, 'a'), resolve))
          return socket
        })
      )
      const tooMuch = { ...blocking('bob'), body: Buffer.alloc(1000, 'a') }
      let answer = await send(tooMuch)
      // The last bytes of the others may be on their way.
      while (answer.status === 200) answer = await send(tooMuch)
      expect(answer).toMatchObject({ status: 503 })
      expect(JSON.parse(answer.body)).toMatchObject({ ActionStatus: 'FAIL' })
      expect((await kept()).at(-1)).toMatchObject({
        request: { body: { text: '', bytes: 1000 } },
        verdict: { kind: 'refused', tag: 'NoRoom', says: 'Not read: too many long requests are here at once' },
        answer: { status: 503, from: 'listen' }
      })
      for (const socket of sockets) socket.destroy()
      while ((await send(blocking('bob'))).status !== 200) await setTimeout(10)
    })
  })
  it('that breaks off is kept without an answer', async () => {
    const { stdout } = await listening(app, async ({ port, pagePort, kept }) => {
      await withEvents(pagePort, async (next) => {
        const socket = connect(port, '127.0.0.1')
        socket.write(`POST /?${blocking('bob').query} HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{`)
        await once(socket, 'connect')
        await setTimeout(10)
        socket.destroy()
        expect(await next()).toMatchObject({ kept: { verdict: { says: 'Malformed body: it ended early' } } })
      })
      const [one] = await kept()
      expect(one).toMatchObject({ request: { body: { text: '{', bytes: 1 } } })
      expect(one).not.toHaveProperty('answer')
    })
    expect(stdout).toMatch(/✘ Sns\.CallbackBlackListAdd {2}Malformed body: it ended early {2}it broke off\n/)
  })
  it('that is compressed is said to be', async () => {
    await listening(app, async ({ send, kept }) => {
      await send({ ...blocking('bob'), headers: { 'Content-Encoding': 'gzip' } })
      expect(await kept()).toMatchObject([{ verdict: { says: 'Malformed body: it is compressed' } }])
    })
  })
  it.each([
    [
      'nested deeply',
      `{"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[],"a":${'['.repeat(500_000)}${']'.repeat(500_000)}}`
    ],
    [
      'of many unknown fields',
      JSON.stringify({
        CallbackCommand: 'Sns.CallbackBlackListAdd',
        PairList: [],
        ...Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`field${String(i)}`, 1]))
      })
    ],
    ['with an odd message', '{"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[],"MsgBody":7}']
  ])('is no trouble where it is %s', async (_title, body) => {
    await listening(app, async ({ send, kept }) => {
      expect(await send({ ...blocking('bob'), body })).toMatchObject({ status: 200 })
      const [one] = await kept()
      expect(one?.verdict.kind).toBe('callback')
      expect(JSON.stringify(one?.verdict).length).toBeLessThan(10_000)
    })
  })
})

describe('a server', () => {
  const local = '127.0.0.1'
  const wrong = async (args: ReadonlyArray<string>): Promise<string> => {
    const { code, stderr } = await cli(['listen', ...args])
    expect(code).toBe(2)
    return String(stderr.split('\n').find((line) => !line.endsWith('other machines can send requests, too')))
  }

  it('is refused in a sentence where its port is in use', async () => {
    const other = createServer().listen(0, local)
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const used = String(port)
    expect(await wrong([used, ...app])).toBe(`The port ${used} is in use: give another one`)
    expect(await wrong(['0', ...app, '--ui-port', used])).toBe(`The port ${used} is in use: give another one`)
    const another = await openServer(() => undefined, { host: local, port, orAnother: true })
    expect(another.url).not.toContain(`:${used}/`)
    await another.close(0)
    other.close()
  })
  it.each([
    [['0', ...app, '--host', '192.0.2.1'], /^The port 0 of 192\.0\.2\.1 cannot be opened \(EADDRNOTAVAIL\)$/],
    [['65536', ...app], /^The port must be a whole number from 0 to 65535$/],
    [['8o', ...app], /^The port must be a whole number/],
    [['0', ...app, '--ui-port', '-1'], /--ui-port/],
    [['0', '1', ...app], /^Give one port$/],
    [[], /^--sdk-app-id is missing$/],
    [['--sdk-app-id', 'x'], /sdkAppId/],
    [[...app, '--answer', 'maybe'], /^--answer must be one of: allow, refuse, fail$/],
    [[...app, '--forward-to', 'localhost'], /^The URL must begin with http/],
    [
      [...app, '--forward-to', 'http://localhost:3939/cb'],
      /^--forward-to is where listen receives: give the port of your app$/
    ],
    ...[
      ['5000', 'http://[::1]:5000/'],
      ['5000', 'http://0.0.0.0:5000/'],
      ['5000', 'http://[::]:5000/'],
      ['5000', 'http://[::ffff:127.0.0.1]:5000/'],
      ['5000', 'http://localhost.:5000/'],
      ['80', 'http://localhost/'],
      ['443', 'https://127.1/'],
      ['5000', 'http://192.0.2.1:5000/', '--host', '192.0.2.1'],
      ['5000', 'http://[2001:DB8::1]:5000/', '--host', '2001:DB8::1']
    ].map(([port = '', to = '', ...more]): [Array<string>, RegExp] => [
      [port, ...app, '--forward-to', to, ...more],
      /^--forward-to is where listen receives/
    ]),
    ...['host', 'save', 'load', 'token-file', 'forward-to', 'ui-port'].map((option): [Array<string>, RegExp] => [
      ['0', ...app, `--${option}`, ''],
      new RegExp(`^--${option} is empty$`)
    ]),
    [[...app, '--save', '/'], /^The file \/ cannot be written \(EISDIR\)$/],
    [[...app, '--token', ''], /^--token is empty$/],
    [['--load', 'none'], /^The file none cannot be read \(ENOENT\)$/]
  ])('is refused where it is told %j', async (args, message) => {
    expect(await wrong(args)).toMatch(message)
  })

  it('ends when the requests that are there are answered', async () => {
    const responses: Array<ServerResponse> = []
    const server = await openServer((_request, response) => responses.push(response), { host: local, port: 0 })
    const port = Number(new URL(server.url).port)
    await once(connect(port, local), 'connect')
    const answered = exchange(port, {})
    while (responses.length === 0) await setTimeout(1)
    const closed = server.close(10_000)
    for (const response of responses) response.end('late')
    expect(await answered).toMatchObject({ status: 200, body: 'late' })
    await closed
  })
  it('does not wait for ever', async () => {
    const server = await openServer(() => undefined, { host: local, port: 0 })
    const answered = exchange(Number(new URL(server.url).port), {})
    answered.catch(() => undefined)
    await setTimeout(20)
    await server.close(20)
    await expect(answered).rejects.toThrow()
  })
})
