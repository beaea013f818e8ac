/**
 * Plays Tencent against a server that keeps a blocklist and moderates messages, over real HTTP.
 */
import { once } from 'node:events'
import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { styleText } from 'node:util'
import {
  BlocklistAdd,
  BlocklistDelete,
  C2CBeforeSendMsg,
  describeError,
  handleCallbacks,
  on,
  textOf
} from 'tencent-im-callbacks'
import { nodeListener } from 'tencent-im-callbacks/node'

interface Case {
  readonly title: string
  readonly method?: string
  readonly query: string
  readonly contentType?: string
  readonly body: string
  readonly answer: string
}

const ok = '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}'
const fail = (errorInfo: string): string => `{"ActionStatus":"FAIL","ErrorCode":1,"ErrorInfo":"${errorInfo}"}`

const query = (sdkAppId: string, command: string): string =>
  `SdkAppid=${sdkAppId}&CallbackCommand=${command}&contenttype=json&ClientIP=127.0.0.1&OptPlatform=iOS`

const addQuery = query('1400000000', 'Sns.CallbackBlackListAdd')
const documentedPacket = `{
    "CallbackCommand": "Sns.CallbackBlackListAdd",
    "PairList": [
        {
            "From_Account": "id",
            "To_Account": "id1"
        },
        {
            "From_Account": "id",
            "To_Account": "id2"
        },
        {
            "From_Account": "id",
            "To_Account": "id3"
        }
    ]
}`
const packet = (command: string, toAccount: string): string =>
  `{"CallbackCommand":"${command}","PairList":[{"From_Account":"id","To_Account":${toAccount}}]}`

const addPacket = packet('Sns.CallbackBlackListAdd', '"id1"')
const json = 'application/json'

const messageQuery = query('1400000000', 'C2C.CallbackBeforeSendMsg')
const message = (text: string): string =>
  '{"CallbackCommand":"C2C.CallbackBeforeSendMsg","From_Account":"jared","To_Account":"Jonh","MsgSeq":48374,' +
  '"MsgRandom":2837546,"MsgTime":1557481126,"MsgKey":"48374_2837546_1557481126",' +
  `"MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"${text}"}}]}`

export const cases: ReadonlyArray<Case> = [
  {
    title: 'The documented request',
    query: addQuery,
    contentType: json,
    body: documentedPacket,
    answer: ok
  },
  {
    title: 'The same as captured: ASCII order, RequestID, a parameter of the app, no Content-Type',
    query:
      'CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=203.0.113.7&OptPlatform=Android' +
      '&RequestID=7f2c1f0e&SdkAppid=1400000000&appId=42&contenttype=json',
    body: documentedPacket.replaceAll(/\s/g, ''),
    answer: ok
  },
  {
    title: 'A user is taken off the blocklist',
    query: query('1400000000', 'Sns.CallbackBlackListDelete'),
    contentType: json,
    body: packet('Sns.CallbackBlackListDelete', '"id1"'),
    answer: ok
  },
  {
    title: 'A message is about to be sent: allowed',
    query: messageQuery,
    contentType: json,
    body: message('see you at 8'),
    answer: ok
  },
  {
    title: 'A message with a telephone number, which the app replaces',
    query: messageQuery,
    contentType: json,
    body: message('call me at 13800138000'),
    answer:
      '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"",' +
      '"MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"call me at ***"}}]}'
  },
  {
    title: 'A message that the app refuses, with a code of its own',
    query: messageQuery,
    contentType: json,
    body: message('buy my red packet'),
    answer: '{"ActionStatus":"OK","ErrorCode":120001,"ErrorInfo":"no advertising"}'
  },
  {
    title: 'Another callback that is switched on, and that the app does not handle: OK',
    query: query('1400000000', 'State.StateChange'),
    contentType: json,
    body: '{"CallbackCommand":"State.StateChange","Info":{"Action":"Login","To_Account":"jared","Reason":"Register"}}',
    answer: ok
  },
  {
    title: 'Wrong: the SDKAppID of another app',
    query: query('1400000001', 'Sns.CallbackBlackListAdd'),
    contentType: json,
    body: addPacket,
    answer: fail('SdkAppid mismatch: the request is for another app')
  },
  {
    title: 'Wrong: a repeated parameter',
    query: `${addQuery}&SdkAppid=1400000001`,
    contentType: json,
    body: addPacket,
    answer: fail('Invalid URL parameters, 1 issue: SdkAppid is given more than once')
  },
  {
    title: 'Wrong: broken JSON',
    query: addQuery,
    contentType: json,
    body: addPacket.slice(0, -20),
    answer: fail('Malformed body: it is not JSON')
  },
  {
    title: 'Wrong: an account that is a number',
    query: addQuery,
    contentType: json,
    body: packet('Sns.CallbackBlackListAdd', '1'),
    answer: fail('Invalid packet, 1 issue: PairList[0].To_Account must be a non-empty string')
  },
  {
    title: 'Wrong: a GET',
    method: 'GET',
    query: addQuery,
    body: '',
    answer: fail('Method not allowed: callbacks are sent with POST')
  }
]

