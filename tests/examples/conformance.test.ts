import { describe, expect, it } from '@jest/globals'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { CallbackError } from 'tencent-im-callbacks'
import { add, body, del, packet, pairs, parameters, query } from '../fixtures/blocklist'
import {
  examplesCalled,
  examplesOverHttp,
  fail,
  notHandled,
  ok,
  running,
  sign,
  type Blocklist
} from '../support/examples'
import type { Sent } from '../support/exchange'

const mebibyte = 1024 * 1024

interface Accepted {
  readonly title: string
  readonly sent?: Sent
  readonly sees?: { readonly [K in keyof Blocklist]?: unknown }
}

const typed = (contentType: string): Accepted => ({
  title: `the Content-Type ${contentType}`,
  sent: { headers: { 'Content-Type': contentType } }
})

const pair = (From_Account: string, To_Account: string) => ({ From_Account, To_Account })
const foreign = [pair('张三', '🙈'), pair('@TLS#NOT_FOUND', ' a b '), pair('constructor', '__proto__')]
const thousand = Array.from({ length: 1000 }, (_, i) => pair('f'.repeat(32), String(i).padStart(32, '0')))
const escaped = 'SdkAppid=%31400000000&CallbackCommand=Sns%2ECallbackBlackListAdd&ClientIP=%3a%3A1&OptPlatform=a+b'

const accepted: ReadonlyArray<Accepted> = [
  { title: 'the documented request', sent: { body: JSON.stringify(packet, undefined, 4) } },
  {
    title: 'parameters as captured: in ASCII order, with one of the app and a RequestID',
    sent: {
      query:
        `CallbackCommand=${add}&ClientIP=203.0.113.7&OptPlatform=Android` +
        '&RequestID=7f2c1f0e&SdkAppid=1400000000&appId=42&contenttype=json'
    },
    sees: {
      parameters: { ...parameters, ClientIP: '203.0.113.7', OptPlatform: 'Android' },
      requestId: '7f2c1f0e'
    }
  },
  { title: 'no Content-Type' },
  typed('application/json'),
  typed('application/json; charset=utf-8'),
  typed('application/json; charset=gbk'),
  typed('text/plain'),
  typed('application/x-www-form-urlencoded'),
  typed('multipart/form-data'),
  typed('application/octet-stream'),
  typed('json'),
  typed(';'),
  {
    title: 'Chinese, emoji, spaces and names of properties as ids',
    sent: { body: JSON.stringify({ CallbackCommand: add, PairList: foreign }) },
    sees: { packet: { CallbackCommand: add, PairList: foreign } }
  },
  {
    title: 'a thousand pairs of long ids, printed with indentation',
    sent: { body: JSON.stringify({ CallbackCommand: add, PairList: thousand }, undefined, 4) },
    sees: { packet: { CallbackCommand: add, PairList: thousand } }
  },
  {
    title: 'a user taken off the blocklist',
    sent: { query: query.replace(add, del), body: JSON.stringify({ CallbackCommand: del, PairList: pairs }) },
    sees: {
      command: del,
      parameters: { ...parameters, CallbackCommand: del },
      packet: { CallbackCommand: del, PairList: pairs }
    }
  },
  {
    title: 'no pairs, and a field that is new',
    sent: { body: `{"CallbackCommand":"${add}","PairList":[],"EventTime":1}` },
    sees: { packet: { CallbackCommand: add, PairList: [], EventTime: 1 } }
  },
  {
    title: 'percent-encoded parameters',
    sent: { query: escaped },
    sees: {
      parameters: { SdkAppid: 1400000000, CallbackCommand: add, ClientIP: '::1', OptPlatform: 'a b' }
    }
  },
  { title: 'names of properties as parameters', sent: { query: `${query}&constructor=1&__proto__=2&a[b]=c` } },
  { title: 'a signature', sent: { query: `${query}&${sign}&RequestTime=1669872112` } },
  { title: 'a byte order mark', sent: { body: `\ufeff${body}` } },
  { title: 'a body of 1 MiB', sent: { body: body.padEnd(mebibyte) } },
  { title: 'a body in chunks, without its length', sent: { headers: { 'Transfer-Encoding': 'chunked' } } },
  { title: 'another path', sent: { path: '/tencent/im/' } },
  { title: 'a long path', sent: { path: `/${'a'.repeat(300)}/%E5%BC%A0` } }
]

