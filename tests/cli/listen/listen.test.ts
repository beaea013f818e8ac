import { describe, expect, it } from '@jest/globals'
import { C2CBeforeSendMsg, ChatbotOnC2CSignalMessage, PrevFriendAdd } from 'tencent-im-callbacks'
import { app, blocking, genuine, listening, token } from './harness'

const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }

describe('listen', () => {
  it('receives at any path, answers, and tells one line a callback', async () => {
    const { code, stdout, stderr } = await listening(app, async ({ send }) => {
      const { status, contentType, body } = await send({ ...blocking('bob'), path: '/any/path' })
      expect([status, contentType, JSON.parse(body)]).toEqual([200, 'application/json; charset=utf-8', ok])
      await send(genuine(C2CBeforeSendMsg))
    })
    expect(stdout).toMatch(/^\d\d:\d\d:\d\d ✔ Sns.CallbackBlackListAdd {2}alice → bob {2}listen answered OK, \d+ ms$/m)
    expect(stdout).toMatch(/^\d\d:\d\d:\d\d ✔ C2C.CallbackBeforeSendMsg {2}jared → Jonh: red packet {2}listen /m)
    expect(stdout).toMatch(/\n2 came: 2 right, 0 wrong\n$/)
    expect([code, stderr]).toEqual([0, ''])
  })

  it('keeps a request as it came', async () => {
    await listening(app, async ({ port, send, kept }) => {
      const before = Date.now()
      const sent = blocking('bob', { requestId: '7f' })
      await send({ ...sent, path: '/cb', headers: { 'X-Mine': ['a', 'b'] } })
      const [one, ...more] = await kept()
      expect(one).toEqual({
        id: 1,
        at: expect.any(Number),
        request: {
          method: 'POST',
          target: `/cb?${sent.query}`,
          headers: [
            ['Content-Length', String(sent.body.length)],
            ['X-Mine', 'a'],
            ['X-Mine', 'b'],
            ['Host', `127.0.0.1:${String(port)}`],
            ['Connection', 'keep-alive']
          ],
          body: { text: sent.body, encoding: 'utf-8', bytes: sent.body.length, isCut: false }
        },
        verdict: {
          kind: 'callback',
          command: 'Sns.CallbackBlackListAdd',
          name: 'BlocklistAdd',
          about: 'alice → bob',
          undocumented: { parameters: ['RequestID'], fields: [] }
        },
        answer: {
          status: 200,
          body: JSON.stringify(ok),
          from: 'listen',
          milliseconds: expect.any(Number),
          wrong: []
        }
      })
      expect(one?.at).toBeGreaterThanOrEqual(before)
      expect(more).toEqual([])
    })
  })

  it('says what is wrong, and where', async () => {
    const { stdout } = await listening(app, async ({ send, kept }) => {
      await send({ ...blocking('bob'), body: '{"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{}]}' })
      await send({ ...blocking('bob'), query: 'SdkAppid=1400000000&CallbackCommand=' })
      await send({ ...blocking('bob'), query: 'SdkAppid=1400000000&CallbackCommand=Example.Other' })
      await send({ method: 'GET', path: '/favicon.ico' })
      const verdicts = (await kept()).map(({ verdict }) => verdict)
      expect(verdicts).toEqual([
        {
          kind: 'refused',
          command: 'Sns.CallbackBlackListAdd',
          tag: 'InvalidPacket',
          says: expect.stringMatching(/^Invalid packet, 2 issues: /),
          issues: [
            { path: 'PairList[0].From_Account', message: 'PairList[0].From_Account is missing' },
            { path: 'PairList[0].To_Account', message: 'PairList[0].To_Account is missing' }
          ]
        },
        {
          kind: 'refused',
          tag: 'InvalidParameters',
          says: 'Invalid URL parameters, 1 issue: CallbackCommand must be a non-empty string',
          issues: [{ path: 'CallbackCommand', message: 'CallbackCommand must be a non-empty string' }]
        },
        { kind: 'unknown', command: 'Example.Other' },
        {
          kind: 'refused',
          tag: 'MethodNotAllowed',
          says: 'Method not allowed: callbacks are sent with POST',
          issues: []
        }
      ])
    })
    expect(stdout).toMatch(/✘ Sns\.CallbackBlackListAdd {2}Invalid packet, 2 issues: .* {2}listen answered FAIL/)
    expect(stdout).toMatch(/✘ POST \/ {2}Invalid URL parameters/)
    expect(stdout).toMatch(/✔ Example\.Other {2}this library does not know the command {2}listen answered OK/)
    expect(stdout).toMatch(/✘ GET \/favicon\.ico {2}Method not allowed/)
    expect(stdout).toMatch(/\n4 came: 1 right, 3 wrong\n$/)
  })

  it('tells once what no page of Tencent has', async () => {
    const { stdout } = await listening(app, async ({ send }) => {
      const body = { CallbackCommand: 'Sns.CallbackBlackListAdd', PairList: [], New: 1 }
      const sent = { ...blocking('bob', { requestId: '7f' }), body: JSON.stringify(body) }
      await send(sent)
      await send(sent)
    })
    const told = "? no page of Tencent's has the parameter RequestID, the field New of Sns.CallbackBlackListAdd"
    expect(stdout.split('\n').filter((line) => line.includes('RequestID'))).toEqual([`           ${told}`])
  })

  it.each<[string, ReadonlyArray<object>]>([
    [
      'allow',
      [
        ok,
        ok,
        { ...ok, ResultItem: ['id1', 'id2'].map((To_Account) => ({ To_Account, ResultCode: 0, ResultInfo: '' })) }
      ]
    ],
    [
      'refuse',
      [
        ok,
        { ...ok, ErrorCode: 1 },
        { ...ok, ResultItem: ['id1', 'id2'].map((To_Account) => ({ To_Account, ResultCode: 38000, ResultInfo: '' })) }
      ]
    ],
    ['fail', Array(3).fill({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'listen was told to answer FAIL' })]
  ])('answers as it was told to: %s', async (answer, expected) => {
    await listening([...app, '--answer', answer], async ({ send, kept }) => {
      const answers: Array<unknown> = []
      for (const sent of [blocking('bob'), genuine(C2CBeforeSendMsg), genuine(PrevFriendAdd)]) {
        answers.push(JSON.parse((await send(sent)).body))
      }
      expect(answers).toEqual(expected)
      const wrong =
        answer === 'fail'
          ? ['Tencent takes the callback for refused (listen was told to answer FAIL); ErrorInfo says why']
          : []
      for (const one of await kept()) expect(one.answer?.wrong).toEqual(wrong)
    })
  })
  it.each(['allow', 'refuse'])('passes an empty text to a signal, which cannot be refused: %s', async (answer) => {
    await listening([...app, '--answer', answer], async ({ send }) => {
      const { body } = await send(genuine(ChatbotOnC2CSignalMessage))
      expect(JSON.parse(body)).toEqual({ ...ok, RspData: '' })
    })
  })

  it('checks signatures if it has the token', async () => {
    const { stdout } = await listening([...app, '--token', token], async ({ send, kept }) => {
      await send(blocking('bob', { token }))
      await send(blocking('bob', { token: 'another' }))
      expect((await kept()).map(({ verdict }) => 'tag' in verdict && verdict.tag)).toEqual([
        false,
        'AuthenticationFailed'
      ])
    })
    expect(stdout).toContain('Signatures are checked\n')
  })
  it('says that signatures are not checked without one', async () => {
    const { stdout } = await listening(app, async ({ send }) => {
      await send(blocking('bob', { token: 'another' }))
    })
    expect(stdout).toContain('Signatures are not checked: there is no --token\n')
    expect(stdout).toContain('✔')
  })

  it('takes the requests of several apps', async () => {
    const both = [...app, '--sdk-app-id', '1400000001']
    await listening(both, async ({ send, state }) => {
      await send(blocking('bob', { sdkAppId: 1400000001 }))
      const { sdkAppIds, kept } = await state()
      expect(sdkAppIds).toEqual([1400000000, 1400000001])
      expect(kept).toMatchObject([{ verdict: { kind: 'callback' } }])
    })
  })

  it('says first where it receives, where the page is, and what to set', async () => {
    const args = [...app, '--forward-to', 'http://127.0.0.1:9/cb?key=secret']
    const { stdout } = await listening(args, () => Promise.resolve())
    expect(stdout.replaceAll(/127\.0\.0\.1:\d+/g, 'localhost')).toBe(
      `Receives   http://localhost/ and any path, for SDKAppID 1400000000
Page       http://localhost/
Forwards   to http://localhost/cb?key=***
Signatures are not checked: there is no --token

Tencent needs a public address. A tunnel gives one, such as
  cloudflared tunnel --url http://localhost/
In Tencent's console, under Callback Configuration of your Chat app, enter that
address as the callback URL, and switch on the callbacks that you want to see.
Ctrl-C ends this.


0 came: 0 right, 0 wrong
`
    )
  })

  it('warns where others can reach it', async () => {
    const { stdout, stderr } = await listening([...app, '--host', '0.0.0.0'], async ({ send }) => {
      expect(await send(blocking('bob'))).toMatchObject({ status: 200 })
    })
    expect(stderr).toBe('--host 0.0.0.0: other machines can send requests, too\n')
    expect(stdout).toContain('Receives   http://0.0.0.0:')
    expect(stdout).toContain('Page       http://127.0.0.1:')
  })
  it('writes an address of IPv6 as a URL does', async () => {
    for (const host of ['::1', '[::1]']) {
      const { stdout, stderr } = await listening([...app, '--host', host], () => Promise.resolve())
      expect(stdout).toContain('Receives   http://[::1]:')
      expect(stderr).toBe('')
    }
  })

  it('prints a line of JSON a request, and nothing else, for a script', async () => {
    const { stdout, stderr } = await listening([...app, '--json'], async ({ send }) => {
      await send(blocking('b\u202eob'))
      await send({ method: 'GET' })
    })
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown)
    ).toMatchObject([
      { id: 1, verdict: { kind: 'callback', about: 'alice → b\u202eob' }, answer: { status: 200 } },
      { id: 2, verdict: { kind: 'refused' } }
    ])
    expect(stdout).not.toContain('\u202e')
    expect(stderr).toContain('Receives ')
    expect(stderr).toContain('\n2 came: 1 right, 1 wrong\n')
  })

  it('shows hostile text as text', async () => {
    const { stdout } = await listening(app, async ({ send }) => {
      await send(blocking('\u001b[2J\r\n✔ forged\u202e'))
      await send({ ...blocking('bob'), query: 'SdkAppid=1400000000&CallbackCommand=%1b%5B2J' })
    })
    expect(stdout).toContain('alice → \\u001b[2J\\r\\n✔ forged\\u202e')
    expect(stdout).not.toMatch(/[\u001b\u202e\r]/)
  })
})
