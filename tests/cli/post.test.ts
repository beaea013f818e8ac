import { describe, expect, it } from '@jest/globals'
import { buffer } from 'node:stream/consumers'
import { createPost, type Answered, type Post, type Unanswered } from '../../src/cli/post'
import { withServer, withSocketServer } from '../support/server'

const withPost = async <A>(use: (post: Post) => Promise<A>): Promise<A> => {
  const { post, close } = createPost({ timeout: 10_000, connections: 1 })
  return use(post).finally(close)
}
const post = (to: string, send: Post): Promise<Answered | Unanswered> =>
  send({ url: new URL(to), method: 'POST', headers: { 'X-Mine': '7' }, body: 'body' })

describe('post', () => {
  it('sends these headers and no others, over HTTP/1.1 on a connection that it keeps', async () => {
    const seen: Array<unknown> = []
    const ports = new Set<number | undefined>()
    await withPost((send) =>
      withServer(
        (request, response) => {
          ports.add(request.socket.remotePort)
          void buffer(request).then((body) => {
            seen.push([request.httpVersion, request.method, request.url, request.headers, body.toString()])
            response.end()
          })
        },
        async (url) => {
          const host = new URL(url).host
          for (let i = 0; i < 3; i++) expect(await post(`${url}cb?a=1`, send)).toMatchObject({ status: 200 })
          const headers = { 'x-mine': '7', host, connection: 'keep-alive', 'content-length': '4' }
          expect(seen).toEqual(Array(3).fill(['1.1', 'POST', '/cb?a=1', headers, 'body']))
        }
      )
    )
    expect(ports.size).toBe(1)
  })

  it('sends once more where a kept connection is closed at the moment of its use', async () => {
    let connections = 0
    const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK'
    const answers = await withPost((send) =>
      withSocketServer(
        (socket) => {
          connections++
          socket.write(ok)
          socket.once('data', () => socket.destroy())
        },
        async (url) => [await post(url, send), await post(url, send)]
      )
    )
    expect(answers).toMatchObject([{ status: 200 }, { status: 200 }])
    expect(connections).toBe(2)
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

  // No body is like this: but whatever goes wrong on the way is told, and not thrown.
  it.each([
    [new RangeError('broken'), 'UNKNOWN'],
    [Object.assign(new Error('broken'), { code: 'EBROKEN' }), 'EBROKEN'],
    [null, 'UNKNOWN'],
    ['broken', 'UNKNOWN']
  ])('tells %p', async (thrown, code) => {
    const body = Object.defineProperty(new Uint8Array(1), 'length', {
      get: () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the worst case
        throw thrown
      }
    })
    const sending = { url: new URL('http://127.0.0.1:1/'), method: 'POST', headers: {}, body }
    expect(await withPost((send) => send(sending))).toMatchObject({ _tag: 'Unanswered', code })
  })
})
