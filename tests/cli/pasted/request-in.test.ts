import { describe, expect, it } from '@jest/globals'
import { requestIn } from '../../../src/cli/pasted'

const query = 'CallbackCommand=State.StateChange&SdkAppid=1400000000&OptPlatform=Web'
const target = `/cb?${query}`
const packet = '{"CallbackCommand":"State.StateChange","Info":{"To_Account":"é"}}'

const request = (text: string) => {
  const found = requestIn(text)?.request
  return found && { ...found, body: found.body instanceof Uint8Array ? String(found.body) : found.body }
}

/** What of a request is in a text, and where. */
type Case = readonly [where: string, text: string, found: { method?: string | undefined; url?: string; body?: unknown }]

const post = { method: 'POST', url: target }
const nginxBody = Array.from(Buffer.from(packet), (byte) =>
  byte === 0x22 || byte > 126 ? `\\x${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)
).join('')

const lines: ReadonlyArray<Case> = [
  ['a combined log', `1.2.3.4 - - [26/Nov/2026:01:02:03 +0800] "POST ${target} HTTP/1.1" 200 52 "-" "agent"`, post],
  ['a common log', `1.2.3.4 - - [26/Nov/2026:01:02:03 +0800] "POST ${target} HTTP/1.1" 200 52`, post],
  ['a log that begins with the request line', `"POST ${target} HTTP/1.1" 200 52 "-" "-"`, post],
  ['a log without quotation marks', `POST ${target} HTTP/1.1 200 52`, post],
  ['a log of morgan', `POST ${target} 200 5.300 ms - 52`, post],
  ['a log with a referrer before', `"https://www.example.com/" "POST ${target} HTTP/2.0" 200`, post],
  ['a log of a load balancer', `https 2026 "POST https://a:443${target} HTTP/1.1"`, { url: `https://a:443${target}` }],
  ['a log of IIS', `2026-11-26 01:02:03 10.0.0.1 POST /cb ${query} 443 - 1.2.3.4 200`, { url: `?${query}` }],
  ['a line with the URL amid words', `[info] got POST ${target} from 1.2.3.4`, post],
  ['a line with the URL as a value', `level=info url=https://a${target} ms=3`, { url: `https://a${target}` }],
  ['a line with the URL in quotation marks', `got '${target}' from 1.2.3.4`, { url: target }],
  ['a word before the URL that is not a method', `INFO ${target}`, { method: undefined, url: target }],
  ['a log with decoded spaces', `1.2.3.4 "POST ${target} OS X HTTP/1.1" 200 5`, { url: `${target} OS X` }],
  ['a log with the body', `POST ${target} HTTP/1.1 200 ${packet} 52`, { ...post, body: packet }],
  ['a log of nginx with the body', `"POST ${target} HTTP/1.1" 200 "${nginxBody}"`, { ...post, body: packet }],
  [
    'a log of nginx with the body escaped as JSON',
    `"POST ${target} HTTP/1.1" 200 "${packet.replaceAll('"', '\\"')}"`,
    { ...post, body: packet }
  ],
  [
    'a line with the body and the answer',
    `POST ${target} body=${packet} answer={"ActionStatus":"OK"}`,
    { ...post, body: packet }
  ],
  [
    'a line with braces and quotation marks in the body',
    `POST ${target} {"CallbackCommand":"}","Info":{"a":"{\\"}"}} took {3 ms}`,
    { ...post, body: '{"CallbackCommand":"}","Info":{"a":"{\\"}"}}' }
  ],
  ['a line with the URL and the body', `POST ${target} ${packet}`, { ...post, body: packet }],
  [
    'a line with a last parameter that is empty, and the body',
    `POST ${target}&Sign= ${packet}`,
    { url: `${target}&Sign=`, body: packet }
  ],
  ['a line with the body as a value', `POST ${target} body=${packet}`, { ...post, body: packet }],
  ['a line with the body after its name', `POST ${target} body: ${packet}`, { ...post, body: packet }],
  ['a line with both after a semicolon', `url=${target}; body=${packet}`, { url: target, body: packet }],
  ['a line with both as values', `url=${target}, body=${packet}`, { url: target, body: packet }],
  [
    'a line with both and quotation marks',
    `url="${target}" body="${packet.replaceAll('"', '\\"')}"`,
    { url: target, body: packet }
  ],
  ['a log with a body that was cut', `POST ${target} HTTP/1.1 200 {"CallbackCommand"} "{"`, { body: undefined }],
  ['a log with braces the wrong way round', `POST ${target} HTTP/1.1 200 } {"CallbackComm`, { body: undefined }],
  ['a log with a body that was cut amid its objects', `POST ${target} HTTP/1.1 200 {"a":{"b":1}`, { body: undefined }],
  ['a log with an escaped body that was cut', `POST ${target} HTTP/1.1 200 "{\\"a\\":\\}"`, { body: undefined }],
  ['a log with the body below', `1.2.3.4 "POST ${target} HTTP/1.1" 200 5\n\n${packet}\n`, { ...post, body: packet }],
  ['a text of JSON', `"got { ${target}"`, { url: target }],
  ['the second line', `Look:\n1.2.3.4 "POST ${target} HTTP/1.1" 200 5`, post]
]

