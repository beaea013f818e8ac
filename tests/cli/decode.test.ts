import { describe, expect, it } from '@jest/globals'
import { C2CAfterSendMsg } from '../../src'
import { exampleRequest } from '../../src/testing'
import { query } from '../fixtures/blocklist'
import { app, cli } from './harness'

const packet =
  '{ "CallbackCommand": "Sns.CallbackBlackListAdd",\n  "PairList": [{ "From_Account": "id", "To_Account": "id1" }] }'
const decode = (text: string | Uint8Array, ...args: ReadonlyArray<string>) =>
  cli(['decode', ...app, ...args], { files: { '-': text } })

describe('decode', () => {
  it.each([
    ['a URL and the body', `https://www.example.com?${query}\n${packet}`],
    ['a path', `/tencent?${query}\n${packet}`],
    ['an empty line between', `/tencent?${query}\n\n${packet}`],
    ['spaces around', `\n   /tencent?${query}  \n\n\n${packet}\n\n`],
    ['a request line', `POST /tencent?${query} HTTP/1.1\n${packet}`],
    ['a request line without version', `POST /tencent?${query}\n${packet}`],
    [
      'the whole request',
      `POST /tencent?${query} HTTP/1.1\r\nHost: www.example.com\r\nContent-Length: 5\r\n\r\n${packet}`
    ],
    ['an empty line before the headers', `/tencent?${query}\n\nHost: www.example.com\n\n${packet}`],
    ['a signature that is old', `/tencent?${query}&Sign=abc&RequestTime=1\n${packet}`]
  ])('reads %s', async (_title, text) => {
    const { code, stdout, stderr } = await decode(text, '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      callback: {
        command: 'Sns.CallbackBlackListAdd',
        parameters: { OptPlatform: 'iOS' },
        packet: { PairList: [{ From_Account: 'id', To_Account: 'id1' }] }
      }
    })
    expect(stdout).not.toContain('Sign')
    expect([code, stderr]).toEqual([0, ''])
  })

  it.each([
    ['a URL', `/tencent?${query.replace('iOS', 'Mac OS X')}`],
    ['a request line', `POST /tencent?${query.replace('iOS', 'Mac OS X')}`],
    ['a request line with a version', `POST /tencent?${query.replace('iOS', 'Mac OS X')} HTTP/1.1`]
  ])('reads %s that was logged with its spaces decoded', async (_title, line) => {
    const { stdout } = await decode(`${line}\n${packet}`, '--json')
    expect(JSON.parse(stdout)).toMatchObject({ callback: { parameters: { OptPlatform: 'Mac OS X' } } })
  })

  it.each([
    ['versions', ' HTTP/1.1'.repeat(15_000)],
    ['digits of a version', ` HTTP/${'1.'.repeat(65_000)}x`],
    ['spaces', `${' '.repeat(131_072)}x`]
  ])('reads a request line with 128 KiB of %s', async (_title, long) => {
    const { stdout } = await decode(`POST /?${query}&a=${long}\n${packet}`, '--json')
    expect(JSON.parse(stdout)).toMatchObject({ callback: { command: 'Sns.CallbackBlackListAdd' } })
  })

  it.each(['SdkAppid', '{"a":"SdkAppid"}', 'SdkAppid {"a":1}'])(
    'looks for a request once in a line, however many there are: %s',
    async (line) => {
      const { code } = await decode(`x\n${`${line}\n`.repeat(100_000)}`)
      expect(code).toBe(2)
    }
  )

  it('reads a list that is longer than a call may have arguments', async () => {
    const items = Array.from({ length: 200_000 }, () => '{"From_Account":"a","To_Account":"b"}').join()
    const { stdout } = await decode(`/?${query}\n{"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[${items}]}`)
    expect(stdout.slice(0, 26)).toBe('✔ Sns.CallbackBlackListAdd')
  })

  it('shows the callback', async () => {
    const { stdout } = await decode(`/?SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd\n${packet}`)
    expect(stdout).toBe(`✔ Sns.CallbackBlackListAdd
{
  "command": "Sns.CallbackBlackListAdd",
  "parameters": {
    "SdkAppid": 1400000000,
    "CallbackCommand": "Sns.CallbackBlackListAdd"
  },
  "packet": {
    "CallbackCommand": "Sns.CallbackBlackListAdd",
    "PairList": [
      {
        "From_Account": "id",
        "To_Account": "id1"
      }
    ]
  }
}
`)
  })

  it.each([
    ['a GET', `GET /?${query} HTTP/1.1`, 'Method not allowed: callbacks are sent with POST'],
    [
      'a GET with spaces',
      `GET /?${query.replace('iOS', 'Mac OS X')} HTTP/1.1`,
      'Method not allowed: callbacks are sent with POST'
    ],
    ['a GET without version', `GET /?${query}`, 'Method not allowed: callbacks are sent with POST'],
    ['a line break amid a text', `/?${query}\n${packet.replace('id1', 'id\n1')}`, 'Malformed body: it is not JSON'],
    ['no body', `/?${query}`, 'Malformed body: it is empty'],
    ['a header, but no body', `/?${query}\nHost: a`, 'Malformed body: it is empty'],
    ['a body that is null', `/?${query}\nnull`, 'Invalid packet, 1 issue: the packet must be an object'],
    [
      'another app',
      `/?${query.replace('1400000000', '7')}\n${packet}`,
      'SdkAppid mismatch: the request is for another app'
    ],
    ['a URL of another kind', '/', 'Invalid URL parameters, 2 issues: SdkAppid is missing; CallbackCommand is missing']
  ])('says what is wrong with %s', async (_title, text, description) => {
    const { code, stdout } = await decode(text)
    expect(stdout.split('\n')[0]).toBe(`✘ ${description}`)
    expect(code).toBe(1)
    expect(JSON.parse((await decode(text, '--json')).stdout)).toMatchObject({ description })
  })

  describe('a body alone', () => {
    it('is checked as the packet of its command, and said to lack its URL', async () => {
      const { code, stdout } = await decode(packet)
      expect(stdout.split('\n')[0]).toBe(
        '? Sns.CallbackBlackListAdd: the packet is right, and the URL is not in the text'
      )
      expect(JSON.parse(stdout.slice(stdout.indexOf('{')))).toEqual(JSON.parse(packet))
      expect(code).toBe(3)
      const json = JSON.parse((await decode(packet, '--json')).stdout) as { readonly unchecked: unknown }
      expect(json.unchecked).toEqual(JSON.parse(packet))
    })
    it.each([
      [
        'whose packet is wrong',
        packet.replace('"id1"', '1'),
        '✘ Invalid packet, 1 issue: PairList[0].To_Account must be a non-empty string',
        1
      ],
      [
        'with a field that is not known',
        packet.replace('{', '{"SyncOtherMachine":1,'),
        '? Sns.CallbackBlackListAdd: the packet is right, and the URL is not in the text',
        3
      ],
      [
        'of a command that has to be escaped in a URL',
        '{"CallbackCommand":"A&B=1#%"}',
        '? A&B=1#%: this library does not know the command, and shows its packet unchecked',
        3
      ],
      [
        'of an unknown command',
        '{"CallbackCommand":"State.Other"}',
        '? State.Other: this library does not know the command, and shows its packet unchecked',
        3
      ]
    ])('is told %s', async (_title, text, heading, expected) => {
      const { code, stdout } = await decode(text)
      expect(stdout.split('\n')[0]).toBe(heading)
      expect(stdout.includes('? this library does not know the field SyncOtherMachine')).toBe(
        text.includes('SyncOther')
      )
      expect(code).toBe(expected)
    })
    it.each(['{}', '{"CallbackCommand":7}', '{"CallbackCommand":""}'])('is not found in %s', async (text) => {
      expect((await decode(text)).code).toBe(2)
    })
  })

  describe('a body that is not JSON', () => {
    const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64')
    it.each([
      ['below its URL', `/?${query}\n${base64(packet)}`],
      ['in lines', `/?${query}\n\n${base64(packet).replaceAll(/.{76}/g, '$&\n')}`],
      ['for URLs', `/?${query}\n${Buffer.from(packet).toString('base64url')}`],
      ['in a line of JSON', JSON.stringify({ path: `/?${query}`, body: base64(packet) })],
      ['of another command', `/?${query.replace('Sns.CallbackBlackListAdd', 'State.Other')}\n${base64(packet)}`]
    ])('is said to be base64, and is not quoted: %s', async (_title, text) => {
      const { code, stdout } = await decode(text)
      expect(stdout.split('\n')[0]).toBe('✘ Malformed body: it is not JSON, but base64 of JSON: decode it first')
      expect(stdout).not.toMatch(/eyA|From_Account/)
      expect(code).toBe(1)
    })
    it.each([
      ['a word', 'abcd'],
      ['base64 of a list', base64('[1]')],
      ['base64 of text', base64('hello')],
      ['base64 of bytes', base64(Uint8Array.of(0x7b, 0xff, 0x7d))],
      [
        'text that is known to have been base64',
        JSON.stringify({ path: `/?${query}`, body: base64('hello'), isBase64Encoded: true })
      ],
      ['JSON that is cut', '{"PairList":'],
      ['128 KiB of spaces', `a${' '.repeat(131_072)}=a`]
    ])('is not where it is %s', async (_title, text) => {
      const { stdout } = await decode(text.includes('SdkAppid') ? text : `/?${query}\n${text}`)
      expect(stdout.split('\n')[0]).toBe('✘ Malformed body: it is not JSON')
    })
  })

  it('takes the SDKAppID of the URL, unless it is told another', async () => {
    const files = { log: `/tencent?${query.replace('1400000000', '7')}\n${packet}` }
    expect(await cli(['decode', 'log'], { files })).toMatchObject({ code: 0 })
    expect(await cli(['decode', 'log', '--sdk-app-id', '7'], { files })).toMatchObject({ code: 0 })
    const { code, stdout } = await cli(['decode', 'log', ...app], { files })
    expect(stdout).toContain('✘ SdkAppid mismatch')
    expect(code).toBe(1)
  })

  it.each([
    ['that carries it', '{"CallbackCommand":"State.Other","Info":{"A":1}}'],
    ['that does not', '{"Info":{"A":1}}']
  ])('shows the packet of a command that it does not know %s, and does not call it right', async (_title, body) => {
    const text = `/?${query.replace('Sns.CallbackBlackListAdd', 'State.Other')}\n${body}`
    const description = 'State.Other: this library does not know the command, and shows its packet unchecked'
    const { code, stdout } = await decode(text)
    expect(stdout.split('\n')[0]).toBe(`? ${description}`)
    expect(code).toBe(3)
    expect(JSON.parse((await decode(text, '--json')).stdout)).toMatchObject({
      description,
      unchecked: { command: 'State.Other', parameters: { OptPlatform: 'iOS' }, packet: { Info: { A: 1 } } }
    })
  })
  it.each([
    ['a packet of another', '{"CallbackCommand":"State.Third"}', 'Command mismatch: '],
    ['a body that is not JSON', '{', 'Malformed body: it is not JSON'],
    ['a body that is a list', '[]', 'Invalid packet, ']
  ])('says what is wrong with %s of a command that it does not know', async (_title, body, description) => {
    const { code, stdout } = await decode(`/?${query.replace('Sns.CallbackBlackListAdd', 'State.Other')}\n${body}`)
    expect(stdout).toContain(`✘ ${description}`)
    expect(code).toBe(1)
  })

  it('shows the id of a request', async () => {
    const files = {
      log: `/?${query}&RequestID=7f2c\n${packet}`,
      url: `1.2.3.4 "POST /?${query}&RequestID=7f2c HTTP/1.1" 200 5`
    }
    expect((await cli(['decode', 'log'], { files })).stdout).toContain('"requestId": "7f2c"')
    expect((await cli(['decode', 'url'], { files })).stdout).toContain('"requestId": "7f2c"')
  })

  describe('names the fields that it does not know', () => {
    const decodePacket = (json: { readonly CallbackCommand: string }, ...args: ReadonlyArray<string>) => {
      const parameters = query.replace('Sns.CallbackBlackListAdd', json.CallbackCommand)
      return decode(`/?${parameters}\n${JSON.stringify(json)}`, ...args)
    }
    const pair = { From_Account: 'a', To_Account: 'b' }
    const known = { CallbackCommand: 'Sns.CallbackBlackListAdd', PairList: [pair] }
    const message = (...MsgBody: ReadonlyArray<object>) => ({
      ...(JSON.parse(exampleRequest(C2CAfterSendMsg).body) as { CallbackCommand: string }),
      MsgBody
    })
    const relayed = (MsgBody: ReadonlyArray<object>) => ({
      MsgType: 'TIMRelayElem',
      MsgContent: { MsgList: [{ MsgBody }] }
    })
    const text = { MsgType: 'TIMTextElem', MsgContent: { Text: 'hi', Bold: true } }

    it.each<[string, Parameters<typeof decodePacket>[0], ReadonlyArray<string>]>([
      ['none', known, []],
      ['at the top', { ...known, New: 1, constructor: 2 } as typeof known, ['New', 'constructor']],
      [
        'in a list, where they are first',
        { ...known, PairList: [pair, { ...pair, New: 1 }, { ...pair, New: 1 }] } as typeof known,
        ['PairList[1].New']
      ],
      [
        'in a record',
        {
          CallbackCommand: 'State.StateChange',
          Info: { Action: 'Login', To_Account: 'a', Reason: 'Register', New: {} }
        } as { CallbackCommand: string },
        ['Info.New']
      ],
      ['in an element of a message', message(text), ['MsgBody[0].MsgContent.Bold']],
      [
        'in a forwarded message',
        message(relayed([relayed([text])])),
        ['MsgBody[0].MsgContent.MsgList[0].MsgBody[0].MsgContent.MsgList[0].MsgBody[0].MsgContent.Bold']
      ],
      ['but nothing in an element that it does not know', message({ MsgType: 'New', MsgContent: { A: 1 } }), []]
    ])('%s', async (_title, json, unknownFields) => {
      const { code, stdout } = await decodePacket(json, '--json')
      expect(JSON.parse(stdout)).toMatchObject({ callback: { packet: json }, unknownFields })
      expect(code).toBe(0)
    })
    it('in words', async () => {
      expect((await decodePacket(known)).stdout).not.toContain('does not know')
      const one = { ...known, 'New\n✔': 1 }
      expect((await decodePacket(one)).stdout).toContain('\n? this library does not know the field New\\n✔\n')
      const many = { ...known, ...Object.fromEntries(Array.from({ length: 22 }, (_, i) => [`New${String(i)}`, 1])) }
      expect((await decodePacket(many)).stdout).toContain('\n? this library does not know the fields New0, New1, ')
      expect((await decodePacket(many)).stdout).toContain(' New19, and 2 more\n')
    })
    it('also where the packet is wrong: a field may have a new name', async () => {
      const { code, stdout } = await decodePacket({ CallbackCommand: 'Sns.CallbackBlackListAdd', Pairs: [] } as {
        CallbackCommand: string
      })
      expect(stdout).toContain(
        '✘ Invalid packet, 1 issue: PairList is missing\n? this library does not know the field Pairs\n'
      )
      expect(code).toBe(1)
    })
    it('however deep a message is forwarded', async () => {
      let MsgBody: ReadonlyArray<object> = [text]
      for (let depth = 0; depth < 200; depth++) MsgBody = [relayed(MsgBody)]
      expect((await decodePacket(message(...MsgBody))).stdout).toMatch(/know the field MsgBody\[0\]\.MsgContent\./)
    })
    it('of Push packets, which do not name their command at the top', async () => {
      const event = {
        CallbackCommand: 'Push.AllMemberPush',
        EventType: 1,
        TaskId: 't',
        TaskTime: 1,
        EventTime: 1,
        To_Account: 'a',
        PushPlatform: 1,
        PushStage: 1,
        ErrCode: 0,
        New: 1
      }
      const parameters = query.replace('Sns.CallbackBlackListAdd', 'Push.AllMemberPush')
      const { code, stdout } = await decode(`/?${parameters}\n${JSON.stringify({ Events: [event] })}`)
      expect(stdout).toContain('✔ Push.AllMemberPush\n? this library does not know the field Events[0].New\n')
      expect(code).toBe(0)
    })
  })

  it.each([
    ['a command that it knows', query, 'Sns.CallbackBlackListAdd'],
    ['another command', query.replace('Sns.CallbackBlackListAdd', 'State.Other'), 'State.Other']
  ])('says that a log does not hold the body of %s', async (_title, parameters, command) => {
    const { code, stdout } = await decode(`1.2.3.4 - - [x] "POST /?${parameters} HTTP/1.1" 200 52 "-" "-"`)
    expect(stdout.split('\n')[0]).toBe(`? ${command}: the URL is right, and the body is not in the text`)
    expect(stdout).toContain('"OptPlatform": "iOS"')
    expect(stdout).not.toContain('packet')
    expect(code).toBe(3)
  })
  it('says what is wrong with the URL in a log that does not hold the body', async () => {
    const { code, stdout } = await decode('1.2.3.4 - - [x] "POST /?SdkAppid=01 HTTP/1.1" 200 52 "-" "-"')
    expect(stdout).toContain('✘ Invalid URL parameters, 2 issues: ')
    expect(code).toBe(1)
  })
  it('shows the first of many requests, and says that there are more', async () => {
    const line = `1.2.3.4 - - [x] "POST /?${query} HTTP/1.1" 200 52`
    expect(await decode(`${line}\n${line}`)).toMatchObject({
      code: 3,
      stderr: 'There are more requests in the text: this is the first\n'
    })
  })

  it.each([
    ['nothing', ''],
    ['a packet that does not name its command', '{"PairList":[]}'],
    ['a packet that is not UTF-8', Uint8Array.of(...Buffer.from(packet.slice(0, -1)), 0xff, 0x7d)],
    ['a sentence', 'Nothing came today']
  ])('says of %s that line 1 is not a URL', async (_title, text) => {
    const { code, stdout, stderr } = await decode(text)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^Line 1 is not a URL, and there is no request in the text/)
  })

  it('refuses bytes that are not UTF-8, as the parser does', async () => {
    for (const form of ['raw', 'curl']) {
      const before = form === 'raw' ? `/?${query}\n` : `curl 'http://a/?${query}' -d '`
      const text = Buffer.from(`${before}${packet.replace('id1', '?')}${form === 'raw' ? '' : "'"}`)
      const bytes = Uint8Array.from(text, (byte) => byte)
      bytes[text.lastIndexOf('?')] = 0xff
      const { code, stdout } = await cli(['decode', 'log'], { files: { log: bytes } })
      expect(stdout).toContain('✘ Malformed body: it is not UTF-8')
      expect(code).toBe(1)
    }
  })
  it('does not mind bytes that are not UTF-8 elsewhere', async () => {
    const bytes = Buffer.from(`POST /?${query} HTTP/1.1\nUser-Agent: \xff\n\n${packet}`, 'latin1')
    expect(await cli(['decode', 'log'], { files: { log: bytes } })).toMatchObject({ code: 0 })
  })

  it('shows a packet that is nested without end', async () => {
    const deep = `${'[{"a":'.repeat(10_000)}1${'}]'.repeat(10_000)}`
    for (const command of ['Sns.CallbackBlackListAdd', 'State.Other']) {
      const text = `/?${query.replace('Sns.CallbackBlackListAdd', command)}\n{"CallbackCommand":"${command}","PairList":[],"More":${deep}}`
      for (const args of [[], ['--json']]) {
        const { code, stdout } = await decode(text, ...args)
        expect(stdout).toContain('levels)"')
        expect(code).toBe(command === 'State.Other' ? 3 : 0)
      }
    }
  })
  it('shows no more of a packet than anybody reads, and all of it as JSON', async () => {
    const text = `/?${query}\n${packet.replace('id1', 'x'.repeat(200_000))}`
    expect((await decode(text)).stdout).toMatch(/x… \(\d+ characters\)\n$/)
    expect((await decode(text, '--json')).stdout).toContain(`"${'x'.repeat(200_000)}"`)
  })
  it('lets no command write to the terminal', async () => {
    const text = '/?SdkAppid=7&CallbackCommand=%1B%5B2J%0A%E2%9C%94%C2%9B1A\n{}'
    const { stdout } = await cli(['decode', 'log'], { files: { log: text }, hasColors: true })
    expect(stdout.split('\n')[0]).toBe(
      '? \\u001b[2J\\n✔\\u009b1A: this library does not know the command, and shows its packet unchecked'
    )
    expect(stdout).not.toMatch(/[\x1b\u009b]/)
    expect(JSON.parse((await cli(['decode', 'log', '--json'], { files: { log: text } })).stdout)).toMatchObject({
      unchecked: { command: '\x1b[2J\n✔\u009b1A' }
    })
  })
  it('says in red what is wrong', async () => {
    const { stdout } = await cli(['decode', 'log'], { files: { log: '/' }, hasColors: true })
    expect(stdout).toMatch(/^\x1b\[31m✘\x1b\[39m Invalid URL parameters/)
  })

  it('tells a person at a terminal what it waits for', async () => {
    const world = { files: { '-': '/', log: '/' }, isTerminal: true }
    expect((await cli(['decode'], world)).stderr).toBe('Paste the request, and Ctrl-D at the end\n')
    expect((await cli(['decode', 'log'], world)).stderr).toBe('')
  })
})
