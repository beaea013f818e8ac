import { beforeAll, describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { body, query } from '../fixtures/blocklist'
import { printedBy, root, start } from '../support/process'

interface Example {
  readonly file: string
  /** The line of `file` where the code begins. */
  readonly line: number
  readonly code: string
}

const find = (file: string, pattern: RegExp): ReadonlyArray<Example> => {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(pattern)].map(({ 0: code, index }) => ({
    file,
    line: text.slice(0, index).split('\n').length,
    code
  }))
}

const readmes = ['README.md', 'README.zh-CN.md'].filter((file) => existsSync(join(root, file)))
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join('src', file))
  .sort()

const fromReadmes = readmes.flatMap((file) => find(file, /(?<=^```ts\n)[^]*?(?=^```$)/gm))
const fromSources = sources
  .flatMap((file) => find(file, /(?<=^ *\* @example\n)(?: *\*(?!\/| @).*\n)+/gm))
  .map((example) => ({ ...example, code: example.code.replaceAll(/^ *\* ?/gm, '') }))

const examples = [...fromReadmes, ...fromSources].map((example) => ({
  ...example,
  place: `${example.file}:${String(example.line)}`
}))

// These are not in any file. Without them nobody would know whether a wrong example is noticed.
const wrongType: Example = { file: 'wrong-type.md', line: 7, code: "\nexport const id: number = 'id'\n" }
const wrongResult: Example = {
  file: 'wrong-result.md',
  line: 7,
  code: "import assert from 'node:assert/strict'\ninterface Gone {}\nassert.equal(1, 2)\nexport type { Gone }\n"
}

// Inside the package, so that its own name resolves to what was built.
const folder = join(__dirname, '.extracted')
const extracted = (name: string): string => join(folder, name)
const nameOf = ({ file, line }: Example): string => `${file.replaceAll(/[\\/]/g, '-')}.${String(line)}`

const strict: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
  // The folder of CommonJS is a package of its own as long as it is not installed, and finds no other by its name.
  paths: Object.fromEntries(
    ['', '/testing', '/testing/arbitrary'].map((door) => [
      `tencent-im-callbacks${door}`,
      [join(root, 'dist/esm', `${door.slice(1) || 'index'}.d.ts`)]
    ])
  ),
  inlineSourceMap: true
}

/** Writes the examples as modules, compiles them all at once, and gives the compiler's complaints. */
const compile = (all: ReadonlyArray<Example>): ReadonlyArray<string> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  copyFileSync(join(__dirname, 'any-port.mts'), extracted('any-port.mts'))
  const places = new Map(all.map((example) => [extracted(`${nameOf(example)}.mts`), example.file]))
  for (const example of all) {
    // The empty lines give every line the number that it has in its own file.
    writeFileSync(extracted(`${nameOf(example)}.mts`), '\n'.repeat(example.line - 1) + example.code)
  }
  const program = ts.createProgram([...places.keys(), extracted('any-port.mts')], strict)
  program.emit()
  // Declarations are checked too, but not those of other packages.
  const own = program.getSourceFiles().filter(({ fileName }) => !fileName.includes('/node_modules/'))
  const diagnostics = own.flatMap((file) => ts.getPreEmitDiagnostics(program, file))
  return diagnostics.map(({ file, start = 0, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, '\n')
    if (file === undefined) return message
    const line = 1 + file.getLineAndCharacterOfPosition(start).line
    return `${places.get(file.fileName) ?? file.fileName}:${String(line)} ${message}`
  })
}

/** Starts an example as it is, except that a server gets a free port. */
const startExample = (example: Example) => {
  const anyPort = pathToFileURL(extracted('any-port.mjs')).href
  const args = ['--enable-source-maps', '--import', anyPort, extracted(`${nameOf(example)}.mjs`)]
  return start(process.execPath, args, { env: { ...process.env, TENCENT_IM_TOKEN: 'xxxxyyyy' } })
}

const post = async (port: number, path: string, headers: Record<string, string>): Promise<[number, string]> => {
  // Bytes, since fetch gives text a Content-Type.
  const bytes = new TextEncoder().encode(body)
  const response = await fetch(`http://127.0.0.1:${String(port)}${path}?${query}`, {
    method: 'POST',
    headers,
    body: bytes
  })
  return [response.status, await response.text()]
}

let complaints: ReadonlyArray<string>
beforeAll(() => {
  complaints = compile([...fromReadmes, ...fromSources, wrongType, wrongResult])
}, 60_000)

describe('the examples of README and source', () => {
  it('are all found', () => {
    const text = [...readmes, ...sources].map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
    const marks = text.match(/^ *(?:```(?:[cm]?[jt]sx?|javascript|typescript)|\* @example)\b/gim) ?? []
    expect(marks.length).toBe(examples.length)
  })

  it('compile in a strict project, and what is wrong is reported by file and line', () => {
    expect(complaints).toEqual(["wrong-type.md:8 Type 'string' is not assignable to type 'number'."])
  })

  it.each(examples)('$place runs', async (example) => {
    const { child, ended } = startExample(example)
    const address = await Promise.race([
      once(child, 'message').then(([message]) => message as AddressInfo),
      ended.then(() => undefined)
    ])
    if (address === undefined) {
      await printedBy(ended)
      expect(example.code).not.toContain('.listen(')
      return
    }
    const path = /'(\/[\w/-]*)'/.exec(example.code)?.[1] ?? '/'
    const types = [{ 'Content-Type': 'application/json' }, { 'Content-Type': 'text/plain' }, {}]
    const answers = await Promise.all(types.map((headers) => post(address.port, path, headers))).finally(() =>
      child.kill()
    )
    expect(answers).toEqual(types.map(() => [200, '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}']))
    const promised = /(?:prints: |打印：)(.*)/.exec(example.code)?.[1]
    const printed = new Set((await ended).stdout.trim().split('\n'))
    if (promised !== undefined) expect([...printed].join(', ')).toBe(promised)
  })

  it('fail by file and line if they do not do what they say', async () => {
    const { code, stderr } = await startExample(wrongResult).ended
    expect(code).toBe(1)
    expect(stderr).toContain('wrong-result.md.7.mts:9')
  })
})
