import { describe, expect, it } from '@jest/globals'
import express from 'express'
import type { RequestListener } from 'node:http'
import { buffer } from 'node:stream/consumers'
import {
  allCallbacks,
  BlocklistAdd,
  C2CBeforeSendMsg,
  defineCallback,
  failResponse,
  handleCallbacks,
  okResponse,
  on,
  parseBlocklistAddCallback,
  parseCallback,
  PrevFriendAdd,
  record,
  responseTo,
  type Answer,
  type AnyDefinition,
  type Callback,
  type CommandInPacket,
  type UserId
} from '../../src'
import { nodeListener } from '../../src/adapters/node'
import { genuineRequests, hostileRequests } from '../../src/testing'
import { createCallbackServer } from '../../examples/node-http'
import { sdkAppId } from '../fixtures/blocklist'
import { withServer, withSocketServer } from '../support/server'
import { app, cli, connections, right, server } from './harness'

interface Report {
  readonly passed: number
  readonly failed: number
  readonly reported: number
  readonly notSent: number
  readonly results: ReadonlyArray<{ name: string; result: string; reason: string; advice: string }>
}

const report = async (url: string, args: ReadonlyArray<string> = [], timeout = 10_000): Promise<Report> => {
  const { code, stdout, stderr } = await cli(
    ['check', url, ...(args.includes('--sdk-app-id') ? [] : app), '--json', ...args],
    { timeout }
  )
  const parsed = JSON.parse(stdout) as Report
  if (parsed.failed === 0) expect(stderr).toBe('')
  expect(code).toBe(parsed.failed === 0 ? 0 : 1)
  return parsed
}
const failures = ({ results }: Report): ReadonlyArray<string> =>
  results.filter(({ result }) => result === 'failed').map(({ name }) => name)

const options = { sdkAppId, token: 'xxxxyyyy' }
const genuine = genuineRequests(BlocklistAdd, options).map(({ name }) => `accepts ${name}`)
const hostile = (...tags: ReadonlyArray<string>): ReadonlyArray<string> =>
  hostileRequests(BlocklistAdd, options)
    // What a platform may hide is never a failure.
    .filter(({ expected, mayBeHidden }) => tags.includes(expected) && !mayBeHidden)
    .map(({ name }) => `refuses ${name}`)
const last = 'still accepts the documented request'
const first = 'accepts the documented request'
/** What Tencent may send, and the endpoint has to refuse in a way that Tencent understands. */
const refusals = hostile('MalformedBody', 'CommandMismatch', 'InvalidPacket')
/** Every line but the first that wants an answer of the documented form. */
const formal = [...genuine.slice(1), ...refusals, last]
/** All that comes after the first line, where there is no token. */
const afterFirst = genuine.length + hostileRequests(BlocklistAdd, { sdkAppId }).length
/** A server that is right at first, and then answers as the other does. */
const rightAtFirst = (then: RequestListener, token = false): RequestListener => {
  const listeners = [server(right, token)]
  return (request, response) => {
    ;(listeners.pop() ?? then)(request, response)
  }
}
const failing = (errorInfo: string): RequestListener =>
  server((moment) => {
    right({ ...moment, json: responseTo({ _tag: 'Left', left: '' }, () => errorInfo) })
  })

