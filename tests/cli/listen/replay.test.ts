import { describe, expect, it } from '@jest/globals'
import type { RequestListener } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { BlocklistAdd, describeError, parseCallback, responseTo, tokenAuthentication } from 'tencent-im-callbacks'
import { createReplay } from '../../../src/cli/listen/replay'
import { createStore, limits } from '../../../src/cli/listen/store'
import type { Kept } from '../../../src/listen/api'
import { withServer } from '../../support/server'
import { app, blocking, listening, token } from './harness'

const signed = [...app, '--token', token]

/** A server that checks the signature and its age, and remembers what came. */
const checking = (seen: Array<unknown> = []): RequestListener => {
  const parse = parseCallback(BlocklistAdd)({
    sdkAppId: 1400000000,
    authenticate: tokenAuthentication({ token })
  })
  return (request, response) => {
    void buffer(request).then((body) => {
      const result = parse({ method: request.method, url: request.url, body })
      seen.push(result._tag === 'Left' ? describeError(result.left) : result.right.packet.PairList[0]?.To_Account)
      response.end(JSON.stringify(responseTo(result)))
    })
  }
}

const keptIn = (body: string): Kept => (JSON.parse(body) as { readonly kept: Kept }).kept

describe('a replay', () => {
  it('goes to the app, signed anew, and is kept as a request of its own', async () => {
    const seen: Array<unknown> = []
    let now = 1_700_000_000_000
    await withServer(checking(seen), async (url) => {
      const { stdout } = await listening(
        signed,
        async ({ send, replay, kept }) => {
          await send({ ...blocking('bob', { token, now: () => now, extraParameters: { k: 'a b' } }), path: '/cb' })
          now = Date.now()
          const { status, body } = await replay({ id: 1, to: `${url}other?mine=1` })
          expect(status).toBe(200)
          const [first, second] = await kept()
          expect(first?.verdict.kind).toBe('callback')
          expect(second).toEqual(keptIn(body))
          expect(second).toMatchObject({
            id: 2,
            at: now,
            replayOf: 1,
            verdict: { kind: 'callback', about: 'alice → bob' },
            answer: { status: 200, from: 'app', wrong: [] }
          })
          expect(second?.request.target).toMatch(
            /^\/cb\?CallbackCommand=.*&SdkAppid=1400000000&contenttype=json&k=a\+b&RequestTime=[0-9]+&Sign=\*\*\*$/
          )
          expect(second?.request.headers).toContainEqual(['Host', new URL(url).host])
        },
        { now: () => now }
      )
      expect(stdout).toMatch(/ {2}app answered OK, \d+ ms, replay of 1\n/)
    })
    expect(seen).toEqual(['bob'])
  })

  it('has another body where one is given', async () => {
    const seen: Array<unknown> = []
    await withServer(checking(seen), async (url) => {
      await listening([...signed, '--forward-to', url], async ({ send, replay }) => {
        const sent = blocking('bob', { token })
        await send({ ...sent, headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(sent.body) })
        const { body } = await replay({ id: 1, body: sent.body.replace('bob', '阿珍') })
        expect(keptIn(body)).toMatchObject({
          verdict: { kind: 'callback', about: 'alice → 阿珍' },
          answer: { wrong: [] }
        })
      })
    })
    expect(seen).toEqual(['Malformed body: it is not UTF-8', '阿珍'])
  })

  it('has the same bytes where they are not text', async () => {
    const bodies: Array<Buffer> = []
    const bytes = Buffer.from([0x7b, 0xff, 0x7d])
    await withServer(
      (request, response) => {
        void buffer(request).then((body) => {
          bodies.push(body)
          response.end()
        })
      },
      async (url) => {
        await listening(app, async ({ send, replay }) => {
          await send({ ...blocking('bob'), body: bytes })
          expect(keptIn((await replay({ id: 1, to: url })).body)).toMatchObject({
            request: { target: expect.not.stringContaining('Sign'), body: { encoding: 'base64' } },
            answer: { wrong: ['The answer is empty; answer the JSON of okResponse() or failResponse(errorInfo)'] }
          })
        })
      }
    )
    expect(bodies).toEqual([bytes])
  })

  it('says what came of it where there was no answer', async () => {
    const closed = await withServer(
      () => undefined,
      (url) => Promise.resolve(url)
    )
    const { stdout } = await listening(app, async ({ send, replay }) => {
      await send(blocking('bob'))
      expect(keptIn((await replay({ id: 1, to: closed })).body).answer).toMatchObject({
        status: 0,
        body: '',
        from: 'app',
        wrong: ['The connection was refused; is the server running, and is it this port?']
      })
    })
    expect(stdout).toMatch(/✘ .* no answer, \d+ ms, replay of 1\n {11}The connection was refused/)
  })

  it.each<[string, unknown, string]>([
    ['one that is not kept', { id: 7 }, 'The request is no longer kept'],
    ['no address', { id: 1 }, 'Give the URL of your endpoint: there is no --forward-to'],
    ['no web address', { id: 1, to: 'file:///etc/passwd' }, 'The URL must begin with http:// or https://'],
    ['a password', { id: 1, to: 'http://a:b@127.0.0.1/' }, 'The URL must not hold a user or a password'],
    ['no JSON', '{', 'The request must be JSON with an id'],
    ['no object', [1], 'The request must be JSON with an id'],
    ['no id', {}, 'The request must be JSON with an id'],
    ['a body that is not text', { id: 1, body: {} }, 'The request must be JSON with an id'],
    ['an address that is not text', { id: 1, to: 7 }, 'The request must be JSON with an id']
  ])('is refused with %s', async (_title, asked, error) => {
    await listening(signed, async ({ send, replay, kept }) => {
      await send(blocking('bob', { token }))
      const { status, body } = await replay(asked)
      expect([status, JSON.parse(body)]).toEqual([400, { error }])
      expect(await kept()).toHaveLength(1)
    })
  })
  it('is refused where the request was signed, and there is no token', async () => {
    await listening(app, async ({ send, replay }) => {
      await send(blocking('bob', { token }))
      expect(JSON.parse((await replay({ id: 1, to: 'http://127.0.0.1:9/' })).body)).toEqual({
        error: 'The request was signed, and cannot be signed anew without --token'
      })
    })
  })
  it('is refused where only the beginning of the body was kept, unless there is another', async () => {
    await withServer(checking(), async (url) => {
      await listening([...app, '--forward-to', url], async ({ send, replay }) => {
        await send({ ...blocking('bob'), body: 'a'.repeat(1024 * 1024 + 1) })
        expect(JSON.parse((await replay({ id: 1 })).body)).toEqual({
          error: 'Only the beginning of the body was kept: give another body'
        })
        expect(await replay({ id: 1, body: '{}' })).toMatchObject({ status: 200 })
      })
    })
  })
  it('is refused where what is asked for is too long', async () => {
    await listening(app, async ({ replay }) => {
      expect(JSON.parse((await replay('a'.repeat(17 * 1024 * 1024))).body)).toEqual({
        error: 'The request is too long'
      })
    })
  })
  it('is refused where what is asked for is not text', async () => {
    await listening(app, async ({ replay }) => {
      expect(JSON.parse((await replay(Buffer.from([0xff]))).body)).toEqual({
        error: 'The request must be JSON with an id'
      })
    })
  })
  it('does not take a mistake of ours for one of the page', async () => {
    const store = createStore(limits)
    store.put({
      id: 1,
      at: 0,
      request: {
        method: 'POST',
        target: '/',
        headers: [],
        body: { text: '', encoding: 'utf-8', bytes: 0, isCut: false }
      },
      verdict: { kind: 'unknown', command: 'A' }
    })
    const replay = createReplay({
      store,
      receiver: { replay: () => Promise.reject(new Error('ours')) },
      token: undefined,
      now: Date.now,
      forwardTo: new URL('http://127.0.0.1:9/'),
      appAt: () => {
        throw new Error('ours')
      }
    })
    await expect(replay('{"id":1}')).rejects.toThrow('ours')
  })
})