interface Ignored {
  readonly title: string
  readonly command: string
  readonly body: string | Buffer
}

const beforeSend = 'C2C.CallbackBeforeSendMsg'
const message = JSON.stringify({
  CallbackCommand: beforeSend,
  From_Account: 'jared',
  To_Account: 'Jonh',
  MsgSeq: 48374,
  MsgRandom: 2837546,
  MsgTime: 1557481126,
  MsgKey: '48374_2837546_1557481126',
  OnlineOnlyFlag: 1,
  MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'red packet' } }],
  CloudCustomData: 'your cloud custom data'
})

// They come to the same URL as soon as they are switched on.
const ignored: ReadonlyArray<Ignored> = [
  {
    title: 'that comes after its event',
    command: 'State.StateChange',
    body: JSON.stringify({
      CallbackCommand: 'State.StateChange',
      EventTime: 1629883332497,
      Info: { Action: 'Login', To_Account: 'testuser316', Reason: 'Register' }
    })
  },
  { title: 'that comes before its event, which a FAIL could stop', command: beforeSend, body: message },
  { title: 'that Tencent adds one day', command: 'Sns.CallbackNew', body: Buffer.from([0xff]) }
]

interface Refused {
  readonly title: string
  readonly sent: Sent
  readonly error: string
}

const missing = 'Invalid URL parameters, 2 issues: SdkAppid is missing, expected SdkAppId; CallbackCommand is missing, '
const notAllowed = 'Method not allowed: callbacks are sent with POST'

// By tag, so that no kind of error is forgotten.
const refusals: Readonly<Record<Exclude<CallbackError['_tag'], 'UnexpectedCommand'>, ReadonlyArray<Refused>>> = {
  MethodNotAllowed: ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'].map((method) => ({
    title: `the method ${method}`,
    sent: method === 'GET' ? { method, body: '' } : { method },
    error: notAllowed
  })),
  InvalidParameters: [
    { title: 'the URL check of the console', sent: { query: '', body: '' }, error: `${missing}expected a command` },
    {
      title: 'a repeated parameter',
      sent: { query: `${query}&SdkAppid=1400000001` },
      error: 'Invalid URL parameters, 1 issue: SdkAppid is given more than once, expected SdkAppId'
    },
    {
      title: 'parameters that are malformed and empty',
      sent: { query: 'SdkAppid=01400000000&CallbackCommand=&contenttype=xml' },
      error:
        'Invalid URL parameters, 3 issues: SdkAppid is malformed, expected SdkAppId; ' +
        'CallbackCommand is empty, expected a command; contenttype is malformed, expected json'
    }
  ],
  SdkAppIdMismatch: [
    {
      title: 'a request for another app',
      sent: { query: query.replace('1400000000', '1400000001') },
      error: 'SdkAppid mismatch: the request is for another app'
    },
    {
      title: 'another command for another app',
      sent: { query: query.replace('1400000000', '1400000001').replace(add, beforeSend), body: message },
      error: 'SdkAppid mismatch: the request is for another app'
    }
  ],
  AuthenticationFailed: [
    {
      title: 'a wrong signature',
      sent: { query: `${query}&Sign=0&RequestTime=1669872112` },
      error: 'Authentication failed: the signature does not match'
    },
    {
      title: 'a signature that is too old',
      sent: { query: `${query}&${sign}&RequestTime=1669872000` },
      error: 'Authentication failed: RequestTime is too far from the time here'
    },
    {
      title: 'another command with a wrong signature',
      sent: { query: `${query.replace(add, beforeSend)}&Sign=0&RequestTime=1669872112`, body: message },
      error: 'Authentication failed: the signature does not match'
    }
  ],
  MalformedBody: [
    { title: 'an empty body', sent: { body: '' }, error: 'Malformed body: it is empty' },
    {
      title: 'an empty body with a Content-Type',
      sent: { body: '', headers: { 'Content-Type': 'application/json' } },
      error: 'Malformed body: it is empty'
    },
    {
      title: 'broken JSON',
      sent: { body: body.slice(0, -1), headers: { 'Content-Type': 'application/json' } },
      error: 'Malformed body: it is not JSON'
    },
    {
      title: 'a body that is not UTF-8',
      sent: { body: Buffer.from(body.replace('id1', 'ÿ'), 'latin1') },
      error: 'Malformed body: it is not UTF-8'
    }
  ],
  CommandMismatch: [
    {
      title: 'a packet of another command',
      sent: { query: query.replace(add, del) },
      error: 'Command mismatch: the CallbackCommand in the URL is not that of the packet'
    },
    {
      title: 'a packet of another command that is not handled',
      sent: { body: message },
      error: 'Command mismatch: the CallbackCommand in the URL is not that of the packet'
    }
  ],
  InvalidPacket: [
    {
      title: 'an account that is a number',
      sent: { body: body.replace('"id2"', '2') },
      error: 'Invalid packet, 1 issue: PairList[1].To_Account is malformed, expected UserId'
    }
  ]
}