const styled = (format: 'bold' | 'green' | 'red', shown: string): string =>
  process.stdout.isTTY && process.stdout.hasColors() ? styleText(format, shown) : shown

/** A label beside lines of at most 86 characters. */
const labelled = (label: string, shown: string): string =>
  shown
    .split('\n')
    .flatMap((line) => line.match(/.{1,85}(?:,|(?=[& ])|$)|.{1,86}/g) ?? [])
    .map((line, i) => `   ${(i === 0 ? label : '').padEnd(10)}${line}`)
    .join('\n')

const send = async (port: number, { method = 'POST', query, contentType, body }: Case): Promise<string> => {
  // Not fetch, which would add a Content-Type.
  const headers = contentType === undefined ? {} : { 'Content-Type': contentType }
  const sent = request({ host: '127.0.0.1', port, method, path: `/?${query}`, headers }).end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return `HTTP ${String(response.statusCode)}, ${String(response.headers['content-type'])}\n${await text(response)}`
}

/** Plays the cases against one server. The exit code tells whether every answer was the documented one. */
export const demo = async (played: ReadonlyArray<Case>): Promise<void> => {
  let seen: Array<string> = []
  let logged: Array<string> = []
  const handle = handleCallbacks(
    {
      sdkAppId: 1400000000,
      onProblem: (problem) => {
        if (problem.kind === 'refused') logged.push(describeError(problem.error))
      }
    },
    on(BlocklistAdd, ({ packet }) => {
      for (const pair of packet.PairList) seen.push(`${pair.From_Account} blocked ${pair.To_Account}`)
    }),
    on(BlocklistDelete, ({ packet }) => {
      for (const pair of packet.PairList) seen.push(`${pair.From_Account} unblocked ${pair.To_Account}`)
    }),
    on(C2CBeforeSendMsg, ({ packet }, reply) => {
      const text = textOf(packet.MsgBody)
      seen.push(`${packet.From_Account} to ${packet.To_Account}: ${text}`)
      if (text.includes('red packet')) return reply.refuse('no advertising', 120001)
      if (!/\d{11}/.test(text)) return reply.allow()
      const MsgContent = { Text: text.replaceAll(/\d{11}/g, '***') }
      return reply.replace({ MsgBody: [{ MsgType: 'TIMTextElem', MsgContent }] })
    })
  )
  const listener = nodeListener(handle)
  const server = createServer((request, response) => void listener(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  console.log(`The server of SDKAppID 1400000000 listens on http://127.0.0.1:${String(port)}\n`)

  const play = async (one: Case, i: number): Promise<boolean> => {
    seen = []
    logged = []
    const answer = await send(port, one)
    const expected = `HTTP 200, application/json; charset=utf-8\n${one.answer}`
    const type = one.contentType === undefined ? 'no Content-Type' : `Content-Type: ${one.contentType}`
    console.log(styled('bold', `${String(i + 1)}. ${one.title}`))
    console.log(labelled('sent', `${one.method ?? 'POST'} /?${one.query}\n${type}\n${one.body}`))
    console.log(labelled('app saw', seen.join('\n') || 'nothing'))
    if (logged.length > 0) console.log(labelled('logged', logged.join('\n')))
    console.log(labelled('answered', answer))
    if (answer === expected) console.log(styled('green', labelled('', 'as documented')))
    else console.log(styled('red', labelled('WRONG', `it has to be\n${expected}`)))
    console.log()
    return answer === expected
  }

  let documented = 0
  for (const [i, one] of played.entries()) if (await play(one, i)) documented++
  server.close()
  console.log(`${String(documented)} of ${String(played.length)} answers are as documented`)
  process.exitCode = documented === played.length ? 0 : 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await demo(cases)
