import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { rollup } from 'rollup'
import webpack from 'webpack'
import { allCallbacks } from '../../src'
import { expected, installed, outputOf, project, work } from './consumer'

interface Bundle {
  readonly code: string
  readonly warnings: ReadonlyArray<unknown>
}

type Bundler = (entry: string) => Promise<Bundle>

const withEsbuild: Bundler = async (entry) => {
  const { outputFiles, warnings } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    write: false,
    logLevel: 'silent'
  })
  return { code: outputFiles[0]?.text ?? '', warnings }
}

const withRollup: Bundler = async (entry) => {
  const warnings: Array<unknown> = []
  const bundle = await rollup({
    input: entry,
    // The library imports nothing, so its own file is all that has to be found.
    plugins: [
      {
        name: 'resolve',
        resolveId: (id) => (id === 'tencent-im-callbacks' ? join(installed(), 'dist/index.js') : undefined)
      }
    ],
    onLog: (_level, log) => warnings.push(log)
  })
  const { output } = await bundle.generate({ format: 'iife' })
  await bundle.close()
  return { code: output[0].code, warnings }
}

const withWebpack: Bundler = (entry) =>
  new Promise((resolve, reject) => {
    const path = join(entry, '../webpack')
    webpack({ mode: 'production', target: 'web', entry, output: { path, filename: 'bundle.js' } }, (problem, stats) => {
      if (problem !== null || stats === undefined) {
        reject(problem ?? new Error('webpack gave no statistics'))
        return
      }
      const { errors = [], warnings = [] } = stats.toJson({ all: false, errors: true, warnings: true })
      if (errors.length > 0) reject(new Error(JSON.stringify(errors)))
      else resolve({ code: readFileSync(join(path, 'bundle.js'), 'utf8'), warnings })
    })
  })

/** Runs a script where there is nothing of node, only what browsers have too. */
const inBrowser = `
  const { readFileSync } = require('node:fs')
  const { createContext, runInContext } = require('node:vm')
  const print = (text) => console.log(text)
  runInContext(readFileSync('bundle.js', 'utf8'), createContext({ print, TextDecoder, TextEncoder, URL, URLSearchParams }))
`

/** The commands that a bundle knows. */
const commandsIn = (code: string): ReadonlyArray<string> =>
  allCallbacks
    .map(({ command }) => command)
    .filter((command) => code.includes(`"${command}"`) || code.includes(`'${command}'`))

describe.each<[string, Bundler]>([
  ['esbuild', withEsbuild],
  ['rollup', withRollup],
  ['webpack', withWebpack]
])('%s, for the browser', (name, bundle) => {
  const bundled = (title: string, code: string): Promise<Bundle> =>
    bundle(join(project('bare', `${name}-${title}`, { 'main.mjs': code }), 'main.mjs'))

  it('bundles without a warning, and the bundle runs without anything of node', async () => {
    const { code, warnings } = await bundled('work', `import * as library from 'tencent-im-callbacks'\n${work}`)
    expect(warnings).toEqual([])
    const cwd = project('bare', `${name}-run`, { 'bundle.js': code, 'main.cjs': inBrowser })
    expect(JSON.parse(await outputOf(cwd, 'main.cjs'))).toEqual(expected)
  })

  it('leaves out all codecs where only okResponse is imported', async () => {
    const { code } = await bundled('ok', "import { okResponse } from 'tencent-im-callbacks'\nprint(okResponse())")
    expect(code).toContain('ActionStatus')
    expect(code).not.toMatch(/UserId|SdkAppId|BlackList|prototype|Uint32Array|TextDecoder/)
  })

  it('takes no command along with another', async () => {
    const parsers = ['parseBlocklistAddCallback', 'parsePrevFriendAddCallback']
    const bundles = await Promise.all(
      parsers.map((parser) => bundled(parser, `import { ${parser} } from 'tencent-im-callbacks'\nprint(${parser})`))
    )
    expect(bundles.map(({ code }) => commandsIn(code))).toEqual([
      ['Sns.CallbackBlackListAdd'],
      ['Sns.CallbackPrevFriendAdd']
    ])
  })
})

describe('what an app ships, minified by esbuild and compressed', () => {
  const kib = 1024
  it.each([
    // io-ts is in it, with the inheritance of its classes: about half a KiB.
    ['the main job', 6.4, '{ parseBlocklistAddCallback, okResponse, failResponse, responseTo }'],
    ['the whole door', 24, '* as everything'],
    ['okResponse alone', 0.6, '{ okResponse }']
  ])('%s is at most %d KiB', async (title, limit, names) => {
    const entry = `export ${names} from 'tencent-im-callbacks'`
    const { code } = await withEsbuild(join(project('bare', `size-${title}`, { 'main.mjs': entry }), 'main.mjs'))
    expect(code).toContain('ActionStatus')
    expect(gzipSync(code).length / kib).toBeLessThanOrEqual(limit)
  })
})
