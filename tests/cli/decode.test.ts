import { describe, expect, it } from '@jest/globals'
import { query } from '../fixtures/blocklist'
import { app, cli } from './harness'

const packet =
  '{ "CallbackCommand": "Sns.CallbackBlackListAdd",\n  "PairList": [{ "From_Account": "id", "To_Account": "id1" }] }'
const decode = (text: string, ...args: ReadonlyArray<string>) =>
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
    ['versions', ' HTTP/1.1'.repeat(120_000)],
    ['digits of a version', ` HTTP/${'1.'.repeat(520_000)}x`],
    ['spaces', `${' '.repeat(1_048_576)}x`]
  ])('reads a request line with 1 MiB of %s', async (_title, long) => {
    const { stdout } = await decode(`POST /?${query}&a=${long}\n${packet}`, '--json')
    expect(JSON.parse(stdout)).toMatchObject({ callback: { command: 'Sns.CallbackBlackListAdd' } })
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
    [
      'another app',
      `/?${query.replace('1400000000', '7')}\n${packet}`,
      'SdkAppid mismatch: the request is for another app'
    ],
    [
      'another command',
      `/?${query.replace('BlackListAdd', 'Other')}\n{}`,
      'Unexpected command: the CallbackCommand in the URL is not handled here'
    ],
    [
      'nothing',
      '',
      'Invalid URL parameters, 2 issues: SdkAppid is missing, expected SdkAppId; CallbackCommand is missing, expected a command'
    ]
  ])('says what is wrong with %s', async (_title, text, description) => {
    const { code, stdout } = await decode(text)
    expect(stdout.split('\n')[0]).toBe(`✘ ${description}`)
    expect(code).toBe(1)
    expect(JSON.parse((await decode(text, '--json')).stdout)).toMatchObject({ description })
  })

  it('shows the error as it is, fit for a terminal', async () => {
    const { stdout } = await cli(['decode', 'log', ...app], {
      files: { log: '/?SdkAppid=1400000000&CallbackCommand=%C2%9B1A' },
      hasColors: true
    })
    expect(stdout).toBe(
      '\x1b[31m✘\x1b[39m Unexpected command: the CallbackCommand in the URL is not handled here\n' +
        '{\n  "_tag": "UnexpectedCommand",\n  "received": "\ufffd1A"\n}\n'
    )
  })

  it('tells a person at a terminal what it waits for', async () => {
    const world = { files: { '-': '', log: '' }, isTerminal: true }
    expect((await cli(['decode', ...app], world)).stderr).toBe(
      'The URL in the first line, the body below, and Ctrl-D at the end\n'
    )
    expect((await cli(['decode', 'log', ...app], world)).stderr).toBe('')
  })
})
