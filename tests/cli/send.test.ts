import { describe, expect, it } from '@jest/globals'
import type { RequestListener } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { withServer } from '../support/server'
import { app, cli, connections, right, server } from './harness'

const masked = (text: string): string =>
  text.replaceAll(/127\.0\.0\.1:\d+/g, 'localhost:3000').replaceAll(/\d+ ms/g, 'N ms')

/** What the server gets for a command line, and what came of it. */
const received = async (args: ReadonlyArray<string>, files: Readonly<Record<string, string>> = {}) => {
  const seen: Array<{ url: URL; body: unknown }> = []
  const answer: RequestListener = (request, response) => {
    void buffer(request).then((bytes) => {
      seen.push({ url: new URL(request.url ?? '', 'http://localhost'), body: JSON.parse(bytes.toString()) })
      response.end('{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}')
    })
  }
  const output = await withServer(answer, (url) => cli(['send', `${url}cb?a=1&a=2`, ...app, ...args], { files }))
  expect(output.stderr).toBe('')
  expect(output.code).toBe(0)
  return seen
}

describe('send', () => {
  it('shows the request, the answer, and what Tencent makes of it', async () => {
    const { code, stdout } = await withServer(server(right), (url) =>
      cli(['send', `${url}tencent#top`, ...app, '--pair', 'leckie:peter'])
    )
    expect(masked(stdout)).toBe(
      'POST http://localhost:3000/tencent?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json\n' +
        'Content-Type: application/json\n' +
        '\n' +
        '{"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"From_Account":"leckie","To_Account":"peter"}]}\n' +
        '\n' +
        'HTTP 200, application/json, N ms\n' +
        '< {"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}\n' +
        '\n' +
        '✔ Tencent takes the callback for handled\n' +
        '• OK is also the answer to a command that the app does not handle\n'
    )
    expect(code).toBe(0)
  })

  it('sends the documented example by default, and keeps the query of the URL', async () => {
    const [one] = await received([])
    expect(one?.url.search).toBe(
      '?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&a=1&a=2&contenttype=json'
    )
    expect(one?.body).toMatchObject({ PairList: [{ To_Account: 'id1' }, { To_Account: 'id2' }, { To_Account: 'id3' }] })
  })

  it.each<[string, ReadonlyArray<string>, Readonly<Record<string, string>>]>([
    [
      'another client',
      ['--client-ip', '2001:db8::1', '--opt-platform', 'Web', '--request-id', '7f'],
      { ClientIP: '2001:db8::1', OptPlatform: 'Web', RequestID: '7f' }
    ],
    [
      'another command',
      ['--command', 'Sns.CallbackBlackListDelete'],
      { CallbackCommand: 'Sns.CallbackBlackListDelete' }
    ]
  ])('sends %s', async (_title, args, expected) => {
    const [one] = await received(args)
    expect(Object.fromEntries(one?.url.searchParams ?? [])).toMatchObject(expected)
  })

  it.each<[ReadonlyArray<string>, Readonly<Record<string, string>>, string]>([
    [['--command', 'C2CBeforeSendMsg'], {}, 'C2C.CallbackBeforeSendMsg'],
    [['--command', 'BlocklistDelete', '--pair', 'a:b'], {}, 'Sns.CallbackBlackListDelete'],
    [['--command', 'BlocklistDelete', '--packet', 'f'], { f: '{"PairList":[]}' }, 'Sns.CallbackBlackListDelete'],
    [
      ['--command', 'BlocklistDelete', '--packet', 'f'],
      { f: '{"CallbackCommand":"Sns.CallbackBlackListDelete","PairList":[]}' },
      'Sns.CallbackBlackListDelete'
    ]
  ])('takes the name of a definition for its command: %j', async (args, files, command) => {
    const [one] = await received(args, files)
    expect(one?.url.searchParams.get('CallbackCommand')).toBe(command)
    expect(one?.body).toMatchObject({ CallbackCommand: command })
  })

  it.each<[ReadonlyArray<string>, string]>([
    [['--command', 'C2CBeforeSendMsg', '--text', '最好的 casino'], 'C2C.CallbackBeforeSendMsg'],
    [['--command', 'Bot.OnGroupMessage', '--text', '最好的 casino'], 'Bot.OnGroupMessage']
  ])('sends a message of these words: %j', async (args, command) => {
    const [one] = await received(args)
    expect(one?.body).toMatchObject({
      CallbackCommand: command,
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: '最好的 casino' } }]
    })
  })

  it('splits a pair at its first colon', async () => {
    const [one] = await received(['--pair', 'a:b:c', '--pair', 'a:d'])
    expect(one?.body).toMatchObject({
      PairList: [
        { From_Account: 'a', To_Account: 'b:c' },
        { From_Account: 'a', To_Account: 'd' }
      ]
    })
  })

  it.each<[string, ReadonlyArray<string>, string, string, object]>([
    [
      'of a known command',
      [],
      '{ "PairList": [], "More": 1 }',
      'Sns.CallbackBlackListAdd',
      { CallbackCommand: 'Sns.CallbackBlackListAdd', PairList: [], More: 1 }
    ],
    [
      'that names its command',
      [],
      '{ "CallbackCommand": "State.Other", "Info": {} }',
      'State.Other',
      { CallbackCommand: 'State.Other', Info: {} }
    ],
    ['without a command', ['--command', 'ContentCallback.Other'], '{ "A": 1 }', 'ContentCallback.Other', { A: 1 }]
  ])('sends a packet %s', async (_title, args, text, command, expected) => {
    for (const file of ['packet.json', '-']) {
      const [one] = await received([...args, '--packet', file], { [file]: text })
      expect(one?.url.searchParams.get('CallbackCommand')).toBe(command)
      expect(one?.body).toEqual(expected)
    }
  })

  it('signs, and shows neither token nor signature, though the endpoint says them', async () => {
    const telling = server((moment) => {
      right({ ...moment, json: { ...moment.json, ErrorInfo: `${moment.request.url ?? ''} xxxxyyyy` } })
    }, true)
    const args = [...app, '--token', 'xxxxyyyy']
    for (const more of [[], ['--json']]) {
      const { code, stdout } = await withServer(telling, (url) => cli(['send', url, ...args, ...more]))
      expect(code).toBe(0)
      expect(stdout.match(/Sign=\*\*\*&/g)?.length).toBe(2)
      expect(stdout).not.toMatch(/xxxxyyyy|Sign=[0-9a-f]/)
    }
  })

  it('is JSON whatever the token is', async () => {
    const args = [...app, '--token', '1', '--json']
    const { stdout } = await withServer(server(right), (url) => cli(['send', url, ...args]))
    expect(JSON.parse(stdout)).toMatchObject({ sent: 1, answers: [{ status: 200 }] })
  })

  it('does not show the values of the URL, even where the endpoint says them', async () => {
    const telling = server(({ request, response }) => response.end(`${request.url ?? ''} a secret`))
    for (const more of [[], ['--json']]) {
      const { stdout } = await withServer(telling, (url) => cli(['send', `${url}?key=a%20secret&n=7`, ...app, ...more]))
      expect(stdout).toContain('contenttype=json&key=***&n=***')
      expect(stdout).toContain('contenttype=json&key=***&n=7 ***')
      expect(stdout).not.toMatch(/a.secret/)
    }
  })

  it('shows no line of the endpoint as one of its own', async () => {
    const forging = server(({ response }) => {
      response.setHeader('Content-Type', 'a\x9b1A').end('\n✔ Tencent takes the callback for handled\r✔')
    })
    const { stdout } = await withServer(forging, (url) => cli(['send', url, ...app]))
    expect(stdout).toMatch(/\nHTTP 200, a.?\\u009b1A, /)
    expect(stdout).toContain('\n< ✔ Tencent takes the callback for handled\\r✔\n')
    expect(stdout.match(/^✔/gm)).toBeNull()
  })

  it('takes a refusal for a good answer to a command that comes before its event', async () => {
    const item = ['id1', 'id2'].map((To_Account) => ({ To_Account, ResultCode: 38000, ResultInfo: '' }))
    const refusing: RequestListener = (_request, response) =>
      response.end(JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ResultItem: item }))
    const args = ['--command', 'Sns.CallbackPrevFriendAdd']
    expect(await withServer(refusing, (url) => cli(['send', url, ...app, ...args]))).toMatchObject({ code: 0 })
  })

  it.each([
    ['C2C.CallbackBeforeSendMessage', '; did you mean C2C.CallbackBeforeSendMsg?'],
    ['C2CBeforeSendMessage', '; did you mean C2CBeforeSendMsg?'],
    ['Shop.Ordered\n✔', '.']
  ])('sends a command that it does not know, and says so: %j', async (command, meant) => {
    const args = ['send', 'http://127.0.0.1:9/', ...app, '--command', command, '--packet', 'f']
    const world = { ...connections(1), files: { f: '{}' } }
    const { code, stdout } = await cli(args, world)
    const note = `${command.replace('\n', '\\n')} is not a command of this library${meant} Servers answer OK to what they do not handle`
    expect(stdout.split('\n').slice(-3)).toEqual(['✔ Tencent takes the callback for handled', `• ${note}`, ''])
    expect(code).toBe(0)
    expect(JSON.parse((await cli([...args, '--json'], world)).stdout)).toMatchObject({
      notes: [note]
    })
  })

  it('asks for the wire name where a packet has the name of a definition', async () => {
    const args = ['send', 'http://127.0.0.1:9/', ...app, '--packet', 'f']
    const files = { f: '{"CallbackCommand":"C2CBeforeSendMsg"}' }
    expect((await cli(args, { ...connections(1), files })).stdout).toContain(
      '\n• C2CBeforeSendMsg is not a command of this library; did you mean C2C.CallbackBeforeSendMsg? '
    )
  })

  describe('to a command that comes before its event', () => {
    const sent = async (answer: object, milliseconds = 1, command = 'C2C.CallbackBeforeSendMsg') => {
      const body = Buffer.from(JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ...answer }))
      const answered = { _tag: 'Answered', status: 200, contentType: undefined, headers: [], body } as const
      const post = () => Promise.resolve({ ...answered, milliseconds, isSecondTry: false })
      const args = ['send', 'http://127.0.0.1:9/', ...app, '--command', command]
      const { stdout } = await cli(args, { connect: () => ({ post, close: () => undefined }) })
      return stdout.slice(stdout.search(/[✔✘]/)).split('\n').slice(1, -1)
    }
    const ok =
      "• OK is also the answer to a command that the app does not handle, and of `undecided`: look into the server's log"
    const refusal =
      "• This is also the answer of `undecided`, and where a reply could not be built: look into the server's log"
    const slow = "• An answer took 1401 ms, close to the handler's deadline: perhaps `undecided` answered"

    it.each<[string, object, number, ReadonlyArray<string>]>([
      ['an OK may not be a decision', {}, 1400, [ok]],
      ['a slow OK was perhaps too late a decision', {}, 1401, [slow, ok]],
      ['a refusal without a reason may not be a decision', { ErrorCode: 1 }, 1, [refusal]],
      ['a slow refusal neither', { ErrorCode: 1 }, 1401, [slow, refusal]],
      ['a refusal with a reason is a decision', { ErrorCode: 1, ErrorInfo: 'no' }, 1401, []],
      ['a code of its own is one, too', { ErrorCode: 120001 }, 1401, []],
      ['so is a message that is dropped', { ErrorCode: 2 }, 1401, []],
      ['so is one that is replaced', { CloudCustomData: 'x' }, 1401, []],
      ['FAIL is none, and says so', { ActionStatus: 'FAIL', ErrorCode: 1 }, 1401, []]
    ])('%s', async (_title, answer, milliseconds, notes) => {
      expect(await sent(answer, milliseconds)).toEqual(notes)
    })
    it('unlike one that comes after its event, of which an OK may say that nobody handles it', async () => {
      expect(await sent({}, 1401, 'C2C.CallbackAfterSendMsg')).toEqual([
        '• OK is also the answer to a command that the app does not handle'
      ])
      expect(await sent({ ActionStatus: 'FAIL', ErrorCode: 1 }, 1, 'C2C.CallbackAfterSendMsg')).toEqual([])
    })
  })

  it.each([
    [[], 'no token was given: set TENCENT_IM_TOKEN, or give --token-file'],
    [['--token', 'other'], 'is the token that of the server?']
  ])('says what to do about the token of a server that wants one, with %j', async (args, advice) => {
    const { stdout } = await withServer(server(right, true), (url) => cli(['send', url, ...app, ...args]))
    expect(stdout).toContain(`\n✘ Tencent takes the callback for refused; ${advice}\n`)
  })

  it('says what was sent twice', async () => {
    const answered = {
      _tag: 'Answered',
      status: 200,
      contentType: undefined,
      headers: [],
      body: new Uint8Array(),
      milliseconds: 1
    } as const
    const connect = () => ({ post: () => Promise.resolve({ ...answered, isSecondTry: true }), close: () => undefined })
    const args = ['send', 'http://127.0.0.1:9/', ...app, '--count', '3']
    expect((await cli(args, { connect })).stdout).toMatch(
      /\n3 sent twice: the server closed a kept connection as it was used again, before any answer\n$/
    )
    expect(JSON.parse((await cli([...args, '--json'], { connect })).stdout)).toMatchObject({ sent: 3, sentTwice: 3 })
  })

  it('does not keep all answers', async () => {
    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    const bodies: Array<WeakRef<Uint8Array>> = []
    let kept = 0
    const post = async () => {
      await setImmediate()
      if (bodies.length === 29) {
        collectGarbage()
        kept = bodies.filter((body) => body.deref() !== undefined).length
      }
      const body = new Uint8Array(1000)
      bodies.push(new WeakRef(body))
      return {
        _tag: 'Answered',
        status: 500,
        contentType: undefined,
        headers: [],
        body,
        milliseconds: 1,
        isSecondTry: false
      } as const
    }
    const args = ['send', 'http://127.0.0.1:9/', ...app, '--count', '30']
    await cli(args, { connect: () => ({ post, close: () => undefined }) })
    expect(bodies).toHaveLength(30)
    expect(kept).toBeLessThanOrEqual(10)
  })

  it('shows all where there is no token', async () => {
    const telling = server(({ response }) => response.end('undefined null'))
    const { stdout } = await withServer(telling, (url) => cli(['send', url, ...app]))
    expect(stdout).toContain('\n< undefined null\n')
  })

  it('says what Tencent makes of a wrong answer', async () => {
    const wrong = server(({ response }) => response.writeHead(400).end('bad request'))
    const { code, stdout } = await withServer(wrong, (url) => cli(['send', url, ...app]))
    expect(masked(stdout)).toContain(
      '\nHTTP 400, no Content-Type, N ms\n< bad request\n\n' +
        '✘ HTTP 400 counts as a failed callback; let the route come before other body parsers, and look into the log of the server\n'
    )
    expect(code).toBe(1)
  })

  it('says that nothing came', async () => {
    const { code, stdout } = await withServer(
      () => undefined,
      (url) => cli(['send', url, ...app], { timeout: 200, hasColors: true })
    )
    expect(masked(stdout)).toContain(
      '\n\x1b[2mno answer, N ms\n\x1b[22m\n' +
        "\x1b[31m✘\x1b[39m No complete answer within 0.2 s; store or queue the callback first, answer, and work later; the server's log may tell more; if it was only starting, send again\n"
    )
    expect(code).toBe(1)
  })

  it('shows an answer of 2000 characters whole', async () => {
    const long = server(({ response }) => response.end('x'.repeat(2000)))
    const { stdout } = await withServer(long, (url) => cli(['send', url, ...app]))
    expect(stdout).toContain(`\n< ${'x'.repeat(2000)}\n\n`)
  })

  it('shows no more of a long answer than anybody reads, and nothing that moves the cursor', async () => {
    const long = server(({ response }) => response.end(`\x1b[2J\u009b1A${'x'.repeat(3000)}`))
    const { stdout } = await withServer(long, (url) => cli(['send', url, ...app]))
    expect(stdout).toContain(`< \\u001b[2J\\u009b1A${'x'.repeat(1993)}… (3007 characters)\n`)
  })

  it('sends many, so many at a time', async () => {
    let now = 0
    let most = 0
    let all = 0
    const busy = server((moment) => {
      now++
      most = Math.max(most, now)
      setTimeout(() => {
        now--
        all++
        if (all % 5 === 0) moment.response.statusCode = 500
        right(moment)
      }, 5)
    })
    const { code, stdout } = await withServer(busy, (url) =>
      cli(['send', url, ...app, '--count', '20', '--concurrency', '4'])
    )
    expect([all, most]).toEqual([20, 4])
    expect(masked(stdout).split('\n').slice(-4).join('\n')).toBe(
      '20 sent, the slowest answer took N ms\n' +
        '✔ 16: Tencent takes the callback for handled\n' +
        '✘ 4: HTTP 500 counts as a failed callback; look into the log of the server\n'
    )
    expect(code).toBe(1)
  })

  it('has no more than so many on their way, and closes in the end', async () => {
    const { seen, connect } = connections(1)
    await cli(['send', 'http://127.0.0.1:9/', ...app, '--count', '20', '--concurrency', '4'], { connect })
    expect(seen).toEqual({ opened: 4, answered: 20, most: 4, closed: 1 })
  })

  it('may have 1000 at a time', async () => {
    const { seen, connect } = connections(1)
    const { code } = await cli(['send', 'http://127.0.0.1:9/', ...app, '--concurrency', '1000'], { connect })
    expect(seen).toEqual({ opened: 1000, answered: 1, most: 1, closed: 1 })
    expect(code).toBe(0)
  })

  it('tells how long the slowest answer took', async () => {
    const args = ['send', 'http://127.0.0.1:9/', ...app, '--count', '3']
    const { stdout } = await cli(args, connections(7, 30, 12))
    expect(stdout).toContain('\n3 sent, the slowest answer took 30 ms\n')
    const { slowest } = JSON.parse((await cli([...args, '--json'], connections(7, 30, 12))).stdout) as Record<
      string,
      unknown
    >
    expect(slowest).toBe(30)
  })

  it('prints JSON', async () => {
    const { stdout } = await withServer(server(right), (url) => cli(['send', url, ...app, '--json', '--count', '12']))
    const { request, sent, slowest, verdicts, answers } = JSON.parse(stdout) as Record<string, unknown>
    expect(request).toMatchObject({ method: 'POST', headers: { 'Content-Type': 'application/json' } })
    expect(sent).toBe(12)
    expect(slowest).toEqual(expect.any(Number))
    expect(verdicts).toEqual([{ kind: 'ok', reason: 'Tencent takes the callback for handled', advice: '', count: 12 }])
    expect(answers).toHaveLength(10)
    expect((answers as ReadonlyArray<unknown>)[0]).toMatchObject({
      _tag: 'Answered',
      status: 200,
      contentType: 'application/json',
      body: '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}'
    })
  })
  it('prints JSON where nothing came', async () => {
    const { code, stdout } = await withServer(
      (_request, response) => response.destroy(),
      (url) => cli(['send', url, ...app, '--json'])
    )
    expect(code).toBe(1)
    const { answers } = JSON.parse(stdout) as Record<string, unknown>
    expect(answers).toEqual([
      { _tag: 'Unanswered', code: 'ECONNRESET', milliseconds: expect.any(Number), isSecondTry: false }
    ])
  })
})
