import { describe, expect, it } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { servers, usage } from '../../examples/run'
import { body, pairs, query } from '../fixtures/blocklist'
import { exchange } from '../support/exchange'
import { printedBy, root, run, start } from '../support/process'

// As `npm run example` does it.
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { example: string } }
const [, command = '', options = ''] = /^(tsx) (.*)$/.exec(scripts.example) ?? []
const args = (...names: ReadonlyArray<string>) => [
  join(root, `node_modules/${command}/dist/cli.mjs`),
  ...options.split(' '),
  ...names
]

describe('the runner of examples', () => {
  // Nest is the one whose decorators need settings.
  it.each(['node-http', 'nest'])('starts %s, and prints a line for each callback', async (name) => {
    const env = { ...process.env, PORT: '0', SDK_APP_ID: '1400000001' }
    const { child, ended } = start(process.execPath, args(name), { env })
    try {
      const port = await new Promise<number>((resolve, reject) => {
        let printed = ''
        child.stdout?.on('data', (text: string) => {
          printed += text
          const [, digits] = new RegExp(`^${name} listens on http://127.0.0.1:(\\d+)/tencent$`, 'm').exec(printed) ?? []
          if (digits !== undefined) resolve(Number(digits))
        })
        ended.then(({ stderr }) => {
          reject(new Error(stderr))
        }, reject)
      })
      const answer = await exchange(port, { path: '/tencent', query: query.replace('1400000000', '1400000001'), body })
      expect(answer).toMatchObject({ status: 200, body: '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}' })
    } finally {
      child.kill()
    }
    expect((await ended).stdout.trim().split('\n').at(-1)).toBe(`Sns.CallbackBlackListAdd ${JSON.stringify(pairs)}`)
  })

  it('wants a port that is a number', async () => {
    const { code, stderr } = await run(process.execPath, args('node-http'), { env: { ...process.env, PORT: 'http' } })
    expect(stderr).toContain('PORT must be a number')
    expect(code).toBe(1)
  })

  it('starts a folder with a main.ts', async () => {
    const folder = mkdtempSync(join(root, 'examples/folder-'))
    try {
      writeFileSync(join(folder, 'main.ts'), "const printed: string = 'It runs'\nconsole.log(printed)\n")
      expect(await printedBy(run(process.execPath, args(basename(folder))))).toBe('It runs\n')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('lists all names if it is given none of them, and ends with 2', async () => {
    const { code, stdout, stderr } = await run(process.execPath, args('kao'))
    expect(code).toBe(2)
    expect(stdout).toBe('')
    const [usage, ...listed] = stderr.trimEnd().split('\n  ')
    expect(usage).toBe(
      'There is no example kao; did you mean koa?\nUsage: npm run example <name>, where <name> is one of'
    )
    expect(listed).toEqual(expect.arrayContaining([...Object.keys(servers), 'blocklist-mirror', 'message-inbox']))
  })

  it.each([
    ['', 'Usage: npm run example <name>, where <name> is one of'],
    ['laravel', 'There is no example laravel'],
    ['constructor', 'There is no example constructor'],
    ['blocklist', 'There is no example blocklist; did you mean blocklist-mirror?']
  ])('says of %j: %s', async (typed, says) => {
    expect((await usage(typed)).split('\n')[0]).toBe(says)
  })
})
