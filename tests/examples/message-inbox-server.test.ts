import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  C2CAfterSendMsg,
  C2CBeforeSendMsg,
  GroupAfterRecallMsg,
  GroupBeforeSendMsg,
  StateChange
} from 'tencent-im-callbacks'
import { callbackRequest, exampleRequest, type SentRequest } from 'tencent-im-callbacks/testing'
import type { Archive } from '../../examples/message-inbox/archive'
import type { Inbox } from '../../examples/message-inbox/inbox'
import { createMetrics } from '../../examples/message-inbox/metrics'
import { readWords } from '../../examples/message-inbox/moderation'
import { createReceiver } from '../../examples/message-inbox/receiver'
import { createInboxServer } from '../../examples/message-inbox/server'
import { cli, app as sdkAppIdOption } from '../cli/harness'

const never = new Promise<never>(() => undefined)
const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
const fail = { ActionStatus: 'FAIL', ErrorCode: 1 }
const settings = { sdkAppId: '1400000000', token: undefined, undecided: 'allow', deadline: 1500 } as const

describe('the server of the message inbox', () => {
  let put: Inbox['put']
  let lag: Inbox['lag']
  let archive: Archive
  let server: Server
  let origin: string
  let log: string

  const listen = async (given: Partial<Parameters<typeof createReceiver>[0]> = {}) => {
    const metrics = createMetrics(() => lag())
    const words = readWords('replace damn\nrefuse casino\ndrop followers')
    const receiver = createReceiver({ ...settings, ...given }, words, { put: (packet) => put(packet) }, metrics)
    const reads: Archive = {
      ...archive,
      messages: (...asked) => archive.messages(...asked),
      search: (...asked) => archive.search(...asked)
    }
    server = createInboxServer(receiver, reads, () => lag(), metrics).listen(0, '127.0.0.1')
    await once(server, 'listening')
    origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  }

  beforeEach(async () => {
    put = () => Promise.resolve()
    lag = () => Promise.resolve(0.25)
    archive = {
      apply: () => never,
      messages: (...asked) => Promise.resolve([{ asked }] as never),
      search: (...asked) => Promise.resolve([{ asked }] as never)
    }
    log = ''
    jest.spyOn(console, 'log').mockImplementation((line: string) => {
      log += `${line}\n`
    })
    await listen()
  })
  afterEach(() => {
    jest.restoreAllMocks()
    server.close()
    server.closeAllConnections()
  })

  const send = async ({ query, body }: Pick<SentRequest, 'query' | 'body'>): Promise<unknown> => {
    const response = await fetch(`${origin}/tencent?${query}`, { method: 'POST', body })
    expect(response.status).toBe(200)
    return response.json()
  }
  const get = async (path: string): Promise<readonly [number, unknown]> => {
    const response = await fetch(`${origin}${path}`)
    return [response.status, await response.json()]
  }
  const metric = async (name: string): Promise<string | undefined> =>
    new RegExp(`^inbox_${name} (.*)$`, 'm').exec(await (await fetch(`${origin}/metrics`)).text())?.[1]
  const before = (Text: string) =>
    callbackRequest(GroupBeforeSendMsg, {
      sdkAppId: 1400000000,
      packet: {
        GroupId: 'g',
        Type: 'Public',
        From_Account: 'a',
        Operator_Account: 'a',
        Random: 1,
        MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text } }]
      }
    })

  it.each(['C2C.CallbackAfterSendMsg', 'Group.CallbackBeforeSendMsg'])(
    'is an endpoint in which the checker finds nothing wrong with %s',
    async (command) => {
      const { code, stdout } = await cli(['check', `${origin}/tencent`, ...sdkAppIdOption, '--command', command])
      expect(stdout.split('\n').filter((line) => line.startsWith('✘'))).toEqual([])
      expect(code).toBe(0)
    }
  )

  it('decides about messages before they are sent', async () => {
    expect(await send(before('hello'))).toEqual(ok)
    expect(await send(before('damn it'))).toMatchObject({ MsgBody: [{ MsgContent: { Text: '**** it' } }] })
    expect(await send(before('casino'))).toMatchObject({ ActionStatus: 'OK', ErrorCode: 10100 })
    expect(await send(before('followers'))).toMatchObject({ ActionStatus: 'OK', ErrorCode: 2 })
    expect(await send(exampleRequest(C2CBeforeSendMsg))).toEqual(ok)
    expect(await metric('decided_total{decision="allow"}')).toBe('2')
    expect(await metric('received_total{command="Group.CallbackBeforeSendMsg"}')).toBe('4')
  })

  it('lets the setting decide where a packet cannot be read, and keeps the body in the log', async () => {
    const broken = { ...before('x'), body: '{"CallbackCommand":"Group.CallbackBeforeSendMsg"}' }
    expect(await send(broken)).toEqual(ok)
    expect(JSON.parse(log)).toMatchObject({ message: 'A request was refused', body: broken.body })
    server.close()
    await listen({ undecided: 'refuse' })
    expect(await send(broken)).toMatchObject({ ErrorCode: 1 })
  })

  it('answers OK only after the inbox has stored the packet', async () => {
    const steps: Array<string> = []
    let commit = (): void => undefined
    const committed = new Promise<void>((resolve) => (commit = resolve))
    const isAsked = new Promise<void>((resolve) => {
      put = () => {
        resolve()
        return committed
      }
    })
    const answered = send(exampleRequest(GroupAfterRecallMsg)).then((answer) => {
      steps.push('answered')
      return answer
    })
    await isAsked
    // A whole request goes there and back meanwhile.
    expect(await get('/health')).toEqual([200, { lag: 0.25 }])
    steps.push('committed')
    commit()
    expect(await answered).toEqual(ok)
    expect(steps).toEqual(['committed', 'answered'])
    expect(await metric('stored_total')).toBe('1')
  })

  it('answers FAIL before Tencent stops waiting if the inbox does not answer, and has each packet in the log, whole', async () => {
    put = () => never
    const requests = Array.from({ length: 50 }, (_, i) => {
      const { query, body } = exampleRequest(C2CAfterSendMsg)
      return { query, body: body.replace('red packet', `red \u0085 packet ${String(i)}`) }
    })
    const begin = performance.now()
    const answers = await Promise.all(requests.map(send))
    expect(performance.now() - begin).toBeLessThan(1900)
    for (const answer of answers) expect(answer).toMatchObject(fail)
    const lines = log.trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { body: string }).body).sort()).toEqual(
      requests.map(({ body }) => body).sort()
    )
    expect(lines[0]).toContain(String.raw`\u0085`)
    expect(await metric('lost_total')).toBe('50')
  })

  it('answers FAIL to a packet that is nested too deeply to store, and has it in the log, whole', async () => {
    put = (packet) => {
      JSON.stringify(packet)
      return Promise.resolve()
    }
    const depth = 20_000
    const { query, body } = exampleRequest(C2CAfterSendMsg)
    const deep = body.replace('{', `{"deep":${'['.repeat(depth)}${']'.repeat(depth)},`)
    expect(await send({ query, body: deep })).toMatchObject(fail)
    expect(JSON.parse(log)).toMatchObject({ message: 'A callback was not handled', body: deep })
  })

  it('answers OK to other callbacks, and logs nothing', async () => {
    expect(await send(exampleRequest(StateChange))).toEqual(ok)
    expect(log).toBe('')
  })

  it('refuses what has no signature where there is a token, and does not store it', async () => {
    server.close()
    await listen({ token: 'xxxxyyyy' })
    put = () => {
      throw new Error('stored')
    }
    expect(await send(exampleRequest(C2CAfterSendMsg))).toMatchObject(fail)
    expect(log).not.toContain('stored')
    expect(await metric('refused_total{reason="AuthenticationFailed"}')).toBe('1')
  })

  it('reads what is asked for', async () => {
    const id = encodeURIComponent('group:@TGS#1 /%3A')
    const read = (...asked: ReadonlyArray<unknown>) => [200, [{ asked }]]
    expect(await get(`/conversations/${id}/messages`)).toEqual(read('group:@TGS#1 /%3A', null, 20))
    expect(await get(`/conversations/${id}/messages?before=a%3Ab&limit=5`)).toEqual(read('group:@TGS#1 /%3A', 'a:b', 5))
    expect(await get(`/search?q=${encodeURIComponent('红包')}&limit=100`)).toEqual(read('红包', 100))
  })

  it.each([
    ['/search', 400],
    ['/search?q=', 400],
    ['/search?q=%00', 400],
    ['/search?q=a&limit=0', 400],
    ['/search?q=a&limit=101', 400],
    ['/search?q=a&limit=x', 400],
    ['/conversations/%ff/messages', 400],
    ['/conversations/a%00/messages', 400],
    ['/conversations/a/messages?before=%00', 400],
    ['/conversations/messages', 404],
    ['/', 404],
    ['/tencents', 404]
  ])('refuses the read %s with %d', async (path, status) => {
    expect(await get(path)).toEqual([status, { error: expect.any(String) }])
  })

  it('says when the database does not answer, and has its other figures all the same', async () => {
    archive = { ...archive, messages: () => never }
    lag = () => Promise.reject(new Error('It is away'))
    const notAnswered = [503, { error: 'The store did not answer' }]
    expect(await Promise.all([get('/health'), get('/conversations/a/messages')])).toEqual([notAnswered, notAnswered])
    expect([await metric('lag_seconds'), await metric('late_total')]).toEqual(['Nan', '0'])
  })

  it('takes no callbacks where there is no receiver', async () => {
    const metrics = createMetrics(lag)
    server.close()
    server = createInboxServer(undefined, archive, lag, metrics).listen(0, '127.0.0.1')
    await once(server, 'listening')
    origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
    expect(await get('/tencent')).toEqual([404, { error: 'There is nothing here' }])
  })
})
