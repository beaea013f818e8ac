import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { createCallbackServer } from '../../examples/node-http'
import { printedBy, root, run } from '../support/process'
import { createProject } from '../support/project'
import { withServer } from '../support/server'
import { app, right, server } from './harness'

let project: Awaited<ReturnType<typeof createProject>>
beforeAll(async () => {
  project = await createProject(['fast-check', 'fp-ts', 'io-ts'])
}, 60_000)
afterAll(() => {
  project.remove()
})

/** The installed command, as a process. */
const command = (...args: ReadonlyArray<string>) =>
  run(process.execPath, [join('node_modules', 'tencent-im-callbacks', 'dist', 'cli.js'), ...args], {
    cwd: project.folder
  })

describe('the installed command', () => {
  it('finds nothing wrong with the example of node:http', async () => {
    const example = createCallbackServer(
      { sdkAppId: 1400000000 },
      () => undefined,
      () => undefined
    )
    const { code, stdout, stderr } = await withServer(example, (url) => command('check', url, ...app))
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^46 passed, 0 failed, 1 for you to decide; the slowest /)
    expect([code, stderr]).toEqual([0, ''])
  })

  it('fails where the answer comes three seconds late', async () => {
    const late = server((moment) => {
      setTimeout(() => {
        right(moment)
      }, 3000).unref()
    })
    const { code, stdout } = await withServer(late, (url) => command('send', url, ...app))
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      '✘ No complete answer within 2 s; store or queue the callback first, answer, and work later'
    )
    expect(code).toBe(1)
  })

  it('reads the standard input', async () => {
    writeFileSync(join(project.folder, 'request.txt'), '/?SdkAppid=1400000000&CallbackCommand=Example.Other\n{}')
    const shell = `"${process.execPath}" node_modules/tencent-im-callbacks/dist/cli.js decode --sdk-app-id 1400000000 --json < request.txt`
    const { code, stdout } = await run('sh', ['-c', shell], { cwd: project.folder })
    expect(JSON.parse(stdout)).toMatchObject({ error: { _tag: 'UnexpectedCommand', received: 'Example.Other' } })
    expect(code).toBe(1)
  })

  it('tells wrong usage by its exit code', async () => {
    const { code, stdout, stderr } = await command('send')
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      'Give one URL, that of your endpoint\nSee tencent-im-callbacks send --help\n'
    ])
  })

  it('runs by the name that npm links', async () => {
    const { bin } = JSON.parse(readFileSync(join(project.installed, 'package.json'), 'utf8')) as {
      bin: Record<string, string>
    }
    const target = join(project.installed, bin['tencent-im-callbacks'] ?? '')
    const links = join(project.folder, 'node_modules', '.bin')
    mkdirSync(links)
    symlinkSync(target, join(links, 'tencent-im-callbacks'))
    // As npm does when it installs.
    chmodSync(target, 0o755)
    expect(await printedBy(run(join(links, 'tencent-im-callbacks'), ['--help']))).toContain(
      'Usage: tencent-im-callbacks'
    )
  })

  it('ends in silence where nobody reads its output any more', async () => {
    const shell = `"${process.execPath}" node_modules/tencent-im-callbacks/dist/cli.js --help | true`
    expect(await run('sh', ['-c', shell], { cwd: project.folder })).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})

const program = `
  const [one] = fc.sample(arbitrary.requestArbitrary(library.BlocklistAdd, { sdkAppId: 1 }), 1)
  const parse = library.parseBlocklistAddCallback({ sdkAppId: 1 })
  const isOne = testing.examples[0].definition === library.BlocklistAdd
  console.log(isOne, parse(one)._tag, testing.exampleCallback(library.BlocklistAdd).packet.PairList.length)
`

describe('the installed doors', () => {
  it.each([
    [
      'ES modules',
      'kit.mjs',
      `import fc from 'fast-check'
       import * as library from 'tencent-im-callbacks'
       import * as testing from 'tencent-im-callbacks/testing'
       import * as arbitrary from 'tencent-im-callbacks/testing/arbitrary'
       ${program}`
    ],
    [
      'CommonJS',
      'kit.cjs',
      `const fc = require('fast-check')
       const library = require('tencent-im-callbacks')
       const testing = require('tencent-im-callbacks/testing')
       const arbitrary = require('tencent-im-callbacks/testing/arbitrary')
       ${program}`
    ]
  ])('work together in %s: there is one copy of each definition', async (_title, file, code) => {
    writeFileSync(join(project.folder, file), code)
    expect(await printedBy(run(process.execPath, [file], { cwd: project.folder }))).toBe('true Right 3\n')
  })

  it('for tests needs no fast-check, unless arbitraries are asked for', async () => {
    const bare = await createProject([])
    try {
      const load = (door: string) =>
        run(process.execPath, ['--input-type=module', '--eval', `await import('${door}')`], { cwd: bare.folder })
      expect((await load('tencent-im-callbacks/testing')).code).toBe(0)
      expect((await load('tencent-im-callbacks/testing/arbitrary')).stderr).toContain(
        "Cannot find package 'fast-check'"
      )
    } finally {
      bare.remove()
    }
  }, 60_000)

  it('have types that fit together, in ES modules, in CommonJS and in old resolution', async () => {
    const typed = `
      import { BlocklistAdd, type BlocklistAddCallback } from 'tencent-im-callbacks'
      import { callbackRequest, exampleCallback } from 'tencent-im-callbacks/testing'
      import { packetArbitrary } from 'tencent-im-callbacks/testing/arbitrary'
      export const callback: BlocklistAddCallback = exampleCallback(BlocklistAdd)
      export const packets = packetArbitrary(BlocklistAdd).map(({ PairList }) => PairList.length)
      export const { query } = callbackRequest(BlocklistAdd, {
        sdkAppId: 1400000000,
        packet: { PairList: [{ From_Account: 'id', To_Account: 'id1' }] }
      })
      // @ts-expect-error a packet without its list
      callbackRequest(BlocklistAdd, { sdkAppId: 1400000000, packet: {} })
    `
    for (const file of ['kit.mts', 'kit.cts', 'kit.ts']) writeFileSync(join(project.folder, file), typed)
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022']
    const check = (...args: ReadonlyArray<string>) =>
      printedBy(run(process.execPath, [tsc, ...options, ...args], { cwd: project.folder }))
    expect(await check('--module', 'nodenext', 'kit.mts', 'kit.cts')).toBe('')
    // fast-check itself has types that old resolution does not find.
    const old = [
      '--skipLibCheck',
      '--module',
      'commonjs',
      '--moduleResolution',
      'node10',
      '--ignoreDeprecations',
      '6.0'
    ]
    expect(await check(...old, 'kit.ts')).toBe('')
  }, 60_000)

  it.each(['index.js', 'index.cjs'])('of the library itself is free of them: %s', (file) => {
    const text = readFileSync(join(project.installed, 'dist', file), 'utf8')
    expect(ts.preProcessFile(text, true, true).importedFiles).toEqual([])
    expect(text).not.toMatch(/\b(?:require|import)\(|node:|hostile|callbackRequest|id1/)
  })
  it('are runnable: the command is a program', () => {
    expect(readFileSync(join(project.installed, 'dist', 'cli.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(statSync(join(project.installed, 'dist', 'cli.js')).size).toBeLessThan(40 * 1024)
  })
})
