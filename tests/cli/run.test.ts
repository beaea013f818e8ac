import { describe, expect, it } from '@jest/globals'
import { checkHelp, decodeHelp, explainHelp, help, listenHelp, sendHelp } from '../../src/cli/help'
import { defaultCommand } from '../../src/cli/chosen'
import { version } from '../../package.json'
import { app, cli } from './harness'

const url = 'http://127.0.0.1:9/'

describe('help', () => {
  it.each([
    [['--help'], help],
    [['-h'], help],
    [['help'], help],
    [['send', '--help'], sendHelp],
    [['send', '-h'], sendHelp],
    [['check', '--help'], checkHelp],
    [['decode', '--help'], decodeHelp],
    [['listen', '--help'], listenHelp],
    [['explain', '--help'], explainHelp]
  ])('%j', async (args, text) => {
    expect(await cli(args)).toEqual({ code: 0, stdout: text, stderr: '' })
  })
  it('names the commands, and the exit codes', async () => {
    const commands = [...help.matchAll(/^ {2}(\w+) .+ {2}\w/gm)].map(([, name]) => String(name))
    expect(commands).toEqual(['send', 'check', 'listen', 'decode', 'explain'])
    for (const command of commands) expect(await cli([command, '--help'])).toMatchObject({ code: 0 })
    expect(help.replaceAll('\n', ' ')).toContain(
      '0 if all is well, 1 if something failed, 2 for wrong usage, 3 if decode cannot tell'
    )
  })
  it.each([
    [
      'send',
      sendHelp,
      [
        '--command=C',
        '--packet=FILE',
        '--pair=FROM:TO',
        '--text=WORDS',
        '--client-ip=IP',
        '--opt-platform=P',
        '--request-id=R',
        '--count=N',
        '--concurrency=N',
        '--sdk-app-id=N',
        '--token=T',
        '--token-file=FILE',
        '--json',
        '--help'
      ]
    ],
    [
      'check',
      checkHelp,
      ['--command=C', '--packet=FILE', '--sdk-app-id=N', '--token=T', '--token-file=FILE', '--json', '--help']
    ],
    ['decode', decodeHelp, ['--sdk-app-id=N', '--json', '--help']],
    [
      'listen',
      listenHelp,
      [
        '--sdk-app-id=N',
        '--token=T',
        '--token-file=FILE',
        '--forward-to=URL',
        '--answer=A',
        '--save=FILE',
        '--load=FILE',
        '--ui-port=P',
        '--host=H',
        '--json',
        '--help'
      ]
    ],
    ['explain', explainHelp, ['--lang=L', '--json', '--help']]
  ])('of %s names its options, and all of them are taken', async (command, text, options) => {
    const named = [...text.matchAll(/^ {2}(--[a-z-]+)(?: ([A-Z:]+))? {2}/gm)]
    expect(named.map(([, name, value]) => [name, value].filter(Boolean).join('='))).toEqual(options)
    expect(await cli([command, ...options])).toEqual({ code: 0, stdout: text, stderr: '' })
  })
  it.each([sendHelp, checkHelp])('tells the command that is sent by default', (text) => {
    expect(text).toContain(`; ${defaultCommand} by default\n`)
  })
  it.each([help, sendHelp, checkHelp, decodeHelp, explainHelp])('fits into 100 columns', (text) => {
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([])
  })
})

