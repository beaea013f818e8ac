import { expect, it } from '@jest/globals'
import { basename, join } from 'node:path'
import * as library from 'tencent-im-callbacks'
import { exampleRequest } from 'tencent-im-callbacks/testing'
import ts from 'typescript'
import { testCodeOf } from '../../../../src/cli/listen/page/copies/test-code'
import { root } from '../../../support/process'
import { callback, kept, request } from './kept'

const names = new Map<unknown, string>(Object.entries(library).map(([name, value]) => [value, name]))

/** The test of every command's example. */
const tests = library.allCallbacks.map((definition) => {
  const { url, body } = exampleRequest(definition)
  const name = String(names.get(definition))
  const verdict = callback({ command: definition.command, name })
  return [`${name}.ts`, String(testCodeOf(kept({ verdict, request: request({ target: url }, body) })))] as const
})

const folder = join(root, 'tests/cli/listen/page/copies')

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: ['node'],
  resolveJsonModule: true,
  paths: {
    'tencent-im-callbacks': [join(root, 'src/index.ts')],
    'tencent-im-callbacks/testing': [join(root, 'src/testing/index.ts')]
  }
}

/** What TypeScript finds wrong with files that are not on the disk. */
const problemsIn = (files: ReadonlyMap<string, string>): ReadonlyArray<string> => {
  const disk = ts.createCompilerHost(options)
  const textOf = (path: string) => files.get(basename(path))
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => textOf(path) !== undefined || disk.fileExists(path),
    getSourceFile: (path, language, onError) => {
      const text = textOf(path)
      return text === undefined
        ? disk.getSourceFile(path, language, onError)
        : ts.createSourceFile(path, text, language)
    }
  }
  const paths = [...files.keys()].map((name) => join(folder, name))
  const program = ts.createProgram(paths, options, host)
  return paths
    .flatMap((path) => program.getSemanticDiagnostics(program.getSourceFile(path)))
    .map(
      ({ messageText, file }) =>
        `${basename(String(file?.fileName))}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    )
}

const handle = `
import { handleCallbacks } from 'tencent-im-callbacks'
export const handle = handleCallbacks({ sdkAppId: 1400000000 })
`

it('a copied test compiles, whatever else is in the packet, and still finds a packet that is wrong', () => {
  const code = new Map(tests).get('BlocklistAdd.ts') ?? ''
  const odd = code.replace('PairList:', 'Extra: { a: [1] }, PairList:')
  const wrong = code.replace('PairList:', 'Pairs:')
  expect(tests).toHaveLength(61)
  expect(problemsIn(new Map([['handle.ts', handle], ['odd.ts', odd], ['wrong.ts', wrong], ...tests]))).toEqual([
    expect.stringMatching(/^wrong\.ts: .*PairList/)
  ])
})
