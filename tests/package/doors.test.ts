import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { printedBy, root, run } from '../support/process'
import { installed, outputOf, project } from './consumer'

const program = `
  const [one] = fc.sample(arbitrary.requestArbitrary(library.BlocklistAdd, { sdkAppId: 1 }), 1)
  const parse = library.parseBlocklistAddCallback({ sdkAppId: 1 })
  console.log(parse(one)._tag, testing.exampleCallback(library.BlocklistAdd).packet.PairList.length)
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
  ])('work together in %s', async (_title, file, code) => {
    expect(await outputOf(project('newest', 'kit', { [file]: code }), file)).toBe('Right 3\n')
  })

  it('for tests needs no fast-check, unless arbitraries are asked for', async () => {
    const load = (door: string) =>
      run(process.execPath, ['--input-type=module', '--eval', `await import('${door}')`], {
        cwd: project('bare', 'kit', {})
      })
    expect((await load('tencent-im-callbacks/testing')).code).toBe(0)
    expect((await load('tencent-im-callbacks/testing/arbitrary')).stderr).toContain("Cannot find package 'fast-check'")
  })

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
    const cwd = project('newest', 'kit-types', { 'kit.mts': typed, 'kit.cts': typed, 'kit.ts': typed })
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022']
    const check = (...args: ReadonlyArray<string>) =>
      printedBy(run(process.execPath, [tsc, ...options, ...args], { cwd }))
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
  })

  it.each(['js', 'cjs'])('for tests and the command leave the main one free of them: %s', (format) => {
    const text = readFileSync(join(installed(), 'dist', `index.${format}`), 'utf8')
    expect(ts.preProcessFile(text, true, true).importedFiles).toEqual([])
    expect(text).not.toMatch(/callbackRequest|hostileRequests|exampleCallback/)
  })
})