const logged: ReadonlyArray<readonly [string, object]> = [
  ['url and body', { url: target, method: 'POST', body: packet }],
  ['objects in objects', { level: 30, req: { method: 'POST', url: target, body: packet }, res: { statusCode: 200 } }],
  ['names of its own', { httpRequest: { requestMethod: 'POST', requestUrl: target }, request_body: packet }],
  ['a request line', { request: `POST ${target} HTTP/1.1`, status: 200, req_body: packet }],
  [
    'an answer before',
    { response: { body: '{"ActionStatus":"OK"}' }, request: { url: target, method: 'POST', body: packet } }
  ],
  ['an answer with the URL', { res: { url: '/?SdkAppid=2' }, z: { url: target, method: 'POST', payload: packet } }],
  ['a body among others', { body: 'POST', method: 'POST', url: target, rawBody: packet }],
  ['a packet with a name of its own', { method: 'POST', msg: target, event: packet }]
]

const within: ReadonlyArray<Case> = [
  [
    'JSON with a line of text that has both',
    JSON.stringify({ level: 'info', msg: `got POST ${target} ${packet}` }),
    { ...post, body: packet }
  ],
  [
    'JSON with a line of JSON in it, behind a time and among others',
    JSON.stringify({
      tag: '{"a":1}',
      message: 'SdkAppid is checked',
      log: `2026-11-26 ${JSON.stringify({ method: 'POST', url: target, body: packet })}`
    }),
    { ...post, body: packet }
  ],
  [
    'JSON with a line of JSON in it, as containers log',
    JSON.stringify({ log: `${JSON.stringify({ method: 'POST', url: target, body: packet })}\n`, stream: 'stdout' }),
    { ...post, body: packet }
  ]
]

const json = logged.map(([where, value]): Case => [
  `JSON with ${where}`,
  JSON.stringify(value),
  { ...post, body: packet }
])

const parsed: unknown = JSON.parse(packet)
const record = { SdkAppid: '1400000000', CallbackCommand: 'State.StateChange', a: ['1', '2'], b: { toString: 1 } }
const recordQuery = '?SdkAppid=1400000000&CallbackCommand=State.StateChange&a=1&a=2'

const moreJson: ReadonlyArray<Case> = [
  [
    'JSON with the body parsed',
    JSON.stringify({ url: target, method: 'POST', body: parsed }),
    { ...post, body: parsed }
  ],
  [
    'JSON with the packet anywhere',
    JSON.stringify({ url: target, data: { x: parsed } }),
    { url: target, body: parsed }
  ],
  ['JSON with an empty body', JSON.stringify({ url: target, body: '' }), { url: target, body: '' }],
  ['JSON without a body', JSON.stringify({ url: target, status: 200 }), { url: target, body: undefined }],
  [
    'JSON with the query as a record',
    JSON.stringify({ httpMethod: 'POST', path: '/cb', queryStringParameters: record, body: packet }),
    { method: 'POST', url: recordQuery, body: packet }
  ],
  [
    'JSON with the query as a record, and no body',
    JSON.stringify({ httpMethod: 'POST', queryStringParameters: record }),
    { method: 'POST', url: recordQuery, body: undefined }
  ],
  [
    'the event of a gateway',
    JSON.stringify({
      rawQueryString: query,
      requestContext: { http: { method: 'POST' } },
      body: Buffer.from(packet).toString('base64'),
      isBase64Encoded: true
    }),
    { method: 'POST', url: `?${query}`, body: packet }
  ],
  [
    'JSON behind a time',
    `2026-11-26T01:02:03Z stdout F ${JSON.stringify({ url: target, body: packet })}`,
    { body: packet }
  ],
  ['JSON on many lines', JSON.stringify({ url: target, body: packet }, null, 2), { url: target, body: packet }],
  ['a list of JSON', JSON.stringify([{ url: target, body: packet }]), { url: target, body: packet }],
  ['the second line of JSON', `{"msg":"up"}\n${JSON.stringify({ url: target, body: packet })}`, { body: packet }]
]

const url = `https://a${target}`
const curl = { method: 'POST', url, body: packet }

