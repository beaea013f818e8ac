import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { BlocklistAdd, BlocklistDelete, parseCallback, tokenAuthentication } from 'tencent-im-callbacks'
import { createServer } from '../../examples/blocklist-mirror/server'
import type { Store } from '../../examples/blocklist-mirror/store'
import { deadline } from '../../examples/shared/in-time'
import { app as sdkAppIdOption, cli } from '../cli/harness'
import { add, body, del, pairs, query } from '../fixtures/blocklist'
import { clientOf, fail, ok } from '../support/blocklist-mirror'

const never = new Promise<never>(() => undefined)
const forgetful: Store = {
  add: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  blockedBy: () => Promise.resolve([]),
  isBlocked: () => Promise.resolve(false)
}

describe('the server of the blocklist mirror', () => {
  let store: Store
  let log: string
  let app: ReturnType<typeof createServer>
  let origin: string
  let client: ReturnType<typeof clientOf>

  const listen = async (config: Parameters<ReturnType<typeof parseCallback>>[0]) => {
    const stream = { write: (line: string) => (log += line) }
    const late: Store = {
      add: (pairs) => store.add(pairs),
      remove: (pairs) => store.remove(pairs),
      blockedBy: (from) => store.blockedBy(from),
      isBlocked: (from, to) => store.isBlocked(from, to)
    }
    app = createServer(parseCallback(BlocklistAdd, BlocklistDelete)(config), late, { level: 'warn', stream })
    origin = await app.listen({ host: '127.0.0.1', port: 0 })
    client = clientOf(origin)
  }

  beforeEach(async () => {
    store = forgetful
    log = ''
    await listen({ sdkAppId: 1400000000 })
  })
  afterEach(async () => {
    await app.close()
  })

  it('is an endpoint in which the checker finds nothing wrong', async () => {
    const { code, stdout } = await cli(['check', `${origin}/tencent`, ...sdkAppIdOption])
    expect(stdout.split('\n').filter((line) => line.startsWith('✘'))).toEqual([])
    expect(code).toBe(0)
  })

  it('answers OK only after the store has committed', async () => {
    const steps: Array<string> = []
    let commit = (): void => undefined
    const committed = new Promise<void>((resolve) => (commit = resolve))
    const isAsked = new Promise<void>((resolve) => {
      store = {
        ...forgetful,
        add: (given) => {
          expect(given).toEqual(pairs)
          resolve()
          return committed
        }
      }
    })
    const answered = client.post(query, body).then((answer) => {
      steps.push('answered')
      return answer
    })
    await isAsked
    // A whole request goes there and back meanwhile.
    expect(await client.blockedBy('id')).toEqual([])
    steps.push('committed')
    commit()
    expect(await answered).toEqual(ok)
    expect(steps).toEqual(['committed', 'answered'])
  })

  it('answers before Tencent stops waiting if the store does not, logs the packet, and goes on', async () => {
    expect(deadline).toBeLessThan(2000)
    store = { add: () => never, remove: () => never, blockedBy: () => never, isBlocked: () => never }
    const late = [503, { error: 'The store did not answer' }]
    const notStored = fail('The callback was not stored')
    expect(
      await Promise.all([
        client.add(['a', '1']),
        client.remove(['a', '2']),
        client.get('/users/a/blocked'),
        client.get('/blocked?from=a&to=b')
      ])
    ).toEqual([notStored, notStored, late, late])
    expect(log).toContain('The store did not answer in time')
    const logged = log
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly body?: string })
    const packets = logged.flatMap(({ body }) => (body === undefined ? [] : [JSON.parse(body) as unknown]))
    expect(packets).toEqual([
      { CallbackCommand: add, PairList: [{ From_Account: 'a', To_Account: '1' }] },
      { CallbackCommand: del, PairList: [{ From_Account: 'a', To_Account: '2' }] }
    ])
    store = forgetful
    expect(await client.add(['a', '1'])).toEqual(ok)
  })

  it('logs the whole packet that was not stored, however deeply it is nested', async () => {
    store = { ...forgetful, add: () => Promise.reject(new Error('The disk is full')) }
    const deep = body.replace('{', `{"New":${'['.repeat(50_000)}1${']'.repeat(50_000)},`)
    expect(await client.post(query, deep)).toEqual(fail('The callback was not stored'))
    expect(JSON.parse(log)).toMatchObject({ err: { message: 'The disk is full' }, body: deep })
  })

  it.each(['application/json', 'json', 'text/plain; charset=utf-8', ';;', 'a/b/c', 'multipart/form-data'])(
    'reads a body of the Content-Type %j',
    async (type) => {
      expect(await client.post(query, body, type)).toEqual(ok)
    }
  )

  it('reads a body without Content-Type', async () => {
    const sent = request(`${origin}/tencent?${query}`, { method: 'POST' }).end(body)
    const [response] = (await once(sent, 'response')) as [Parameters<typeof text>[0]]
    expect(JSON.parse(await text(response))).toEqual(ok)
  })

  it.each([
    [
      'for another app',
      query.replace('1400000000', '1400000001'),
      body,
      'SdkAppid mismatch: the request is for another app'
    ],
    ['without parameters', '', body, undefined],
    ['that is no JSON', query, '{', 'Malformed body: it is not JSON'],
    ['that is empty', query, '', 'Malformed body: it was not read; pass text, bytes or parsed JSON'],
    ['longer than 1 MiB', query, body.padEnd(1024 * 1024 + 1), 'The request could not be read']
  ])(
    'answers FAIL with HTTP 200 to a request %s, and does not touch the store',
    async (_title, url, text, errorInfo) => {
      store = {
        ...forgetful,
        add: () => {
          throw new Error('touched')
        }
      }
      const answer = await client.post(url, text)
      expect(answer).toMatchObject(errorInfo === undefined ? { ActionStatus: 'FAIL' } : fail(errorInfo))
      expect(log).not.toContain('touched')
      expect(log).not.toBe('')
    }
  )

  it('answers OK to other callbacks that come to the same URL, and logs nothing', async () => {
    const other = query.replace('Sns.CallbackBlackListAdd', 'C2C.CallbackBeforeSendMsg')
    expect(await client.post(other, '{}')).toEqual(ok)
    expect(log).toBe('')
  })

  it('asks for Sign where there is a token', async () => {
    await app.close()
    await listen({
      sdkAppId: 1400000000,
      authenticate: tokenAuthentication({ token: 'xxxxyyyy', now: () => 1669872112000 })
    })
    const sign = 'Sign=17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061&RequestTime=1669872112'
    expect(await client.post(`${query}&${sign}`, body)).toEqual(ok)
    expect(await client.post(query, body)).toMatchObject({ ActionStatus: 'FAIL' })
    expect(await client.post(`${query}&${sign.replace('Sign=1', 'Sign=2')}`, body)).toMatchObject({
      ActionStatus: 'FAIL'
    })
  })

  it.each([
    '/blocked',
    '/blocked?from=a',
    '/blocked?from=a&to=',
    '/blocked?from=a&from=b&to=c',
    '/blocked?from=%ff&to=a',
    '/blocked?from=%zz&to=a',
    '/blocked?from=%00&to=a',
    '/users/%ff/blocked',
    '/users/%/blocked',
    '/users/a%00/blocked',
    '/users//blocked'
  ])('refuses the read %s', async (path) => {
    const [status, answer] = await client.get(path)
    expect([status, Object.keys(answer as object)]).toEqual([400, expect.arrayContaining(['error'])])
  })

  it('finishes the requests in flight when it closes, and takes what still comes on their connections', async () => {
    let commit = (): void => undefined
    const committed = new Promise<void>((resolve) => (commit = resolve))
    const isAsked = new Promise<void>((resolve) => {
      store = {
        ...forgetful,
        add: () => {
          resolve()
          return committed
        }
      }
    })
    const answered = client.post(query, body)
    await isAsked
    const closed = app.close()
    commit()
    expect(await answered).toEqual(ok)
    await closed
    await expect(fetch(origin)).rejects.toThrow('fetch failed')
  })
})
