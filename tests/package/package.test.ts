import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { body, pairs, query } from '../fixtures/blocklist'
import { printedBy, root, run } from '../support/process'

const temporary = mkdtempSync(join(tmpdir(), 'tencent-im-callbacks-'))
const tarball = join(temporary, 'package.tgz')

/** A project of a user: the tarball is installed, and the packages of `peers` beside it. */
const createProject = async (name: string, peers: ReadonlyArray<string>): Promise<void> => {
  const modules = join(temporary, name, 'node_modules')
  mkdirSync(join(modules, 'tencent-im-callbacks'), { recursive: true })
  await printedBy(run('tar', ['-xzf', tarball, '--strip-components=1', '-C', join(modules, 'tencent-im-callbacks')]))
  for (const peer of peers) symlinkSync(join(root, 'node_modules', peer), join(modules, peer), 'junction')
}

const outputIn = (project: string, file: string, code: string): Promise<string> => {
  const cwd = join(temporary, project)
  writeFileSync(join(cwd, file), code)
  return printedBy(run(process.execPath, [file], { cwd }))
}

beforeAll(async () => {
  const packed = await printedBy(run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', temporary]))
  symlinkSync(join(temporary, packed.trim()), tarball)
  await createProject('bare', [])
  await createProject('with-peers', ['fp-ts', 'io-ts'])
}, 60_000)

afterAll(() => {
  rmSync(temporary, { recursive: true, force: true })
})

describe('the tarball', () => {
  it('holds these files, and no others', () => {
    const installed = join(temporary, 'bare/node_modules/tencent-im-callbacks')
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' })
    const chinese = existsSync(join(root, 'README.zh-CN.md')) ? ['README.zh-CN.md'] : []
    expect(files.filter((file) => statSync(join(installed, file)).isFile()).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      ...chinese,
      join('dist', 'cli.js'),
      ...['index', 'testing', 'testing/arbitrary'].flatMap((name) =>
        ['cjs', 'd.cts', 'd.ts', 'js'].map((extension) => join('dist', `${name}.${extension}`))
      ),
      'package.json'
    ])
  })

  it('is smaller than 80 KiB', () => {
    expect(statSync(tarball).size).toBeLessThan(80 * 1024)
  })

  it('is what publint asks for', async () => {
    const program = `
      import { readFile } from 'node:fs/promises'
      import { publint } from 'publint'
      const { buffer } = await readFile(${JSON.stringify(tarball)})
      const { messages } = await publint({ strict: true, pack: { tarball: buffer } })
      console.log(JSON.stringify(messages))
    `
    const printed = await printedBy(run(process.execPath, ['--input-type=module', '--eval', program]))
    expect(JSON.parse(printed)).toEqual([])
  })

  it('has types that every kind of resolution finds, that of old Node versions too', async () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js')
    const printed = await printedBy(run(process.execPath, [attw, tarball, '--profile', 'strict', '--format', 'json']))
    expect(JSON.parse(printed)).toMatchObject({ analysis: { problems: [] } })
  }, 30_000)
})

const documented = `
  const url = '/?${query}'
  const parse = library.parseBlocklistAddCallback({ sdkAppId: 1400000000 })
  const good = parse({ method: 'POST', url, body: ${JSON.stringify(body)} })
  const bad = parse({ method: 'POST', url, body: '{' })
  console.log(JSON.stringify([good.right.packet.PairList, bad, library.okResponse(), library.failResponse('no')]))
`
const expected = [
  pairs,
  { _tag: 'Left', left: { _tag: 'MalformedBody', reason: 'json' } },
  { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' },
  { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'no' }
]

const withPeers = `
  const Rename = t.type({ CallbackCommand: t.literal('Example.Rename'), Names: t.array(library.UserId) })
  const definition = library.defineCallback({ command: 'Example.Rename', packet: Rename })
  const result = library.parseCallback(definition)({ sdkAppId: 1400000000 })({
    query: 'SdkAppid=1400000000&CallbackCommand=Example.Rename',
    body: '{ "CallbackCommand": "Example.Rename", "Names": ["id", ""] }'
  })
  console.log(E.isLeft(result) && library.describeError(result.left))
`

describe.each(['bare', 'with-peers'])('the installed library, %s', (project) => {
  it.each([
    ['an ES module', 'main.mjs', `import * as library from 'tencent-im-callbacks'\n${documented}`],
    ['CommonJS', 'main.cjs', `const library = require('tencent-im-callbacks')\n${documented}`],
    ['CommonJS by import()', 'late.cjs', `import('tencent-im-callbacks').then((library) => {${documented}})`]
  ])('runs from %s', async (_title, file, code) => {
    expect(JSON.parse(await outputIn(project, file, code))).toEqual(expected)
  })
})

describe('the installed library, with-peers', () => {
  it.each([
    [
      'an ES module',
      'peers.mjs',
      `import * as E from 'fp-ts/lib/Either.js'
       import * as t from 'io-ts'
       import * as library from 'tencent-im-callbacks'
       ${withPeers}`
    ],
    [
      'CommonJS',
      'peers.cjs',
      `const E = require('fp-ts/Either')
       const t = require('io-ts')
       const library = require('tencent-im-callbacks')
       ${withPeers}`
    ]
  ])('works with the io-ts and fp-ts of the user from %s', async (_title, file, code) => {
    expect(await outputIn('with-peers', file, code)).toBe(
      'Invalid packet, 1 issue: Names[1] is empty, expected UserId\n'
    )
  })

  it('has types in ES modules and in CommonJS, which catch a misuse', async () => {
    const cwd = join(temporary, 'with-peers')
    const program = `
      import { parseBlocklistAddCallback, type BlocklistAddCallback, type SdkAppId, type UserId } from 'tencent-im-callbacks'
      const result = parseBlocklistAddCallback({ sdkAppId: 1400000000 })({ url: '/', body: '' })
      export const id: UserId | undefined = result._tag === 'Right' ? result.right.packet.PairList[0]?.From_Account : undefined
      // @ts-expect-error a number that nobody checked
      export const bare: SdkAppId = 1400000000
      // @ts-expect-error an object literal
      export const forged: BlocklistAddCallback = { command: 'Sns.CallbackBlackListAdd', parameters: {}, packet: {} }
    `
    for (const file of ['main.mts', 'main.cts']) writeFileSync(join(cwd, file), program)
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    // Neither the types of node nor those of browsers are needed.
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022']
    expect(await printedBy(run(process.execPath, [tsc, ...options, 'main.mts', 'main.cts'], { cwd }))).toBe('')
  }, 60_000)
})