const commands: ReadonlyArray<Case> = [
  ['curl with single quotes', `curl '${url}' -d '${packet}'`, curl],
  ['curl with double quotes', `curl "${url}" -d "${packet.replaceAll('"', '\\"')}"`, curl],
  ['curl with backslashes that stay', `curl "${url}" -d "\\a\\\\"`, { ...curl, body: '\\a\\' }],
  ['curl with quotes in a word', `curl '${url}' -d '{"a":"'"b"'"}'`, { ...curl, body: '{"a":"b"}' }],
  ['curl with a quote in quotes', `curl '${url}' -d '{"a":"it'\\''s"}'`, { ...curl, body: '{"a":"it\'s"}' }],
  [
    'curl with escapes',
    `curl '${url}' --data-raw $'{"a":"\\u00e9\\x21\\'\\n\\r\\t"}'`,
    { ...curl, body: '{"a":"é!\'\n\r\t"}' }
  ],
  ['curl with no quotes', `curl ${url} -d {}`, { ...curl, body: '{}' }],
  ['curl with --data-raw', `curl -X POST ${url} --data-raw '${packet}'`, curl],
  ['curl with --data-binary', `curl ${url} --data-binary '${packet}'`, curl],
  ['curl with --data', `curl --data '${packet}' ${url}`, curl],
  ['curl with --json', `curl --json '${packet}' ${url}`, curl],
  ['curl with -d without a space', `curl ${url} -d'${packet}'`, curl],
  ['curl with short options in one', `curl -sSXPUT ${url} -kd '${packet}'`, { ...curl, method: 'PUT' }],
  ['curl with --request', `curl --request PATCH ${url} -d '${packet}'`, { ...curl, method: 'PATCH' }],
  ['curl with --url', `curl --compressed --url '${url}' -d '${packet}'`, curl],
  [
    'curl with headers',
    `curl -H 'Host: https://b' -A "me" '${url}' --header 'Content-Type: application/json' -d '${packet}'`,
    curl
  ],
  ['curl with line continuations', `curl -X POST \\\n  '${url}' \\\r\n  -H 'A: b' \\\n  -d '${packet}'`, curl],
  ['curl with a line continuation in quotes', `curl "${url}" -d "{\\\n}"`, { ...curl, body: '{}' }],
  ['curl with line breaks in the body', `curl '${url}' -d '{\n}'`, { ...curl, body: '{\n}' }],
  ['curl with a prompt', `$ curl '${url}' -d '${packet}'`, curl],
  ['curl with what it answered', `curl '${url}' -d '${packet}'\n{"ActionStatus":"OK"}`, curl],
  ['curl with a space at its end', `curl '${url}' -d '${packet}' \n{}`, curl],
  ['curl with two bodies', `curl '${url}' -d a=1 -d b=2`, { ...curl, body: 'a=1&b=2' }],
  ['curl with no body', `curl '${url}'`, { ...curl, method: 'GET', body: '' }],
  ['curl with -G', `curl -G '${url}' -d a`, { method: 'GET' }],
  ['curl with -I', `curl -I '${url}'`, { method: 'HEAD' }],
  ['curl with a body in a file', `curl '${url}' -d @packet.json`, { ...curl, body: undefined }],
  ['curl with a body that begins like a file', `curl '${url}' --data-raw @packet`, { ...curl, body: '@packet' }],
  ['curl with an option that nobody knows', `curl --new value '${url}' -d '${packet}'`, curl],
  ['curl with an end amid an option', `curl '${url}' -d`, { ...curl, body: '' }],
  ['curl with an end amid a long option', `curl '${url}' --data`, { ...curl, body: '' }],
  ['curl with another URL', `curl -d '' http://localhost/`, { method: 'POST', url: 'http://localhost/' }],
  ['curl with a URL without its protocol', `curl localhost -d '' -`, { method: 'POST', url: 'localhost' }]
]

describe('a request is found in', () => {
  it.each([...lines, ...json, ...moreJson, ...within, ...commands])('%s', (_where, text, found) => {
    expect(request(text)).toMatchObject(found)
    if ('body' in found) expect(request(text)?.body).toEqual(found.body)
  })

  it.each([
    ['words', 'Nothing came today'],
    ['words about curl', 'curl'],
    ['curl without a URL', 'curl -v'],
    ['JSON without a URL', packet],
    ['a path further below', 'Nothing\n/cb']
  ])('no %s', (_where, text) => {
    expect(requestIn(text)).toBeUndefined()
  })

  it.each([
    ['access logs', `"POST ${target} HTTP/1.1" 200\n"POST ${target} HTTP/1.1" 200`],
    ['JSON', `{"url":"${target}"}\n{"url":"${target}"}`]
  ])('the first line of %s, and that there are more', (_title, text) => {
    expect(requestIn(text)).toMatchObject({ request: { url: target, body: undefined }, hasMore: true })
    expect(requestIn(String(text.split('\n')[0]))).toMatchObject({ hasMore: false })
  })

  it.each([
    ['spaces', ' '],
    ['quotation marks', '"'],
    ['methods', '"POST '],
    ['request lines', '"POST / HTTP/1.1" 200 '],
    ['braces', '{'],
    ['fields', '{"a":'],
    ['backslashes', '\\'],
    ['escapes', '{\\x22'],
    ['options', '-d '],
    ['parameters', 'SdkAppid='],
    ['commas', ','],
    ['line breaks', '\n']
  ])('128 KiB of %s in no time', (_title, part) => {
    const long = part.repeat(131_072 / part.length)
    const started = performance.now()
    for (const text of [long, `/x${long}`, `curl ${long}`, `{"a":"${long}`, `"POST ${target}${long}x`]) requestIn(text)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
