import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '../..')
const project = mkdtempSync(join(tmpdir(), 'tencent-im-callbacks-'))
const installed = join(project, 'node_modules/tencent-im-callbacks')
const run = (command: string, args: ReadonlyArray<string>, cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8' })

const program = `
const url = '/?SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd'
const body = '{"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"From_Account":"id","To_Account":"id1"}]}'
const parse = library.parseBlocklistAddCallback({ sdkAppId: 1400000000 })
const good = parse({ url, body })
const bad = parse({ url, body: '{' })
console.log(JSON.stringify([good.right.packet.PairList, library.responseTo(good), library.responseTo(bad), library.okResponse(), library.failResponse('why')]))
`
const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
const fail = (ErrorInfo: string) => ({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo })

let tarball = ''
beforeAll(() => {
  tarball = join(
    project,
    run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', project], root)
      .trim()
      .split('\n')
      .at(-1) ?? ''
  )
  mkdirSync(installed, { recursive: true })
  run('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed], project)
}, 60_000)
afterAll(() => {
  rmSync(project, { recursive: true, force: true })
})

describe('the packed library', () => {
  it('holds what it has to, and no more', () => {
    const files = run('tar', ['-tzf', tarball], project).trim().split('\n')
    expect(files.sort()).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'dist/index.cjs',
        'dist/index.d.cts',
        'dist/index.d.ts',
        'dist/index.js',
        'package.json'
      ].map((file) => `package/${file}`)
    )
    expect(statSync(tarball).size).toBeLessThan(48 * 1024)
  })
  it.each([
    ['an ES module', 'main.mjs', `import * as library from 'tencent-im-callbacks'\n${program}`],
    ['CommonJS', 'main.cjs', `const library = require('tencent-im-callbacks')\n${program}`],
    ['CommonJS that imports', 'import.cjs', `import('tencent-im-callbacks').then((library) => {\n${program}\n})`]
  ])('runs from %s, with no other package there', (_title, file, code) => {
    writeFileSync(join(project, file), code)
    expect(JSON.parse(run(process.execPath, [file], project))).toEqual([
      [{ From_Account: 'id', To_Account: 'id1' }],
      ok,
      fail('Malformed body: it is not JSON'),
      ok,
      fail('why')
    ])
  })
  it.each(['main.mts', 'main.cts'])(
    'has types for %s, which catch a misuse',
    (file) => {
      for (const peer of ['io-ts', 'fp-ts'])
        cpSync(join(root, 'node_modules', peer), join(project, 'node_modules', peer), { recursive: true })
      writeFileSync(
        join(project, file),
        `import { parseBlocklistAddCallback, type BlocklistAddCallback, type SdkAppId } from 'tencent-im-callbacks'
const result = parseBlocklistAddCallback({ sdkAppId: 1400000000 })({ url: '/', body: '' })
export const id: string | undefined = result._tag === 'Right' ? result.right.packet.PairList[0]?.From_Account : undefined
// @ts-expect-error a bare number
export const bare: SdkAppId = 1400000000
// @ts-expect-error an object literal
export const forged: BlocklistAddCallback = { command: 'Sns.CallbackBlackListAdd', parameters: {}, packet: {} }
`
      )
      const tsc = join(root, 'node_modules/typescript/bin/tsc')
      expect(
        run(
          process.execPath,
          [tsc, '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', file],
          project
        )
      ).toBe('')
    },
    60_000
  )
  it('is well-formed', () => {
    const publint = join(root, 'node_modules/publint/src/cli.js')
    expect(run(process.execPath, [publint, tarball, '--strict'], root)).toContain('All good!')
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js')
    expect(run(process.execPath, [attw, tarball, '--format', 'ascii'], root)).toContain('No problems found')
  }, 60_000)
})