describe('a good endpoint', () => {
  it('passes, and the lines say so', async () => {
    const { code, stdout } = await withServer(server(right), (url) => cli(['check', url, ...app]))
    expect(stdout.replace(/\d+ ms/, 'N ms')).toMatchInlineSnapshot(`
     "✔ accepts the documented request
     ✔ accepts the captured order of parameters
     ✔ accepts parameters that are not documented
     ✔ accepts a platform that is new
     ✔ accepts a request without ClientIP and OptPlatform
     ✔ accepts the same callback again
     ✔ accepts a request without Content-Type
     ✔ accepts a request with Content-Type text/plain
     ✔ accepts a field that is not documented
     ✔ accepts another command
     ✔ accepts a list of 1000 items, beyond 100 KiB
     ✔ refuses a GET
     ✔ refuses the URL check of the console, with neither parameters nor body
     ✔ refuses a request without SdkAppid
     ✔ refuses an empty SdkAppid
     ✔ refuses an SdkAppid with a leading zero
     ✔ refuses an SdkAppid that is not a number
     ✔ refuses a repeated SdkAppid
     ✔ refuses a request without CallbackCommand
     ✔ refuses a repeated CallbackCommand
     ✔ refuses another contenttype than json
     ✔ refuses the SDKAppID of another app
     ✔ refuses an empty body
     ✔ refuses broken JSON
     ✔ refuses a form instead of JSON
     ✔ refuses bytes that are not UTF-8
     ✔ refuses a packet that is null
     ✔ refuses a packet that is a list
     ✔ refuses a packet of another command
     ✔ refuses a packet whose CallbackCommand is a number
     ✔ refuses a packet without CallbackCommand
     ✔ refuses a packet where PairList is missing
     ✔ refuses a packet where PairList is null
     ✔ refuses a packet where PairList is a number
     ✔ refuses a packet where PairList is text
     ✔ refuses a packet where PairList[0] is null
     ✔ refuses a packet where PairList[0] is a number
     ✔ refuses a packet where PairList[0] is text
     ✔ refuses a packet where PairList[0].From_Account is missing
     ✔ refuses a packet where PairList[0].From_Account is null
     ✔ refuses a packet where PairList[0].From_Account is a number
     ✔ refuses a packet where PairList[0].From_Account is empty
     ✔ refuses a packet where PairList[0].To_Account is missing
     ✔ refuses a packet where PairList[0].To_Account is null
     ✔ refuses a packet where PairList[0].To_Account is a number
     ✔ refuses a packet where PairList[0].To_Account is empty
     ✔ still accepts the documented request

     47 passed, 0 failed, 0 for you to decide; the slowest answer took N ms
     "
    `)
    expect(code).toBe(0)
  })
  it('passes with authentication', async () => {
    const { failed, passed, results } = await withServer(server(right, true), (url) =>
      report(url, ['--token', 'xxxxyyyy'])
    )
    expect(failed).toBe(0)
    expect(results.map(({ name }) => name)).toEqual(expect.arrayContaining([...hostile('AuthenticationFailed')]))
    expect(passed).toBe(results.length)
  })
  it('leaves nothing to say about what passed', async () => {
    const { results } = await withServer(server(right), (url) => report(url))
    const milliseconds: unknown = expect.any(Number)
    expect(results[0]).toEqual({
      name: first,
      result: 'passed',
      reason: '',
      advice: '',
      milliseconds,
      isSecondTry: false
    })
  })
  it('may be the example of node:http', async () => {
    const seen: Array<unknown> = []
    const example = createCallbackServer(
      handleCallbacks(
        { sdkAppId, onProblem: () => undefined },
        on(BlocklistAdd, (callback) => {
          seen.push(callback)
        })
      )
    )
    expect(failures(await withServer(example, (url) => report(url)))).toEqual([])
    expect(seen.length).toBe(genuine.length)
  })
  it('passes with another of its commands', async () => {
    const command = ['--command', 'Sns.CallbackBlackListDelete']
    expect(failures(await withServer(server(right), (url) => report(url, command)))).toEqual([])
  })
  it('sees the parameters of its own URL', async () => {
    const seen: Array<string> = []
    const answer: RequestListener = (request, response) => {
      seen.push(request.url ?? '')
      server(right)(request, response)
    }
    await withServer(answer, (url) => report(`${url}cb?appId=7&secret=a%20b#top`))
    expect(seen.filter((url) => !/^\/cb\?.*\bappId=7\b/.test(url) || !/\bsecret=a\+b\b/.test(url))).toEqual([])
  })
  it('may refuse with any status what cannot be from Tencent', async () => {
    const strange = ['MethodNotAllowed', 'InvalidParameters', 'SdkAppIdMismatch', 'AuthenticationFailed']
    const closed = server((moment) => {
      if (moment.error !== undefined && strange.includes(moment.error._tag)) moment.response.writeHead(403).end()
      else right(moment)
    }, true)
    expect(failures(await withServer(closed, (url) => report(url, ['--token', 'xxxxyyyy'])))).toEqual([])
  })
})

const jsonOf = (change: (json: object) => unknown): RequestListener =>
  server(({ response, json }) => response.end(JSON.stringify(change(json))))

