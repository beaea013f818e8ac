import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { body } from '../fixtures/blocklist'

const root = join(__dirname, '../..')
// Inside the package, so that its own name resolves to what was built.
const folder = join(__dirname, '.extracted')

interface Example {
  readonly place: string
  readonly code: string
}

const lineOf = (text: string, index: number): string => String(text.slice(0, index).split('\n').length)

const fromReadme = (file: string): ReadonlyArray<Example> => {
  if (!existsSync(join(root, file))) return []
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map((match) => ({
    place: `${file}:${lineOf(text, match.index)}`,
    code: match[1] ?? ''
  }))
}

const fromSource = (file: string): ReadonlyArray<Example> => {
  const text = readFileSync(join(root, 'src', file), 'utf8')
  return [...text.matchAll(/ \* @example\n((?: \*.*\n)*?) \*\//g)].map((match) => ({
    place: `src/${file}:${lineOf(text, match.index)}`,
    code: (match[1] ?? '').replaceAll(/^ \* ?/gm, '')
  }))
}

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts')
)
const examples = [...fromReadme('README.md'), ...fromReadme('README.zh-CN.md'), ...sources.flatMap(fromSource)].map(
  (example, i) => ({ ...example, file: join(folder, `${String(i)}.mts`) })
)
const servers = examples.filter(({ code }) => code.includes('.listen('))
const programs = examples.filter(({ code }) => !code.includes('.listen('))
const env = { ...process.env, TENCENT_IM_TOKEN: 'xxxxyyyy' }

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const { file, code } of examples) {
    // Any free port will do.
    const runnable = code.replaceAll(
      /\.listen\(\d+\)/g,
      ".listen(0, function (this: import('node:net').Server) { console.log('port', JSON.stringify(this.address())) })"
    )
    writeFileSync(file, runnable)
    const { outputText } = ts.transpileModule(runnable, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true }
    })
    writeFileSync(file.replace('.mts', '.mjs'), outputText)
  }
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const portOf = (file: string): Promise<{ readonly port: number; readonly stop: () => void }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    child.on('exit', (code) => {
      reject(new Error(`it ended with ${String(code)} before it listened`))
    })
    child.stdout.on('data', (data: Buffer) => {
      const port = /"port":(\d+)/.exec(data.toString())?.[1]
      if (port !== undefined) resolve({ port: Number(port), stop: () => void child.kill() })
    })
  })

describe('the examples of README and source', () => {
  it('are there', () => {
    expect(programs.length).toBeGreaterThan(20)
    expect(servers.length).toBeGreaterThan(1)
  })
  it('compile in a strict project', () => {
    const options: ts.CompilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      noEmit: true,
      skipLibCheck: true
    }
    const program = ts.createProgram(
      examples.map(({ file }) => file),
      options
    )
    const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      const example = examples.find((one) => one.file === file?.fileName)
      return `${example?.place ?? String(file?.fileName)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
    expect(problems).toEqual([])
  }, 60_000)
  it.each(programs)('$place runs', ({ file }) => {
    execFileSync(process.execPath, [file.replace('.mts', '.mjs')], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  })
  it.each(servers)('$place answers the documented request', async ({ file, code }) => {
    const { port, stop } = await portOf(file.replace('.mts', '.mjs'))
    try {
      const path = /\.post\('([^']*)'/.exec(code)?.[1] ?? '/'
      const query =
        'SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd&contenttype=json&ClientIP=127.0.0.1&OptPlatform=iOS'
      const response = await fetch(`http://127.0.0.1:${String(port)}${path}?${query}`, { method: 'POST', body })
      expect([response.status, await response.json()]).toEqual([
        200,
        { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
      ])
    } finally {
      stop()
    }
  })
})
