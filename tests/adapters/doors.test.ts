import { describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { request, type IncomingMessage, type RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import {
  BlocklistAdd,
  failResponse,
  handleCallbacks,
  okResponse,
  on,
  unreadBody,
  type CallbackHandler,
  type CallbackRequest,
  type FailResponse,
  type OkResponse
} from 'tencent-im-callbacks'
import { exampleRequest } from 'tencent-im-callbacks/testing'
import { fetchHandler } from '../../src/adapters/fetch'
import { nodeListener } from '../../src/adapters/node'
import type { DoorOptions } from '../../src/adapters/node'
import { withServer } from '../support/server'

interface Sent {
  readonly method?: string
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent one after the other, without a Content-Length. */
  readonly chunks?: ReadonlyArray<string | Uint8Array>
}

interface Received {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

type Door = (handle: CallbackHandler, sent: Sent, options?: DoorOptions) => Promise<Received>

const bytesOf = (chunk: string | Uint8Array): Uint8Array => Buffer.from(chunk)

const overSocket: Door = (handle, { method = 'POST', query = '', headers = {}, chunks = [] }, options) => {
  const listener = nodeListener(handle, options)
  const server: RequestListener = (incoming, response) => {
    void listener(incoming, response)
  }
  return withServer(server, async (url) => {
    const outgoing = request(`${url}?${query}`, { method, headers })
    for (const chunk of chunks) outgoing.write(chunk)
    outgoing.end()
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
    return { status: response.statusCode, headers: response.headers, body: await text(response) }
  })
}

const byRequest: Door = async (handle, { method = 'POST', query = '', headers = {}, chunks }, options) => {
  const body = chunks && ReadableStream.from(chunks.map(bytesOf))
  const init = { method, headers, duplex: 'half', ...(body && { body }) }
  const response = await fetchHandler(
    handle,
    options
  )(new Request(`https://www.example.com/?${query}`, init as RequestInit))
  // A server sends no body in answer to HEAD.
  const received = method === 'HEAD' ? '' : await response.text()
  return { status: response.status, headers: Object.fromEntries(response.headers), body: received }
}

/** What a door gives to the handler. */
const requestThrough = async (door: Door, sent: Sent, options?: DoorOptions): Promise<CallbackRequest | undefined> => {
  let seen: CallbackRequest | undefined
  await door(
    async (request) => {
      seen = request
      return Promise.resolve(failResponse('seen'))
    },
    sent,
    options
  )
  return seen
}

const asText = (body: unknown): unknown => (body instanceof Uint8Array ? Buffer.from(body).toString() : body)

const packet = '{"From_Account":"李雷"}'
const tooLong = unreadBody('tooLong')
const compressed = unreadBody('compressed')
const limit = Buffer.byteLength(packet)
const mebibyte = 1024 * 1024

const bodies: ReadonlyArray<readonly [name: string, sent: Sent, options: DoorOptions | undefined, body: unknown]> = [
  ...[undefined, 'application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '?'].map(
    (type) =>
      [
        `of Content-Type ${String(type)}`,
        { chunks: [packet], headers: type === undefined ? {} : { 'Content-Type': type } },
        undefined,
        packet
      ] as const
  ),
  ['with its length', { chunks: [packet], headers: { 'Content-Length': String(limit) } }, undefined, packet],
  ['in many chunks', { chunks: [...Buffer.from(packet)].map((byte) => Uint8Array.of(byte)) }, undefined, packet],
  ['that is empty', { chunks: [] }, undefined, ''],
  ['of just the limit', { chunks: [packet] }, { limit }, packet],
  ['of just the limit in two chunks', { chunks: ['{', packet.slice(1)] }, { limit }, packet],
  ['of one byte more', { chunks: [packet] }, { limit: limit - 1 }, tooLong],
  ['of one byte more in another chunk', { chunks: [packet, ' '] }, { limit }, tooLong],
  [
    'of one byte more, by its length',
    { chunks: [`${packet} `], headers: { 'Content-Length': String(limit + 1) } },
    { limit },
    tooLong
  ],
  ['of a mebibyte', { chunks: ['x'.repeat(mebibyte)] }, undefined, 'x'.repeat(mebibyte)],
  ['of a mebibyte and one byte', { chunks: ['x'.repeat(mebibyte), 'x'] }, undefined, tooLong],
  ['that is gzip', { chunks: [gzipSync(packet)], headers: { 'Content-Encoding': 'gzip' } }, undefined, compressed],
  [
    'that is br',
    { chunks: [brotliCompressSync(packet)], headers: { 'Content-Encoding': 'br' } },
    undefined,
    compressed
  ],
  [
    'that is deflate',
    { chunks: [deflateSync(packet)], headers: { 'Content-Encoding': 'DEFLATE' } },
    undefined,
    compressed
  ],
  [
    'that is compressed twice',
    { chunks: ['?'], headers: { 'Content-Encoding': 'identity, gzip' } },
    undefined,
    compressed
  ],
  ['that is identity', { chunks: [packet], headers: { 'Content-Encoding': 'Identity' } }, undefined, packet],
  ['that is an empty encoding', { chunks: [packet], headers: { 'Content-Encoding': '' } }, undefined, packet]
]

describe.each([
  ['the node door', overSocket],
  ['the fetch door', byRequest]
])('%s', (_, door) => {
  it.each(bodies)('gives the handler a body %s', async (_name, sent, options, body) => {
    expect(asText((await requestThrough(door, sent, options))?.body)).toEqual(body)
  })

  it.each(['POST', 'GET', 'HEAD', 'PUT', 'DELETE'])(
    'gives the handler the method %s, and the query',
    async (method) => {
      const request = await requestThrough(door, { method, query: 'a=b&a=%20c' })
      expect(request).toMatchObject({ method, url: expect.stringMatching(/\/\?a=b&a=%20c$/) as unknown })
    }
  )

  it.each<[string, OkResponse | FailResponse]>([
    ['OK', okResponse()],
    ['FAIL', failResponse('不行')]
  ])('answers %s as JSON with HTTP 200', async (_name, answer) => {
    const { status, headers, body } = await door(async () => Promise.resolve(answer), { chunks: [packet] })
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(JSON.stringify(answer))),
      'cache-control': 'no-store'
    })
    expect(JSON.parse(body)).toEqual(answer)
  })

  it.each(['GET', 'HEAD'])('answers a %s as well', async (method) => {
    const handle = handleCallbacks(
      { sdkAppId: 1400000000, onProblem: () => undefined },
      on(BlocklistAdd, () => undefined)
    )
    const { status, headers, body } = await door(handle, { method })
    const answer = JSON.stringify(failResponse('Method not allowed: callbacks are sent with POST'))
    expect({ status, length: headers['content-length'], body }).toEqual({
      status: 200,
      length: String(answer.length),
      body: method === 'HEAD' ? '' : answer
    })
  })

  it('takes a callback to its route', async () => {
    const blocked: Array<string> = []
    const handle = handleCallbacks(
      { sdkAppId: 1400000000 },
      on(BlocklistAdd, ({ packet }) => {
        blocked.push(...packet.PairList.map(({ To_Account }) => To_Account))
      })
    )
    const { query, body } = exampleRequest(BlocklistAdd)
    expect(JSON.parse((await door(handle, { query, chunks: [body] })).body)).toMatchObject({ ActionStatus: 'OK' })
    expect(blocked).toEqual(['id1', 'id2', 'id3'])
  })
})

describe.each([
  ['nodeListener', nodeListener],
  ['fetchHandler', fetchHandler]
])('%s', (_, open: (handle: CallbackHandler, options?: DoorOptions) => unknown) => {
  const handle: CallbackHandler = async () => Promise.resolve(failResponse('no'))
  it.each<[string, unknown, unknown, string]>([
    ['no handler', undefined, {}, 'The first argument must be what handleCallbacks returns'],
    ['an unknown option', handle, { maxBytes: 1 }, 'Unknown option "maxBytes". The options are: limit.'],
    ['a limit of 0', handle, { limit: 0 }, 'limit must be a number of bytes, such as 1048576'],
    ['a limit in words', handle, { limit: '1mb' }, 'limit must be a number of bytes, such as 1048576'],
    ['a limit of half a byte', handle, { limit: 0.5 }, 'limit must be a number of bytes, such as 1048576']
  ])('names %s', (_name, given, options, message) => {
    expect(() => open(given as CallbackHandler, options as DoorOptions)).toThrow(new TypeError(message))
  })
})
