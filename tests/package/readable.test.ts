import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { printedBy, run } from '../support/process'
import { installed, project } from './consumer'

describe('what is installed is readable', () => {
  it.each([
    ['checkDefinitions', 'parseCallback()'],
    ['tokenAuthentication', "tokenAuthentication({ token: '' })"]
  ])('a stack names %s, at its place in the TypeScript', async (name, call) => {
    const code = `
      const library = require('tencent-im-callbacks')
      try { library.${call} } catch (problem) { console.log(problem.stack) }
    `
    const cwd = project('bare', 'stack', { [`${name}.cjs`]: code })
    const stack = await printedBy(run(process.execPath, ['--enable-source-maps', `${name}.cjs`], { cwd }))
    expect(stack).toMatch(new RegExp(`at (?:Object\\.)?${name} \\(.*/src/[a-z/-]+\\.ts:\\d+:\\d+\\)`))
  })

  it.each(['js', 'cjs'])('the source map of index.%s holds the sources that it names', (format) => {
    const map = JSON.parse(readFileSync(join(installed(), 'dist', `index.${format}.map`), 'utf8')) as {
      readonly sources: ReadonlyArray<string>
      readonly sourcesContent: ReadonlyArray<string>
    }
    const place = map.sources.findIndex((source) => source.endsWith('src/parse-callback.ts'))
    expect(map.sourcesContent[place]).toContain('The body is not looked at before this is right.')
  })
})

describe('an editor, at a field of a packet', () => {
  const text = `
    import { parseBlocklistAddCallback } from 'tencent-im-callbacks'

    const result = parseBlocklistAddCallback({ sdkAppId: 1400000000 })({ url: '/', body: '{}' })
    if (result._tag === 'Right') result.right.packet.PairList[0]?.From_Account
  `
  let file: string
  let service: ts.LanguageService

  beforeAll(() => {
    file = join(project('bare', 'editor', { 'main.mts': text }), 'main.mts')
    const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, strict: true, types: [] }
    service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getCurrentDirectory: () => join(file, '..'),
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      getScriptFileNames: () => [file],
      getScriptVersion: () => '1',
      getScriptSnapshot: (name) => {
        const content = ts.sys.readFile(name)
        return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
      },
      fileExists: (name) => ts.sys.fileExists(name),
      readFile: (name) => ts.sys.readFile(name),
      directoryExists: (name) => ts.sys.directoryExists(name)
    })
  })

  afterAll(() => {
    service.dispose()
  })

  it.each([
    ['PairList', 'Who blocked whom: up to 1,000 pairs, since one REST call can block many users.'],
    ['From_Account', 'Who blocks.']
  ])('shows the comment of %s, and its declaration', (field, comment) => {
    const position = text.lastIndexOf(field)
    const { documentation } = service.getQuickInfoAtPosition(file, position) ?? {}
    expect(ts.displayPartsToString(documentation)).toBe(comment)

    const [definition] = service.getDefinitionAtPosition(file, position) ?? []
    const { start, length } = definition?.contextSpan ?? { start: 0, length: 0 }
    const declared = readFileSync(definition?.fileName ?? '', 'utf8').slice(start, start + length)
    expect(definition?.fileName).toMatch(/tencent-im-callbacks\/dist\/index\.d\.ts$/)
    expect(declared).toMatch(new RegExp(`^${field}: `))
  })
})