describe('an endpoint that is right at first, and wrong in one way', () => {
  it.each<[string, RequestListener, ReadonlyArray<string>]>([
    [
      'answers 400 to what is wrong',
      server((moment) => {
        if (moment.error !== undefined) moment.response.statusCode = 400
        right(moment)
      }),
      ['accepts another command', ...refusals]
    ],
    [
      'answers 201',
      server((moment) => {
        moment.response.statusCode = 201
        right(moment)
      }),
      formal
    ],
    ['answers text', server(({ response }) => response.end('OK')), formal],
    ['leaves ErrorInfo out', jsonOf((json) => ({ ...json, ErrorInfo: undefined })), formal],
    ['answers with a list', jsonOf((json) => [json]), formal],
    [
      'redirects to another host',
      server(({ response }) => response.writeHead(302, { Location: 'http://127.0.0.2:9/' }).end()),
      formal
    ],
    [
      'answers OK to another app',
      server((moment) => {
        right(
          moment.error?._tag === 'SdkAppIdMismatch'
            ? { ...moment, json: responseTo({ _tag: 'Right', right: 0 }) }
            : moment
        )
      }),
      ['refuses the SDKAppID of another app']
    ],
    [
      'answers OK to everything',
      server((moment) => {
        right({ ...moment, json: responseTo({ _tag: 'Right', right: 0 }) })
      }),
      [...hostile('MethodNotAllowed', 'InvalidParameters', 'SdkAppIdMismatch'), ...refusals]
    ],
    [
      'answers FAIL to commands that it does not handle',
      server((moment) => {
        const isOther = moment.error?._tag === 'UnhandledCommand'
        right(isOther ? { ...moment, json: failResponse('Unhandled command') } : moment)
      }),
      ['accepts another command']
    ],
    ['answers FAIL to everything', failing('closed'), [...genuine.slice(1), last]],
    [
      'crashes on an account that is a number',
      server((moment) => {
        if (moment.body.includes('"To_Account":1')) moment.response.destroy()
        else right(moment)
      }),
      ['refuses a packet where PairList[0].To_Account is a number']
    ],
    [
      'refuses a platform that it does not know',
      server((moment) => {
        right(
          moment.request.url?.includes('HarmonyOS') === true
            ? { ...moment, json: responseTo({ _tag: 'Left', left: '' }, () => 'unknown platform') }
            : moment
        )
      }),
      ['accepts a platform that is new']
    ]
  ])('%s fails these lines, and no others', async (_title, listener, expected) => {
    const all = await withServer(rightAtFirst(listener), (url) => report(url))
    expect(failures(all)).toEqual(expected)
    expect(all.notSent).toBe(0)
  })

  it('refuses with HTTP 400 what it should accept, and is told why to accept it', async () => {
    const strict = server((moment) => {
      if (moment.request.url?.includes('HarmonyOS') === true) moment.response.statusCode = 400
      right(moment)
    })
    const all = await withServer(strict, (url) => report(url))
    expect(all.results.filter(({ result }) => result === 'failed')).toMatchObject([
      {
        name: 'accepts a platform that is new',
        reason: 'HTTP 400 counts as a failed callback ({"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""})',
        advice: 'accept any OptPlatform'
      }
    ])
  })

  it('is out of order after a hostile request, and is told where to look', async () => {
    let isBroken = false
    const breaking = server((moment) => {
      isBroken ||= moment.error?._tag === 'MalformedBody'
      right(isBroken ? { ...moment, json: responseTo({ _tag: 'Left', left: '' }, () => 'closed') } : moment)
    })
    const all = await withServer(breaking, (url) => report(url))
    expect(all.results.filter(({ result }) => result === 'failed')).toMatchObject([
      { name: last, reason: 'it was answered FAIL (closed)', advice: 'look into the log of the server' }
    ])
  })

  it('does not check the signature, and fails the lines about it', async () => {
    const all = await withServer(server(right), (url) => report(url, ['--token', 'xxxxyyyy']))
    expect(failures(all)).toEqual(hostile('AuthenticationFailed'))
  })

  it('uses the JSON parser of Express as it comes, and fails where that reads nothing, or answers itself', async () => {
    const parse = parseBlocklistAddCallback({ sdkAppId })
    const route = express()
      .set('env', 'test')
      .post('/', express.json(), (request, response) => {
        response.json(responseTo(parse(request)))
      })
    const all = await withServer(route as RequestListener, (url) => report(url))
    const line = (name: string) => all.results.find((one) => one.name === name)
    expect(line('accepts a list of 1000 items, beyond 100 KiB')).toMatchObject({
      reason: expect.stringContaining('<pre>PayloadTooLargeError: request entity too large<br>'),
      advice: 'let bodies be 1 MiB long, in every body parser that comes before the route'
    })
    expect(line('refuses broken JSON')).toMatchObject({
      reason: expect.stringMatching(/^HTTP 400 counts as a failed callback \(<!DOCTYPE html>\\n.*<pre>SyntaxError: /),
      advice: 'let the route come before other body parsers, and answer 200 with ActionStatus FAIL'
    })
    expect(line('refuses a packet that is null')).toMatchObject({
      advice: 'let the route come before other body parsers, and answer 200 with ActionStatus FAIL'
    })
    expect(line('accepts a request without Content-Type')).toMatchObject({
      reason: 'it was answered FAIL (Malformed body: it was not read; pass text, bytes or parsed JSON)',
      advice: 'read the body whatever its Content-Type'
    })
    expect(failures(all)).toEqual([
      'accepts a request without Content-Type',
      'accepts a request with Content-Type text/plain',
      'accepts a list of 1000 items, beyond 100 KiB',
      'refuses broken JSON',
      'refuses a form instead of JSON',
      'refuses bytes that are not UTF-8',
      'refuses a packet that is null'
    ])
  })
})

describe('a platform that hides repeated parameters', () => {
  /** As function platforms do, whose events have one value for each parameter. */
  const hiding: RequestListener = (request, response) => {
    const { search, searchParams } = new URL(request.url ?? '', 'http://localhost')
    // With the value that came first, since a second SDKAppID is refused as that of another app.
    const query = new Map([...searchParams].reverse())
    request.url = search && `/?${new URLSearchParams([...query]).toString()}`
    server(right, true)(request, response)
  }
  const args = [...app, '--token', 'xxxxyyyy']

  it('is for the person to decide', async () => {
    const { code, stdout } = await withServer(hiding, (url) => cli(['check', url, ...args]))
    expect(stdout.split('\n').slice(-3, -1)).toEqual([
      expect.stringMatching(/^\d+ passed, 0 failed, 3 for you to decide; /),
      '• 3 requests with a repeated parameter were answered OK: harmless if the platform hides repeats, since the value left is checked'
    ])
    expect(stdout).not.toContain('✘')
    expect(code).toBe(0)
  })
  it('is named in JSON', async () => {
    const { stdout } = await withServer(hiding, (url) => cli(['check', url, ...args, '--json']))
    const { results } = JSON.parse(stdout) as Report
    expect(results.find(({ name }) => name === 'refuses a repeated Sign')).toMatchObject({
      result: 'reported',
      reason: 'it was answered OK',
      advice: 'refuse it, unless your platform hides repeats: that is harmless, since the value left is checked'
    })
  })
})

describe('an endpoint that does not accept the documented request', () => {
  const withStatus =
    (status: number, text = ''): RequestListener =>
    (_request, response) =>
      response.writeHead(status).end(text)
  const expressAt = (path: string): RequestListener =>
    express().post(path, (request, response) => {
      response.json(responseTo(parseBlocklistAddCallback({ sdkAppId })(request)))
    }) as RequestListener
  const builders = 'answer the JSON of okResponse() or failResponse(errorInfo)'
  const tokenAdvice = 'is the token that of the server?'
  const noTokenAdvice = 'no token was given: set TENCENT_IM_TOKEN, or give --token-file'
  const appAdvice = 'is the SDKAppID the right one?'
  const csrfAdvice = 'exempt this path from CSRF protection: Tencent has no CSRF token'

  it.each<[rule: string, listener: RequestListener, args: ReadonlyArray<string>, reason: string, advice: string]>([
    [
      'because the token is missing here',
      server(right, true),
      [],
      'it was answered FAIL (Authentication failed: Sign or RequestTime is missing)',
      noTokenAdvice
    ],
    [
      'because the token is another',
      server(right, true),
      ['--token', 'other'],
      'it was answered FAIL (Authentication failed: the signature does not match)',
      tokenAdvice
    ],
    ['but says 401', withStatus(401), [], 'HTTP 401 counts as a failed callback', noTokenAdvice],
    ['but says 401 to a token', withStatus(401), ['--token', 'a'], 'HTTP 401 counts as a failed callback', tokenAdvice],
    [
      'because the SDKAppID is another',
      server(right),
      ['--sdk-app-id', '7'],
      'it was answered FAIL (SdkAppid mismatch: the request is for another app)',
      appAdvice
    ],
    [
      'but says 403',
      withStatus(403),
      [],
      'HTTP 403 counts as a failed callback',
      'is this path exempt from CSRF protection, logins and firewalls? If so, check the SDKAppID'
    ],
    [
      'but says 403 about a CSRF token',
      withStatus(403, 'ForbiddenError: invalid csrf token'),
      [],
      'HTTP 403 counts as a failed callback (ForbiddenError: invalid csrf token)',
      csrfAdvice
    ],
    ['but says 419, as Laravel does', withStatus(419), [], 'HTTP 419 counts as a failed callback', csrfAdvice],
    [
      'but says 422 about a CSRF token, as Rails does',
      withStatus(422, 'InvalidCrossOriginRequest: Cross-site request forgery'),
      [],
      'HTTP 422 counts as a failed callback (InvalidCrossOriginRequest: Cross-site request forgery)',
      csrfAdvice
    ],
    [
      'but says 415',
      withStatus(415),
      [],
      'HTTP 415 counts as a failed callback',
      'let the route come before other body parsers, and read the body whatever its Content-Type'
    ],
    [
      'but says 400',
      withStatus(400, 'Bad Request'),
      [],
      'HTTP 400 counts as a failed callback (Bad Request)',
      'let the route come before other body parsers, and look into the log of the server'
    ],
    [
      'but says 413',
      withStatus(413),
      [],
      'HTTP 413 counts as a failed callback',
      'let bodies be 1 MiB long, in every body parser that comes before the route'
    ],
    [
      'because another parser has read the body',
      (request, response) => {
        request.resume().on('end', () => {
          response.end(
            JSON.stringify(responseTo(parseBlocklistAddCallback({ sdkAppId })({ url: request.url, body: '' })))
          )
        })
      },
      [],
      'it was answered FAIL (Malformed body: it is empty)',
      'let the route come before other body parsers: one has read the body'
    ],
    [
      'but says FAIL',
      failing('HTTP 401, HTTP 404, HTTP 500'),
      [],
      'it was answered FAIL (HTTP 401, HTTP 404, HTTP 500)',
      appAdvice
    ],
    [
      'because the command is another',
      failing('Unhandled command: not here'),
      [],
      'it was answered FAIL (Unhandled command: not here)',
      'is --command one that it handles?'
    ],
    [
      'because nothing reads the body',
      expressAt('/'),
      [],
      'it was answered FAIL (Malformed body: it was not read; pass text, bytes or parsed JSON)',
      'does the server read the body, and nothing before it?'
    ],
    [
      'because something has read the body',
      failing('Malformed body: it was read before; mount the route earlier'),
      [],
      'it was answered FAIL (Malformed body: it was read before; mount the route earlier)',
      'let the route come before other body parsers: one has read the body'
    ],
    [
      'because its own work fails',
      failing('The callback was not handled'),
      [],
      'it was answered FAIL (The callback was not handled)',
      'look into the log of the server'
    ],
    [
      'because its body may not be so long',
      failing('Malformed body: it is too long'),
      [],
      'it was answered FAIL (Malformed body: it is too long)',
      'let bodies be 1 MiB long'
    ],
    [
      'because it is at another path',
      expressAt('/tencent'),
      [],
      'HTTP 404 counts as a failed callback (<!DOCTYPE html>\\n<html lang="en">\\n<head>\\n<meta charset="utf-8">\\n<title>Error</title>\\n</head>\\n<body>\\n<pre>Cannot POST /</pre>\\n</body>\\n</html>\\n)',
      'is it this path, and is it mounted before the server listens?'
    ],
    [
      'because no POST gets there',
      withStatus(405),
      [],
      'HTTP 405 counts as a failed callback',
      'is it this path, and is it mounted before the server listens?'
    ],
    [
      'because it crashes',
      withStatus(500),
      [],
      'HTTP 500 counts as a failed callback',
      'look into the log of the server'
    ],
    [
      'but redirects',
      withStatus(302),
      [],
      'HTTP 302 counts as a failed callback',
      'give Tencent the URL that answers itself, with 200'
    ],
    [
      'but answers text',
      server(({ response }) => response.end('OK')),
      [],
      'HTTP 200, but the answer is not JSON (OK)',
      builders
    ]
  ])('%s fails the first line, and is asked no more', async (_rule, listener, args, reason, advice) => {
    const seen: Array<unknown> = []
    const counting: RequestListener = (request, response) => {
      seen.push(request.method)
      listener(request, response)
    }
    const { results, passed, failed, reported } = await withServer(counting, (url) => report(url, args))
    expect(results).toMatchObject([{ name: first, result: 'failed', reason, advice }])
    expect([passed, failed, reported]).toEqual([0, 1, 0])
    expect(seen).toEqual(['POST'])
  })

  it('says in the summary that all others were not sent', async () => {
    const { stdout } = await withServer(failing('closed'), (url) => cli(['check', url, ...app]))
    expect(stdout.replace(/\d+ ms/, 'N ms')).toBe(
      `✘ accepts the documented request: it was answered FAIL (closed); ${appAdvice}\n` +
        `\n0 passed, 1 failed, 0 for you to decide, ${String(afterFirst)} not sent; the slowest answer took N ms\n`
    )
  })
})

/** Starts an endpoint, and has it used. */
type Lane = (use: (url: string) => Promise<Report>) => Promise<Report>

describe('an endpoint that does not answer', () => {
  const reset = 'The connection was closed before the answer was complete'
  it.each<readonly [string, Lane, string]>([
    ['in time', (use) => withServer(() => undefined, use), 'No complete answer within 0.2 s'],
    [
      'to its end in time',
      (use) => withServer((_request, response) => response.write('{'), use),
      'No complete answer within 0.2 s'
    ],
    [
      'ever to its end',
      (use) =>
        withServer((_request, response) => {
          const more = (error?: Error | null): void => {
            if (!error) response.write('x'.repeat(65_536), more)
          }
          more()
        }, use),
      'The answer is longer than 1 MiB'
    ],
    ['but closes the connection', (use) => withSocketServer((socket) => socket.destroy(), use), reset],
    [
      'but closes the connection amid the answer',
      (use) => withSocketServer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{'), use),
      reset
    ],
    [
      'in proper chunks',
      (use) =>
        withSocketServer((socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'), use),
      'The answer is not HTTP (HPE_INVALID_CHUNK_SIZE)'
    ],
    [
      'in HTTP',
      (use) => withSocketServer((socket) => socket.end('220 mail.example.com ESMTP\r\n'), use),
      'The answer is not HTTP (HPE_INVALID_CONSTANT)'
    ],
    [
      'because nothing listens',
      async (use) =>
        use(
          await withServer(
            () => undefined,
            (url) => Promise.resolve(url)
          )
        ),
      'The connection was refused'
    ]
  ])('%s fails the first line, and is asked no more', async (title, withIt, expected) => {
    const timeout = title.endsWith('in time') ? 200 : 10_000
    const { results, failed, notSent } = await withIt((url) => report(url, [], timeout))
    expect(results).toMatchObject([{ name: first, reason: expected }])
    expect(failed).toBe(1)
    expect(notSent).toBe(afterFirst)
  })
  it('says so in the summary', async () => {
    const closing = (use: (url: string) => Promise<{ stdout: string }>) =>
      withSocketServer((socket) => socket.destroy(), use)
    const { stdout } = await closing((url) => cli(['check', url, ...app]))
    expect(stdout.replace(/\d+ ms/, 'N ms')).toBe(
      '✘ accepts the documented request: The connection was closed before the answer was complete; look for a crash in the log of the server\n' +
        '\n0 passed, 1 failed, 0 for you to decide, 46 not sent; the slowest answer took N ms\n'
    )
  })
})

describe('the slowest answer', () => {
  const args = ['check', 'http://127.0.0.1:9/', ...app]
  it('is told in the summary, and in JSON', async () => {
    const { stdout } = await cli(args, connections(7, 30, 12))
    expect(stdout).toContain('; the slowest answer took 30 ms\n')
    expect(JSON.parse((await cli([...args, '--json'], connections(7, 30, 12))).stdout)).toMatchObject({ slowest: 30 })
  })
  it('was one of those that come one after the other, on one connection that is closed in the end', async () => {
    const { seen, connect } = connections(1)
    await cli(args, { connect })
    expect(seen).toEqual({ opened: 1, answered: 47, most: 1, closed: 1 })
  })
})

describe('on a terminal', () => {
  it('there is progress while a request is on its way, and there are colours', async () => {
    const { stdout } = await withServer(server(right), (url) =>
      cli(['check', url, ...app], { isTerminal: true, hasColors: true })
    )
    const [, progress, line] = stdout.split('\r\x1b[2K')
    expect(progress).toBe('\x1b[2m1 of 47: accepts the documented request\x1b[22m')
    expect(line).toBe('\x1b[32m✔\x1b[39m accepts the documented request\n')
  })
  it('failures are red', async () => {
    const { stdout } = await withServer(
      server(({ response }) => response.end('OK')),
      (url) => cli(['check', url, ...app], { hasColors: true })
    )
    expect(stdout.split('\n')[0]).toBe(
      '\x1b[31m✘\x1b[39m accepts the documented request: HTTP 200, but the answer is not JSON (OK); answer the JSON of okResponse() or failResponse(errorInfo)'
    )
  })
  it('JSON has neither', async () => {
    const { stdout } = await withServer(server(right), (url) =>
      cli(['check', url, ...app, '--json'], { isTerminal: true, hasColors: true })
    )
    expect(stdout).not.toContain('\x1b')
    expect(JSON.parse(stdout)).toMatchObject({ failed: 0 })
  })
})

describe('another packet', () => {
  const files = { packet: '{"CallbackCommand":"State.Other","Info":{"A":1}}', plain: '{"A":1}' }
  /** A server that knows one command that the library does not know. */
  const other = (command: string, commandInPacket?: CommandInPacket): RequestListener => {
    const definition = defineCallback({
      command,
      packet: record('Other', {}),
      ...(commandInPacket && { commandInPacket })
    })
    const parse = parseCallback(definition)({ sdkAppId })
    return (request, response) => {
      void buffer(request).then((body) => {
        response.end(JSON.stringify(responseTo(parse({ method: request.method, url: request.url, body }))))
      })
    }
  }
  it.each<[string, ReadonlyArray<string>, RequestListener]>([
    ['that names its command', ['--packet', 'packet'], other('State.Other')],
    ['of the command that is given', ['--command', 'Push.Other', '--packet', 'plain'], other('Push.Other', 'absent')]
  ])('%s may be of a command that the library does not know', async (_title, args, listener) => {
    const { code, stdout } = await withServer(listener, (url) => cli(['check', url, ...app, ...args], { files }))
    expect(stdout).not.toContain('✘')
    expect(stdout).toMatch(
      /ms\n• \w+\.Other is not a command of this library\. Servers answer OK to what they do not handle\n$/
    )
    expect(code).toBe(0)
  })
})

describe('a command that comes before its event', () => {
  /** It answers as it is told, and FAIL where `fails` says so. */
  const deciding = (
    decide: (accounts: ReadonlyArray<{ To_Account: UserId }>) => object,
    unread: object = { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'unread' }
  ): RequestListener => {
    const parse = parseCallback(PrevFriendAdd)({ sdkAppId })
    return (request, response) => {
      void buffer(request).then((body) => {
        const result = parse({ method: request.method, url: request.url, body })
        const isUnread =
          result._tag === 'Left' && ['MalformedBody', 'CommandMismatch', 'InvalidPacket'].includes(result.left._tag)
        const json =
          result._tag === 'Right' ? decide(result.right.packet.FriendItem) : isUnread ? unread : responseTo(result)
        response.end(JSON.stringify(json))
      })
    }
  }
  const verdicts = (ResultCode: number) => (friends: ReadonlyArray<{ To_Account: UserId }>) => ({
    ActionStatus: 'OK',
    ErrorCode: 0,
    ErrorInfo: '',
    ResultItem: friends.map(({ To_Account }) => ({ To_Account, ResultCode, ResultInfo: '' }))
  })
  const args = ['--command', 'Sns.CallbackPrevFriendAdd']

  it('may be refused', async () => {
    const all = await withServer(deciding(verdicts(38000)), (url) => report(url, args))
    expect(failures(all)).toEqual([])
  })
  it('may be let through where it cannot be read, which is reported', async () => {
    const allow = { ...verdicts(0)([]), ResultItem: [] }
    const all = await withServer(deciding(verdicts(0), allow), (url) => report(url, args))
    expect(failures(all)).toEqual([])
    expect(all.results.find(({ name }) => name === 'refuses broken JSON')).toMatchObject({
      result: 'reported',
      reason: 'it was answered OK',
      advice: 'so the event happens, which is for you to decide'
    })
  })
  const ok =
    "• OK is also the answer to a command that the app does not handle, and of `undecided`: look into the server's log"
  it('is counted in one line where it is let through, and said not to be a decision for sure', async () => {
    const allow = { ...verdicts(0)([]), ResultItem: [] }
    const { code, stdout } = await withServer(deciding(verdicts(0), allow), (url) =>
      cli(['check', url, ...app, ...args])
    )
    const { reported, notes } = JSON.parse(
      (await withServer(deciding(verdicts(0), allow), (url) => cli(['check', url, ...app, ...args, '--json']))).stdout
    ) as { reported: number; notes: unknown }
    expect(reported).toBeGreaterThan(10)
    expect(stdout.split('\n').slice(-4, -1)).toEqual([
      expect.stringMatching(`^\\d+ passed, 0 failed, ${String(reported)} for you to decide; `),
      `• ${String(reported)} packets that cannot be read were answered OK, so the event happens: \`undecided: 'allow'\` says so, or there is no route for the command`,
      ok
    ])
    expect(stdout.match(/^•/gm)).toHaveLength(2)
    expect(notes).toEqual([ok.slice(2)])
    expect(code).toBe(0)
  })
  it('is counted as one where it is one', async () => {
    const allow = { ...verdicts(0)([]), ResultItem: [] }
    let unread = 0
    const once: RequestListener = (request, response) => {
      const listener = deciding(verdicts(0), unread++ === 22 ? allow : undefined)
      listener(request, response)
    }
    const { stdout } = await withServer(once, (url) => cli(['check', url, ...app, ...args]))
    expect(stdout).toContain(
      "\n• 1 packet that cannot be read was answered OK, so the event happens: `undecided: 'allow'` says so, or there is no route for the command\n"
    )
  })
  it('leaves no doubt where it is refused with a reason', async () => {
    const refusing = handleCallbacks(
      { sdkAppId, undecided: 'refuse', onProblem: () => undefined },
      on(C2CBeforeSendMsg, (_callback, reply) => reply.refuse('no'))
    )
    const { code, stdout } = await withServer(nodeListener(refusing) as RequestListener, (url) =>
      cli(['check', url, ...app, '--command', 'C2CBeforeSendMsg'])
    )
    expect(stdout).toMatch(/^✔ accepts another command$/m)
    expect(stdout).not.toContain('•')
    expect(code).toBe(0)
  })
  it('is said to be slow where an answer of it is', async () => {
    const { stdout } = await cli(
      ['check', 'http://127.0.0.1:9/', ...app, '--command', 'C2CBeforeSendMsg'],
      connections(7, 1450, 12)
    )
    expect(stdout.split('\n').slice(-3, -1)).toEqual([
      "• An answer took 1450 ms, close to the handler's deadline: perhaps `undecided` answered",
      ok
    ])
  })
  it('has to have its reply', async () => {
    const all = await withServer(
      deciding(() => okResponse()),
      (url) => report(url, args)
    )
    expect(all.results).toMatchObject([{ name: first, reason: 'In the answer ResultItem is missing' }])
  })
})

describe('all commands', () => {
  const handle = handleCallbacks(
    { sdkAppId, undecided: 'refuse', onProblem: () => undefined },
    ...allCallbacks.map((definition: AnyDefinition) => ({
      definition,
      run: (callback: Callback) => {
        const ways = definition.reply(callback) as {
          ok?: () => Answer
          refuse?: () => Answer
          answer: (text: string) => Answer
        }
        return ways.refuse?.() ?? ways.ok?.() ?? ways.answer('{}')
      }
    }))
  )
  it.each([
    'C2C.CallbackBeforeSendMsg',
    'Group.CallbackBeforeInviteJoinGroup',
    'OfficialAccount.CallbackBeforeAddSubscriber',
    'Sns.CallbackPrevFriendResponse',
    'Chatbot.OnC2CSignalMessage',
    'Push.OfflinePush',
    'ContentCallback.ResultNotify'
  ])('%s may be checked at an endpoint that refuses what it can', async (command) => {
    const all = await withServer(nodeListener(handle) as RequestListener, (url) => report(url, ['--command', command]))
    expect(all.results.filter(({ result }) => result !== 'passed')).toEqual([])
  })
  it.each(allCallbacks.map(({ command }) => command))('%s may be sent', async (command) => {
    const { code, stdout } = await cli(['send', 'http://127.0.0.1:9/', ...app, '--command', command], {
      connect: () => ({
        post: async ({ url, method, body }) => {
          const json = await handle({ url, method, body })
          return {
            _tag: 'Answered',
            status: 200,
            contentType: 'application/json',
            headers: [],
            body: Buffer.from(JSON.stringify(json)),
            milliseconds: 1,
            isSecondTry: false
          }
        },
        close: () => undefined
      })
    })
    expect(stdout).not.toContain('✘')
    expect(code).toBe(0)
  })
})

describe('a command that the endpoint does not handle', () => {
  it('is asked about, since all is answered OK', async () => {
    const args = ['--command', 'State.StateChange']
    const { code, stdout } = await withServer(server(right), (url) => cli(['check', url, ...app, ...args]))
    expect(stdout.split('\n').filter((line) => line.startsWith('✘'))).toEqual([
      '✘ every packet was answered OK, right or wrong: is State.StateChange a command that it handles?'
    ])
    expect(stdout).toMatch(/\n\d+ passed, \d\d failed, /)
    expect(code).toBe(1)
  })
  it('is asked about beside JSON', async () => {
    const args = ['--command', 'State.StateChange', '--json']
    const { stdout, stderr } = await withServer(server(right), (url) => cli(['check', url, ...app, ...args]))
    expect(stderr).toBe(
      'every packet was answered OK, right or wrong: is State.StateChange a command that it handles?\n'
    )
    expect(JSON.parse(stdout)).toMatchObject({ results: expect.any(Array) })
  })
  it('is not one whose wrong packets are answered otherwise in the end', async () => {
    const careless = server((moment) => {
      right(moment.body === '' ? { ...moment, json: okResponse() } : moment)
    })
    const { stdout } = await withServer(careless, (url) => cli(['check', url, ...app]))
    expect(stdout).toContain(
      '\n✘ refuses an empty body: it was answered OK; answer FAIL, also where a body parser fails before your route runs\n✔ refuses broken JSON\n'
    )
    expect(stdout.split('refuses an empty body')).toHaveLength(2)
    expect(stdout).not.toContain('every packet')
  })
})

describe('an answer that is cut', () => {
  it('is a failed answer, also where a connection is kept, and is not asked for again', async () => {
    let requests = 0
    const cutting = server((moment) => {
      if (++requests % 2 === 1) right(moment)
      else moment.response.writeHead(200, { 'Content-Length': 50 }).write('{', () => moment.response.destroy())
    })
    const all = await withServer(cutting, (url) => report(url))
    expect(all.failed).toBe(23)
    expect(requests).toBe(47)
  })
  it('is not one where a kept connection was closed before any answer: that is said', async () => {
    let requests = 0
    const closing = server((moment) => {
      if (++requests === 3) moment.response.destroy()
      else right(moment)
    })
    const { code, stdout } = await withServer(closing, (url) => cli(['check', url, ...app]))
    expect(stdout).toMatch(
      /\n1 sent twice: the server closed a kept connection as it was used again, before any answer\n$/
    )
    expect(code).toBe(0)
  })
  it('ends the program with an exit code where the server changes protocols', async () => {
    const changing = (use: (url: string) => Promise<Report>) =>
      withSocketServer(
        (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: a\r\n\r\n'),
        use
      )
    const all = await changing((url) => report(url))
    expect(all.results).toMatchObject([{ name: first, reason: 'HTTP 101 counts as a failed callback' }])
  })
})

describe('what an endpoint says', () => {
  const telling = (errorInfo: (url: string) => string): RequestListener =>
    rightAtFirst(
      server((moment) => {
        const json = { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: errorInfo(moment.request.url ?? '') }
        right({ ...moment, json })
      }),
      true
    )
  const token = ['--token', 'xxxxyyyy']

  it('is shown without secrets', async () => {
    const listener = telling((url) => `${url} xxxxyyyy \x1b[2J`)
    const { stdout } = await withServer(listener, (url) => cli(['check', `${url}?key=a%20secret`, ...app, ...token]))
    expect(stdout).toContain('contenttype=json&key=*** *** \\u001b[2J')
    expect(stdout).toContain('&Sign=***&')
    expect(stdout).not.toMatch(/xxxxyyyy|Sign=[0-9a-f]|a\+secret|\x1b/)
  })
  it('is cut behind the masks, so that no part of a secret is left', async () => {
    const listener = telling((url) => `${' '.repeat(137)}${String(/Sign=([0-9a-f]+)/.exec(url)?.[1])}`)
    const { stdout } = await withServer(listener, (url) => cli(['check', url, ...app, ...token]))
    expect(stdout).toContain(' ***)')
    expect(stdout).not.toMatch(/[0-9a-f]{10}/)
  })
  it('forges no line, and is not longer than anybody reads', async () => {
    const listener = telling(() => `\n✔ accepts everything\n${'x'.repeat(10_000)}`)
    const { stdout } = await withServer(listener, (url) => cli(['check', url, ...app, ...token]))
    expect(stdout).toContain('it was answered FAIL (\\n✔ accepts everything\\nxxx')
    expect(stdout).not.toMatch(/^✔ accepts everything/m)
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThan(500)
  })
  it('is shown whole where there is no token', async () => {
    const { stdout } = await withServer(failing('undefined null'), (url) => cli(['check', url, ...app]))
    expect(stdout).toContain('it was answered FAIL (undefined null)')
  })
})
