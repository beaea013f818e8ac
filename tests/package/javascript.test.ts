import { describe, expect, it } from '@jest/globals'
import { join } from 'node:path'
import { printedBy, root, run } from '../support/process'
import { expected, outputOf, project, work } from './consumer'

describe('JavaScript', () => {
  it.each([
    ['an ES module', 'main.mjs', "import * as library from 'tencent-im-callbacks'", work],
    ['CommonJS', 'main.cjs', "const library = require('tencent-im-callbacks')", work],
    ['CommonJS by import()', 'late.cjs', '', `import('tencent-im-callbacks').then((library) => {${work}})`]
  ])('%s', async (_title, file, load, rest) => {
    const cwd = project('bare', 'javascript', { [file]: `const print = console.log\n${load}\n${rest}` })
    expect(JSON.parse(await outputOf(cwd, file))).toEqual(expected)
  })

  it('the project that `npm init -y` makes, with the README’s require', async () => {
    const cwd = project('bare', 'init', {
      'index.js': `const { parseBlocklistAddCallback, okResponse } = require('tencent-im-callbacks')
        console.log(typeof parseBlocklistAddCallback, okResponse().ActionStatus)`
    })
    await printedBy(run('npm', ['init', '-y'], { cwd }))
    expect(await outputOf(cwd, 'index.js')).toBe('function OK\n')
  })

  it('a jest of CommonJS, without any transformation', async () => {
    const cwd = project('bare', 'jest', {
      'main.test.cjs': `
        const library = require('tencent-im-callbacks')
        test('the work', () => {
          const printed = []
          const print = (text) => printed.push(text)
          ${work}
          expect(JSON.parse(printed[0])).toEqual(${JSON.stringify(expected)})
        })`
    })
    const jest = join(root, 'node_modules/jest/bin/jest.js')
    const config = JSON.stringify({ rootDir: cwd, transform: {}, cache: false })
    const printed = await printedBy(run(process.execPath, [jest, '--json', '--config', config], { cwd }))
    expect(JSON.parse(printed)).toMatchObject({ success: true, numPassedTests: 1, numTotalTests: 1 })
  })
})

const withIoTs = `
  const Rename = t.type({ CallbackCommand: t.literal('Example.Rename'), Names: t.array(library.UserId) })
  const definition = library.defineCallback({ command: 'Example.Rename', packet: Rename })
  const result = library.parseCallback(definition)({ sdkAppId: 1400000000 })({
    query: 'SdkAppid=1400000000&CallbackCommand=Example.Rename',
    body: '{ "CallbackCommand": "Example.Rename", "Names": ["id", ""] }'
  })
  console.log(E.isLeft(result) && library.describeError(result.left))
`

describe.each(['bare', 'lowest'] as const)(
  'JavaScript that uses io-ts and fp-ts itself, installed: %s',
  (installation) => {
    it.each([
      [
        'an ES module',
        'own.mjs',
        `import * as E from 'fp-ts/lib/Either.js'
       import * as t from 'io-ts'
       import * as library from 'tencent-im-callbacks'`
      ],
      [
        'CommonJS',
        'own.cjs',
        `const E = require('fp-ts/Either')
       const t = require('io-ts')
       const library = require('tencent-im-callbacks')`
      ]
    ])('%s', async (_title, file, load) => {
      const cwd = project(installation, 'javascript', { [file]: `${load}\n${withIoTs}` })
      expect(await outputOf(cwd, file)).toBe('Invalid packet, 1 issue: Names[1] must be a non-empty string\n')
    })
  }
)
