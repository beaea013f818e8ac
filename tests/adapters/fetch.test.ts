import { describe, expect, it } from '@jest/globals'
import { build } from 'esbuild'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { okResponse, unreadBody, type CallbackHandler, type UnreadBody } from 'tencent-im-callbacks'
import { exampleRequest } from 'tencent-im-callbacks/testing'
import { BlocklistAdd } from '../../src'
import { fetchHandler } from '../../src/adapters/fetch'

const url = 'https://www.example.com/tencent?a=b'

/** The body that the handler gets of a request. */
const bodyOf = async (request: Request, limit?: number): Promise<unknown> => {
  let seen: unknown
  const handle: CallbackHandler = async ({ body }) => {
    seen = body
    return Promise.resolve(okResponse())
  }
  const response = await fetchHandler(handle, { limit })(request)
  expect(await response.json()).toEqual(okResponse())
  return seen
}

const requestOf = (body: ReadableStream | string | null, headers: Readonly<Record<string, string>> = {}): Request =>
  new Request(url, { method: 'POST', headers, body, duplex: 'half' })

describe('a body that somebody else', () => {
  it('has read is told as that', async () => {
    const request = requestOf('{}')
    await request.text()
    expect(await bodyOf(request)).toEqual(unreadBody('alreadyRead'))
  })
  it('is reading, too', async () => {
    const request = requestOf('{}')
    request.body?.getReader()
    expect(await bodyOf(request)).toEqual(unreadBody('alreadyRead'))
  })
})

it('a request without a body has an empty one', async () => {
  expect(await bodyOf(requestOf(null))).toBe('')
})

describe('a stream', () => {
  it('that fails is told as aborted', async () => {
    const failing = new ReadableStream({
      start: (controller) => {
        controller.enqueue(Buffer.from('{'))
      },
      pull: () => {
        throw new Error('gone')
      }
    })
    expect(await bodyOf(requestOf(failing))).toEqual(unreadBody('aborted'))
  })
  it.each<[string, Readonly<Record<string, string>>, UnreadBody]>([
    ['is too long', {}, unreadBody('tooLong')],
    ['is compressed', { 'Content-Encoding': 'gzip' }, unreadBody('compressed')]
  ])('without end that %s is read up to sixteen times the limit, and given back', async (_, headers, unread) => {
    let read = 0
    let cancelled = false
    const endless = new ReadableStream({
      pull: (controller) => {
        controller.enqueue(Buffer.alloc(100))
        read += 100
      },
      cancel: () => {
        cancelled = true
      }
    })
    expect(await bodyOf(requestOf(endless, headers), 1000)).toEqual(unread)
    expect(read).toBeGreaterThanOrEqual(16_000)
    expect(read).toBeLessThan(17_000)
    expect(cancelled).toBe(true)
  })
  it.each<[string, () => Promise<void>]>([
    ['cannot', async () => Promise.reject(new Error('no'))],
    ['cannot in time', () => new Promise<never>(() => undefined)]
  ])('that %s be given back is answered all the same', async (_, cancel) => {
    const endless = () =>
      new ReadableStream({
        pull: (controller) => {
          controller.enqueue(Buffer.alloc(100))
        },
        cancel
      })
    expect(await bodyOf(requestOf(endless()), 10)).toEqual(unreadBody('tooLong'))
    expect(await bodyOf(requestOf(endless(), { 'Content-Encoding': 'gzip' }))).toEqual(unreadBody('compressed'))
  })
})

it('runs where there is nothing of node', async () => {
  const root = join(__dirname, '../..')
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { BlocklistAdd, handleCallbacks, on } from 'tencent-im-callbacks'
        import { fetchHandler } from './src/adapters/fetch'
        export const POST = fetchHandler(handleCallbacks({ sdkAppId: 1400000000 }, on(BlocklistAdd, () => {})))`,
      resolveDir: root
    },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'bundle',
    alias: { 'tencent-im-callbacks': join(root, 'src/index.ts') },
    tsconfigRaw: '{}'
  })
  const context = createContext({
    Response,
    TextDecoder,
    TextEncoder,
    URLSearchParams,
    performance,
    setTimeout,
    clearTimeout
  })
  runInContext(outputFiles[0]?.text ?? '', context)
  const post = runInContext('bundle.POST', context) as (request: Request) => Promise<Response>
  const { query, body } = exampleRequest(BlocklistAdd)
  const response = await post(new Request(`${url}&${query}`, { method: 'POST', body }))
  expect(await response.json()).toEqual(okResponse())
})
