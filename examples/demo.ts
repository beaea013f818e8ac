/**
 * Plays Tencent against the server of `node-http.ts`, over real HTTP, and judges its answers.
 */
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import { server } from './node-http'

interface Case {
  readonly title: string
  readonly method?: string
  readonly query: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
  readonly expected: unknown
}

interface Answer {
  readonly status: number | undefined
  readonly type: string | undefined
  readonly text: string
}

const json = { 'Content-Type': 'application/json' }
const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
const fail = (ErrorInfo: string) => ({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo })

const query = (sdkAppId: number, command: string): string =>
  `SdkAppid=${String(sdkAppId)}&CallbackCommand=${command}&contenttype=json&ClientIP=127.0.0.1&OptPlatform=iOS`

const packet = (command: string, pairs: ReadonlyArray<unknown>): string =>
  JSON.stringify({ CallbackCommand: command, PairList: pairs }, null, 4)

const add = 'Sns.CallbackBlackListAdd'
const addQuery = query(1400000000, add)
const pairs = ['id1', 'id2', 'id3'].map((To_Account) => ({ From_Account: 'id', To_Account }))
const addPacket = packet(add, pairs)

export const cases: ReadonlyArray<Case> = [
  { title: 'The documented request', query: addQuery, headers: json, body: addPacket, expected: ok },
  {
    title: 'As captured: other order, RequestID, a parameter of the app, no Content-Type',
    query:
      `CallbackCommand=${add}&ClientIP=203.0.113.7&OptPlatform=Android&RequestID=6f1c2d&SdkAppid=1400000000` +
      '&appId=42&contenttype=json',
    body: JSON.stringify(JSON.parse(addPacket)),
    expected: ok
  },
  {
    title: 'A user is taken off the blocklist',
    query: query(1400000000, 'Sns.CallbackBlackListDelete'),
    headers: json,
    body: packet('Sns.CallbackBlackListDelete', pairs.slice(0, 1)),
    expected: ok
  },
  {
    title: 'Wrong: for another app',
    query: query(1400000001, add),
    headers: json,
    body: addPacket,
    expected: fail('SdkAppid mismatch: the request is for another app')
  },
  {
    title: 'Wrong: another command',
    query: query(1400000000, 'State.StateChange'),
    headers: json,
    body: '{ "CallbackCommand": "State.StateChange" }',
    expected: fail('Unexpected command: the CallbackCommand in the URL is not handled here')
  },
  {
    title: 'Wrong: a repeated parameter',
    query: `${addQuery}&SdkAppid=1400000001`,
    headers: json,
    body: addPacket,
    expected: fail('Invalid URL parameters, 1 issue: SdkAppid is given more than once, expected SdkAppId')
  },
  {
    title: 'Wrong: broken JSON',
    query: addQuery,
    headers: json,
    body: addPacket.slice(0, -20),
    expected: fail('Malformed body: it is not JSON')
  },
  {
    title: 'Wrong: an account that is a number',
    query: addQuery,
    headers: json,
    body: packet(add, [{ From_Account: 'id', To_Account: 1 }]),
    expected: fail('Invalid packet, 1 issue: PairList[0].To_Account is malformed, expected UserId')
  },
  {
    title: 'Wrong: a GET',
    method: 'GET',
    query: addQuery,
    body: '',
    expected: fail('Method not allowed: callbacks are sent with POST')
  }
]

const send = (port: number, { method = 'POST', query, headers = {}, body }: Case): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const path = `/?${query}`
    const options = {
      port,
      host: '127.0.0.1',
      method,
      path,
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body) }
    }
    request(options, (response) => {
      const chunks: Array<Buffer> = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode, type: response.headers['content-type'], text })
      })
    })
      .on('error', reject)
      .end(body)
  })

const isDocumented = ({ status, type, text }: Answer, expected: unknown): boolean =>
  status === 200 && type === 'application/json' && isDeepStrictEqual(JSON.parse(text), expected)

const indented = (text: string): string => text.replaceAll('\n', '\n            ')

/** Plays the cases, prints a block for each, and returns how many answers are the documented ones. */
export const play = async (played: ReadonlyArray<Case>): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const log = console.log
  let documented = 0
  try {
    for (const [i, one] of played.entries()) {
      const seen: Array<string> = []
      console.log = (line: string) => seen.push(line)
      const answer = await send(port, one).finally(() => (console.log = log))
      const isRight = isDocumented(answer, one.expected)
      if (isRight) documented++
      log(`${String(i + 1)}. ${one.title}`)
      log(`   sent     ${one.method ?? 'POST'} /?${one.query.replaceAll('&', '\n            &')}`)
      if (one.body !== '') log(`            ${indented(one.body)}`)
      log(`   app saw  ${seen.length > 0 ? indented(seen.join('\n')) : 'nothing'}`)
      log(`   answered ${String(answer.status)} ${answer.text}`)
      log(isRight ? '   as documented\n' : `   NOT as documented, which is 200 ${JSON.stringify(one.expected)}\n`)
    }
  } finally {
    server.close()
  }
  log(`${String(documented)} of ${String(played.length)} answers are as documented`)
  return documented
}

if (process.argv[1]?.endsWith('demo.ts') === true) {
  process.exitCode = (await play(cases)) === cases.length ? 0 : 1
}