const bug = new Error('The database is down')
const failures: ReadonlyArray<readonly [title: string, problem: unknown, work: () => unknown]> = [
  [
    'throws',
    bug,
    () => {
      throw bug
    }
  ],
  ['rejects', bug, () => Promise.reject(bug)],
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- apps do it
  ['rejects with a text', 'down', () => Promise.reject('down')],
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- apps do it
  ['rejects with nothing', undefined, () => Promise.reject()]
]

describe.each([...examplesOverHttp, ...examplesCalled])('%s', (name, create) => {
  const app = running(create)

  it.each(accepted)('hands over $title, and answers OK', async ({ sent, sees }) => {
    expect(await app.send(sent)).toBe(ok)
    expect(app.seen).toEqual([{ command: add, parameters, packet, ...sees }])
    expect(app.logged).toEqual([])
  })

  it.each(ignored)('ignores another command $title: OK', async ({ command, body }) => {
    expect(await app.send({ query: query.replace(add, command), body })).toBe(ok)
    expect(app.seen).toEqual([])
    expect(app.logged).toEqual([])
  })

  it.each(
    Object.values(refusals)
      .flat()
      // What this gateway makes of a repeated parameter is not documented.
      .filter(({ title }) => !(name.endsWith('SCF') && title === 'a repeated parameter'))
  )('answers FAIL to $title', async ({ sent, error }) => {
    expect(await app.send(sent)).toBe(fail(error))
    expect(app.seen).toEqual([])
    expect(app.logged).toEqual([error])
  })

  it.each([
    ['1 MiB and a byte', { body: body.padEnd(mebibyte + 1) }],
    ['8 MiB', { body: body.padEnd(8 * mebibyte) }],
    ['4 MiB in chunks', { body: body.padEnd(4 * mebibyte), headers: { 'Transfer-Encoding': 'chunked' } }]
  ])('answers FAIL to a body of %s', async (_title, sent) => {
    expect(await app.send(sent)).toBe(notHandled)
    expect(app.seen).toEqual([])
    expect(app.logged).toEqual([expect.any(Error)])
  })

  it.each(failures)('answers FAIL where the work of the app %s', async (_title, problem, failing) => {
    app.work = failing
    expect(await app.send()).toBe(notHandled)
    expect(app.logged).toEqual([problem])
  })

  it('answers after the work of the app', async () => {
    let isDone = false
    app.work = async () => {
      await setTimeout(20)
      isDone = true
    }
    expect(await app.send()).toBe(ok)
    expect(isDone).toBe(true)
  })

  it('answers 200 JSON to a path and a Content-Encoding that make no sense', async () => {
    expect([ok, notHandled]).toContain(await app.send({ path: '/%ff' }))
    expect([ok, notHandled]).toContain(await app.send({ headers: { 'Content-Encoding': 'nonsense' } }))
    expect([notHandled, fail('Malformed body: it is not UTF-8')]).toContain(
      await app.send({ body: gzipSync(body).subarray(0, -9), headers: { 'Content-Encoding': 'gzip' } })
    )
  })

  it('handles 200 requests at once', async () => {
    app.work = () => setTimeout(5)
    const lists = Array.from({ length: 200 }, (_, i) => [pair(String(i), 'id')])
    const answers = await Promise.all(
      lists.map((PairList) => app.send({ body: JSON.stringify({ CallbackCommand: add, PairList }) }))
    )
    expect(answers).toEqual(lists.map(() => ok))
    expect(app.seen).toHaveLength(lists.length)
    expect(new Set(app.seen.map((callback) => callback.packet.PairList[0]?.From_Account)).size).toBe(200)
  })
})