describe('the version', () => {
  it.each([['--version'], ['-v']])('%s', async (option) => {
    expect(await cli([option])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })
})

describe('wrong usage', () => {
  const see = (command: string): string => `\nSee tencent-im-callbacks ${command} --help\n`
  it.each<[ReadonlyArray<string>, string]>([
    [[], help],
    [['sned', url], `There is no command sned; did you mean send?\n\n${help}`],
    [['Check', url], `There is no command Check; did you mean check?\n\n${help}`],
    [['\x1b[2J\n✔'], `There is no command \\u001b[2J\\n✔\n\n${help}`],
    [['constructor'], `There is no command constructor\n\n${help}`],
    [['send', ...app], `Give one URL, that of your endpoint${see('send')}`],
    [['check', url, url, ...app], `Give one URL, that of your endpoint${see('check')}`],
    [['send', 'localhost:3000', ...app], `The URL must begin with http:// or https://${see('send')}`],
    [['send', 'ftp://localhost/', ...app], `The URL must begin with http:// or https://${see('send')}`],
    [['send', 'ftp://localhost/?to=http://a', ...app], `The URL must begin with http:// or https://${see('send')}`],
    [['send', 'http://a b/', ...app], `The URL is malformed${see('send')}`],
    [['send', 'http://user@localhost/', ...app], `The URL must not hold a user or a password${see('send')}`],
    [['send', 'http://:secret@localhost/', ...app], `The URL must not hold a user or a password${see('send')}`],
    [['send', url], `--sdk-app-id is missing${see('send')}`],
    [['check', url], `--sdk-app-id is missing${see('check')}`],
    [
      ['send', url, '--sdk-app-id', '01'],
      `sdkAppId must be a positive integer such as 1400000000, or its digits without leading zeros; got "01"${see('send')}`
    ],
    [
      ['send', `${url}?SdkAppid=1`, ...app],
      `SdkAppid is a parameter that Tencent sets itself: leave it out${see('send')}`
    ],
    [['check', `${url}?Sign=1`, ...app], `Sign is a parameter that Tencent sets itself: leave it out${see('check')}`],
    [['send', url, ...app, '--count', '0'], `--count must be a whole number from 1 to 100000${see('send')}`],
    [['send', url, ...app, '--count', '1e3'], `--count must be a whole number from 1 to 100000${see('send')}`],
    [
      ['send', url, ...app, '--concurrency', '1001'],
      `--concurrency must be a whole number from 1 to 1000${see('send')}`
    ],
    [['send', url, ...app, '--pair', 'a'], `--pair must be FROM:TO${see('send')}`],
    [
      ['send', url, ...app, '--pair', 'a:'],
      `Sns.CallbackBlackListAdd: Invalid packet, 1 issue: PairList[0].To_Account must be a non-empty string${see('send')}`
    ],
    [
      ['send', url, ...app, '--pair', ':b'],
      `Sns.CallbackBlackListAdd: Invalid packet, 1 issue: PairList[0].From_Account must be a non-empty string${see('send')}`
    ],
    [
      ['send', url, ...app, '--pair', 'a:b', '--command', 'State.StateChange'],
      `--pair is for the blocklist commands: use --packet${see('send')}`
    ],
    [['send', url, ...app, '--pair', 'a:b', '--packet', 'f'], `Give one of --pair, --text and --packet${see('send')}`],
    [['send', url, ...app, '--pair', 'a:b', '--text', 'f'], `Give one of --pair, --text and --packet${see('send')}`],
    [
      ['send', url, ...app, '--text', 'f'],
      `--text is for commands with a message: give --command, such as C2CBeforeSendMsg${see('send')}`
    ],
    [
      ['send', url, ...app, '--packet', '{"PairList":[]}'],
      `--packet takes a file: give - for the standard input, as in: echo '{…}' | … --packet -${see('send')}`
    ],
    [['send', url, ...app, '--packet', 'none'], `The file none cannot be read (ENOENT)${see('send')}`],
    [['send', url, ...app, '--packet', 'text'], `The packet is not JSON${see('send')}`],
    [['send', url, ...app, '--packet', 'list'], `The packet is not a JSON object${see('send')}`],
    [['send', url, ...app, '--packet', 'null'], `The packet is not a JSON object${see('send')}`],
    [['send', url, ...app, '--packet', 'number'], `The packet is not a JSON object${see('send')}`],
    [['check', url, ...app, '--packet', 'deep'], `The packet is nested too deeply${see('check')}`],
    [['send', url, ...app, '--packet', 'bytes'], `The file bytes is not UTF-8${see('send')}`],
    [['send', url, ...app, '--packet', 'object'], `The CallbackCommand of the packet is not text${see('send')}`],
    [['check', url, ...app, '--packet', 'object'], `The CallbackCommand of the packet is not text${see('check')}`],
    [
      ['send', url, ...app, '--packet', 'empty'],
      `The packet is not one of Sns.CallbackBlackListAdd, the default: give --command, or CallbackCommand in the packet${see('send')}`
    ],
    [
      ['check', url, ...app, '--packet', 'empty'],
      `The packet is not one of Sns.CallbackBlackListAdd, the default: give --command, or CallbackCommand in the packet${see('check')}`
    ],
    [
      ['send', url, ...app, '--packet', 'empty', '--command', 'BlocklistAdd'],
      `Sns.CallbackBlackListAdd: Invalid packet, 1 issue: PairList is missing${see('send')}`
    ],
    [
      ['send', url, ...app, '--packet', 'other', '--command', 'Example.One'],
      `Example.One: Command mismatch: URL and packet name different commands${see('send')}`
    ],
    [
      ['check', url, ...app, '--command', 'Example.Other'],
      `There is no example of Example.Other: give its packet with --packet${see('check')}`
    ],
    [
      ['check', url, ...app, '--command', 'Sns.CallbackBlacklistAdd'],
      `There is no example of Sns.CallbackBlacklistAdd: give its packet with --packet; did you mean Sns.CallbackBlackListAdd?${see('check')}`
    ],
    [
      ['send', url, ...app, '--command', 'Sns.CallbackFriendDelet3'],
      `There is no example of Sns.CallbackFriendDelet3: give its packet with --packet; did you mean Sns.CallbackFriendDelete?${see('send')}`
    ],
    [
      ['send', url, ...app, '--command', 'C2CBeforeSendMg'],
      `There is no example of C2CBeforeSendMg: give its packet with --packet; did you mean C2CBeforeSendMsg?${see('send')}`
    ],
    [['send', url, ...app, '--token', ''], `--token is empty${see('send')}`],
    [['send', url, ...app, '--token', 'a', '--token', 'b'], `--token is given twice${see('send')}`],
    [['send', url, ...app, '--json', '--json'], `--json is given twice${see('send')}`],
    [['check', url, ...app, ...app], `--sdk-app-id is given twice${see('check')}`],
    [['send', url, ...app, '--token-file', 'blank'], `The token file is empty${see('send')}`],
    [['check', url, ...app, '--token-file', 'none'], `The file none cannot be read (ENOENT)${see('check')}`],
    [
      ['send', url, ...app, '--token', 'a', '--token-file', 'b'],
      `Give --token or --token-file, not both${see('send')}`
    ],
    [
      ['send', url, ...app, '--packet', '-', '--token-file', '-'],
      `--packet and --token-file cannot both be the standard input${see('send')}`
    ],
    [['send', url, '--sdk-app'], `Unknown option '--sdk-app'; did you mean --sdk-app-id?${see('send')}`],
    [['check', url, '--tokn=secret'], `Unknown option '--tokn'; did you mean --token?${see('check')}`],
    [['decode', '--pair', 'a:b'], `Unknown option '--pair'${see('decode')}`],
    [['check', url, '--sdk-app-id'], `Option '--sdk-app-id <value>' argument missing${see('check')}`],
    [['send', url, '--token', '--json'], `Option '--token' argument is ambiguous${see('send')}`],
    [['decode', 'a', 'b', ...app], `Give one file${see('decode')}`],
    [['decode', 'none', ...app], `The file none cannot be read (ENOENT)${see('decode')}`]
  ])('%j', async (args, message) => {
    const files = {
      text: 'PairList',
      list: '[]',
      null: 'null',
      number: '7',
      blank: '\n',
      deep: `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      bytes: Uint8Array.of(0x22, 0xff, 0x22),
      object: '{"CallbackCommand":{"toString":1}}',
      empty: '{}',
      other: '{"CallbackCommand":"Example.Other"}'
    }
    expect(await cli(args, { files })).toEqual({ code: 2, stdout: '', stderr: message })
  })

  it.each([
    [new RangeError('a defect')],
    [Object.assign(new Error('a defect'), { code: 'ENOSPC' })],
    [{ code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' }],
    [null]
  ])('is no cover for a defect: %p is thrown', async (defect) => {
    const connect = (): never => {
      // oxlint-disable-next-line typescript/only-throw-error -- the worst case
      throw defect
    }
    await expect(cli(['send', url, ...app], { connect })).rejects.toBe(defect)
  })
  it('is no cover for a defect of the clock', async () => {
    const now = (): never => {
      throw new RangeError('a defect')
    }
    await expect(cli(['send', url, ...app], { now })).rejects.toThrow(new RangeError('a defect'))
  })
})
