import type * as Library from 'tencent-im-callbacks'
import type { CallbackRequest } from 'tencent-im-callbacks'
import type { fetchHandler as FetchHandler } from 'tencent-im-callbacks/fetch'
import { body, packet, pairs, query } from '../fixtures/blocklist'

/** The example of Tencent's page on callback authentication, and the moment when it was signed. */
const token = 'xxxxyyyy'
const signed = `${query}&RequestTime=1669872112&Sign=17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061`
const now = () => 1_669_872_112_000

const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
const fail = (errorInfo: string) => ({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: errorInfo })

const chinese = { CallbackCommand: packet.CallbackCommand, PairList: [{ From_Account: '用户甲', To_Account: '😀 乙' }] }
const utf8 = (text: string) => new TextEncoder().encode(text)

/** Does what an app does, with the library as the runtime loaded it, and gives the number of results that were right. */
export const work = async (library: typeof Library, fetchHandler: typeof FetchHandler): Promise<number> => {
  const { BlocklistAdd, BlocklistDelete, describeError, okResponse, failResponse, responseTo } = library

  let checks = 0
  const same = (title: string, found: unknown, expected: unknown): void => {
    const [one, other] = [JSON.stringify(found), JSON.stringify(expected)]
    if (one !== other) throw new Error(`${title}: ${one}, not ${other}`)
    checks++
  }

  const parse = library.parseCallback(BlocklistAdd, BlocklistDelete)({ sdkAppId: '1400000000' })
  const authentic = library.parseBlocklistAddCallback({
    sdkAppId: 1400000000,
    authenticate: library.tokenAuthentication({ token: ['another', token], now })
  })
  const outcome = (request: CallbackRequest, by: typeof parse | typeof authentic = parse): unknown => {
    const result = by(request)
    return result._tag === 'Right' ? result.right.packet.PairList : describeError(result.left)
  }

  const url = `/tencent?${query}`
  same('text', outcome({ method: 'POST', url, body }), pairs)
  same('bytes', outcome({ url, body: utf8(body) }), pairs)
  same('an ArrayBuffer', outcome({ url, body: utf8(body).buffer }), pairs)
  same('parsed JSON', outcome({ query: new URLSearchParams(query), body: packet }), pairs)
  same('Chinese ids', outcome({ url, body: utf8(`\ufeff${JSON.stringify(chinese)}`) }), chinese.PairList)
  same('a signature', outcome({ url: `/?${signed}`, body }, authentic), pairs)

  const whole = parse({ query: { ...Object.fromEntries(new URLSearchParams(query)), ClientIP: '2001:db8::1' }, body })
  same('IPv6', whole._tag === 'Right' && whole.right.parameters.ClientIP, '2001:db8::1')
  same('encoded Chinese', outcome({ url: `${url}&%E5%90%8D=%E7%94%A8%E6%88%B7`, body }), pairs)

  const other = query.replace('1400000000', '1400000001')
  const bad: ReadonlyArray<readonly [CallbackRequest, string]> = [
    [{ method: 'GET', url, body }, 'Method not allowed: callbacks are sent with POST'],
    [{ url: '/', body: '' }, 'Invalid URL parameters, 2 issues: SdkAppid is missing; CallbackCommand is missing'],
    [{ url: `/?${other}`, body }, 'SdkAppid mismatch: the request is for another app'],
    [
      { url: url.replace('BlackListAdd', 'FriendAdd'), body },
      'Unhandled command: this endpoint does not handle the CallbackCommand of the URL'
    ],
    [{ url, body: '' }, 'Malformed body: it is empty'],
    [{ url, body: body.slice(1) }, 'Malformed body: it is not JSON'],
    [{ url, body: Uint8Array.of(0x22, 0xff, 0x22) }, 'Malformed body: it is not UTF-8'],
    [{ url, body: new Blob([body]) }, 'Malformed body: it was not read; pass text, bytes or parsed JSON'],
    [{ url: url.replace('ListAdd', 'ListDelete'), body }, 'Command mismatch: URL and packet name different commands'],
    [
      { url, body: body.replace('"id2"', '2') },
      'Invalid packet, 1 issue: PairList[1].To_Account must be a non-empty string'
    ]
  ]
  for (const [request, description] of bad) same(description, outcome(request), description)

  const forged: ReadonlyArray<readonly [string, string]> = [
    [query, 'Authentication failed: Sign or RequestTime is missing'],
    [`${signed}&Sign=0`, 'Authentication failed: Sign or RequestTime is malformed'],
    [signed.replace('1669872112', '1669872000'), 'Authentication failed: RequestTime is too far from the time here'],
    [signed.replace('=17773', '=27773'), 'Authentication failed: the signature does not match']
  ]
  for (const [search, description] of forged) {
    same(description, outcome({ url: `/?${search}`, body }, authentic), description)
  }

  const handle = async (request: Request): Promise<Response> => {
    const { method, url } = request
    return Response.json(responseTo(parse({ method, url, body: await request.arrayBuffer() })))
  }
  const answerTo = async (init: RequestInit): Promise<unknown> => {
    const response = await handle(new Request(`https://app.example${url}`, init))
    return [response.status, await response.json()]
  }
  same('a fetch Request', await answerTo({ method: 'POST', body }), [200, ok])
  same('a broken fetch Request', await answerTo({ method: 'POST', body: '{' }), [
    200,
    fail('Malformed body: it is not JSON')
  ])

  const done: Array<string> = []
  const door = fetchHandler(
    library.handleCallbacks(
      { sdkAppId: 1400000000, onProblem: () => undefined, deadline: 50 },
      library.on(BlocklistAdd, ({ command }) => void done.push(command)),
      library.on(library.C2CBeforeSendMsg, () => new Promise<never>(() => undefined))
    )
  )
  const doorAnswers = async (path: string, init: RequestInit): Promise<unknown> => {
    const response = await door(new Request(`https://app.example${path}`, init))
    return [response.status, await response.json()]
  }
  same('the fetch door', await doorAnswers(url, { method: 'POST', body }), [200, ok])
  same('the fetch door that is sent too much', await doorAnswers(url, { method: 'POST', body: ' '.repeat(2 ** 21) }), [
    200,
    fail('Malformed body: it is too long')
  ])
  same('the fetch door that is asked', await doorAnswers(url, { method: 'GET' }), [
    200,
    fail('Method not allowed: callbacks are sent with POST')
  ])
  const message = {
    CallbackCommand: 'C2C.CallbackBeforeSendMsg',
    From_Account: 'a',
    To_Account: 'b',
    MsgSeq: 1,
    MsgRandom: 2,
    MsgTime: 3,
    MsgBody: []
  }
  const late = url.replace('Sns.CallbackBlackListAdd', message.CallbackCommand)
  same('a decision that comes too late', await doorAnswers(late, { method: 'POST', body: JSON.stringify(message) }), [
    200,
    ok
  ])
  same('what the fetch door has done', done, [packet.CallbackCommand])

  same('okResponse', okResponse(), ok)
  same('failResponse', failResponse('no'), fail('no'))
  return checks
}
