import { describe, expect, it } from '@jest/globals'
import { allCallbacks } from '../../src'
import { cli } from './harness'

const explain = (...args: ReadonlyArray<string>) => cli(['explain', ...args])

describe('explain without a command', () => {
  it('lists all commands, family by family', async () => {
    const { code, stdout, stderr } = await explain()
    expect(stdout).toContain('\n\nFriends and blocklists\n  PrevFriendAdd ')
    const listed = [...stdout.matchAll(/^ {2}\S+ +(\S+)$/gm)].map(([, command]) => command)
    expect(listed).toEqual(allCallbacks.map(({ command }) => command))
    expect([code, stderr]).toEqual([0, ''])
  })
})

describe('explain', () => {
  it.each([
    ['the name of the definition', 'BlocklistAdd'],
    ['the wire name', 'Sns.CallbackBlackListAdd'],
    ['other letters', 'bLOCKLISTaDD'],
    ['a part of the name', 'locklistA'],
    ['a part of the wire name', 'blacklistadd'],
    ['a part of what Tencent calls it in Chinese', '添加黑名单'],
    ["the title of Tencent's Chinese page", '添加黑名单之后回调']
  ])('finds a command by %s', async (_, typed) => {
    const { code, stdout } = await explain(typed)
    expect(stdout).toMatch(
      /^BlocklistAdd {2}Sns\.CallbackBlackListAdd\nAfter users were added to a blocklist\.\n\nFields/
    )
    expect(code).toBe(0)
  })

  it('takes a whole name before a part of others', async () => {
    expect((await explain('FriendAdd')).stdout).toMatch(/^FriendAdd {2}/)
  })

  it('tells fields, example, answers and pages', async () => {
    const { stdout } = await explain('PrevFriendAdd')
    expect(stdout).toContain('  FriendItem  list of FriendItem\n      Who is to be added. Each waits for a verdict.\n')
    expect(stdout).toContain(
      '    Remark?  text\n        What `From_Account` wants to call the friend: at most 96 bytes.\n'
    )
    expect(stdout).toContain('  {\n    "CallbackCommand": "Sns.CallbackPrevFriendAdd",\n')
    expect(stdout).toContain('  reply.allow()\n      Lets all of them be added.\n')
    expect(stdout).toContain('\n    on(PrevFriendAdd, (_, reply) =>\n')
    expect(stdout).toMatch(
      /\n {2}https:\/\/www\.tencentcloud\.com\/\S+\/43468\n {2}https:\/\/www\.tencentcloud\.com\/zh\/\S+ \(Chinese\)\n$/
    )
  })

  it.each([40, 80, 120])('keeps prose within %i columns', async (columns) => {
    const { stdout } = await cli(['explain', 'GroupAfterNewMemberJoin'], { columns })
    const [fields = ''] = /Fields;[^]*(?=\n\nExample)/.exec(stdout) ?? []
    const widest = Math.max(...fields.split('\n').map((line) => line.length))
    expect(widest).toBeLessThanOrEqual(columns)
    expect(widest).toBeGreaterThan(columns / 2)
  })

  it('sets a long type apart from the names of fields', async () => {
    const { stdout } = await explain('ProfilePortraitSet')
    expect(stdout).toContain(
      '    Tag  text: Tag_Profile_IM_Nick, Tag_Profile_IM_Gender,\n          Tag_Profile_IM_BirthDay, '
    )
  })

  it('marks names on a terminal with colors', async () => {
    const { stdout } = await cli(['explain', 'BlocklistAdd'], { hasColors: true })
    expect(stdout).toContain('\x1b[1mPairList\x1b[22m  list of BlocklistPair')
  })

  it('prints JSON for scripts', async () => {
    const one = JSON.parse((await explain('BlocklistAdd', '--json')).stdout) as object
    const all = JSON.parse((await explain('--json')).stdout) as { readonly commands: ReadonlyArray<object> }
    expect(one).toMatchObject({ command: 'Sns.CallbackBlackListAdd', kind: 'after' })
    expect(all.commands).toHaveLength(61)
    expect(all.commands).toContainEqual(one)
  })

  it.each([
    ['blacklist', 'Several commands fit blacklist: BlocklistAdd, BlocklistDelete'],
    [
      'officialaccount',
      'Several commands fit officialaccount: OfficialAccountBeforeCreate, OfficialAccountAfterCreate, ' +
        'OfficialAccountAfterInfoChanged, OfficialAccountAfterDestroyed and 7 more'
    ],
    [
      '群消息',
      'Several commands fit 群消息: GroupAfterRecallMsg, GroupAfterReadReceipt, GroupAfterModifyMsg, GroupAfterMsgExtension, BotOnGroupMessage'
    ],
    ['BlockistAdd', 'There is no command BlockistAdd; did you mean BlocklistAdd?'],
    [
      'Sns.CallbackBlackListAd d',
      'There is no command Sns.CallbackBlackListAd d; did you mean Sns.CallbackBlackListAdd?'
    ],
    [
      '回调',
      'Several commands fit 回调: StateChange, ProfilePortraitSet, PrevFriendAdd, PrevFriendResponse and 57 more'
    ],
    ['constructor', 'There is no command constructor'],
    ['\x1b[2J', 'There is no command \\u001b[2J']
  ])('does not guess what %j means', async (typed, message) => {
    expect(await explain(typed)).toEqual({
      code: 2,
      stdout: '',
      stderr: `${message}\nSee tencent-im-callbacks explain --help\n`
    })
  })

  it('answers in Chinese where that is the language here, or is asked for', async () => {
    const asked = await explain('PrevFriendAdd', '--lang', 'zh')
    expect(await cli(['explain', 'PrevFriendAdd'], { language: 'zh' })).toEqual(asked)
    for (const lang of ['ZH', 'zh-CN', 'zh_CN.UTF-8']) {
      expect(await explain('PrevFriendAdd', '--lang', lang)).toEqual(asked)
    }
    expect(asked.stdout).toMatch(
      /^PrevFriendAdd {2}Sns\.CallbackPrevFriendAdd\n添加好友之前：逐个好友给出结果。通过 REST API/
    )
    expect(asked.stdout).toContain('\n字段，带 ? 的可能没有\n  CallbackCommand  ')
    expect(asked.stdout).toContain('\n腾讯云文档中的示例\n  {\n')
    expect(asked.stdout).toContain('\n如何应答\n  事件等待你的决定：')
    expect(asked.stdout).toContain('  reply.allow()\n      全部允许。\n')
    expect(asked.stdout).toMatch(
      /\n腾讯云文档\n {2}https:\/\/www\.tencentcloud\.com\/zh\/\S+\n {2}https:\/\/\S+（英文）\n$/
    )
    const all = (await cli(['explain', '--lang', 'zh'], { columns: 160 })).stdout
    expect(all).toMatch(/^在线状态\n {2}StateChange /)
    expect(all).toMatch(/ {2}BlocklistAdd +Sns\.CallbackBlackListAdd +添加黑名单之后\n/)
    expect(all).toMatch(/\ntencent-im-callbacks explain COMMAND 查看详情。\n$/)
  })

  it('leaves the wire names out of the Chinese list where the terminal has no room for them', async () => {
    const { stdout } = await cli(['explain', '--lang', 'zh'], { columns: 80 })
    expect(stdout).toMatch(/ {2}BlocklistAdd +添加黑名单之后\n/)
    expect(stdout).not.toContain('Sns.')
  })

  it('answers in English where that is asked for', async () => {
    const english = await explain('BlocklistAdd')
    expect(await cli(['explain', 'BlocklistAdd', '--lang', 'en'], { language: 'zh' })).toEqual(english)
  })

  it.each(['jp', 'zhuang', 'z'])('knows two languages, and not %s', async (lang) => {
    expect(await explain('BlocklistAdd', '--lang', lang)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^--lang must be en or zh\n/)
    })
  })

  it('takes one command', async () => {
    expect(await explain('BlocklistAdd', 'BlocklistDelete')).toMatchObject({
      code: 2,
      stderr: 'Give one command\nSee tencent-im-callbacks explain --help\n'
    })
  })
})
