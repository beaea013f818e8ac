import { beforeAll, describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { BlocklistAdd } from 'tencent-im-callbacks'
import { exampleRequest } from 'tencent-im-callbacks/testing'
import { printedBy, start } from '../support/process'
import { blocksOfGuides, blocksOfSources, guides, read, sources, type Block } from './blocks'
import { compile, helper, moduleOf } from './compile'
import { blocksOfCommands } from './command-blocks'

const examples = [...blocksOfGuides, ...blocksOfSources].map((example) => ({
  ...example,
  place: `${example.file}:${String(example.line)}`
}))

const isServer = ({ code }: Block): boolean => code.includes('.listen(') && !code.includes('.close(')
const isTest = ({ code }: Block): boolean => code.includes("from 'node:test'")

const servers = examples.filter(isServer)
const tests = examples.filter(isTest)
const plain = examples.filter((example) => !isServer(example) && !isTest(example))

// These are not in any file. Without them nobody would know whether a wrong example is noticed.
const wrongType: Block = { file: 'wrong-type.md', line: 7, code: "\nexport const id: number = 'id'\n" }
const wrongResult: Block = {
  file: 'wrong-result.md',
  line: 7,
  code: "import assert from 'node:assert/strict'\ninterface Gone {}\nassert.equal(1, 2)\nexport type { Gone }\n"
}
const wrongLater: Block = {
  file: 'wrong-later.md',
  line: 7,
  code: "export {}\nconst main = async () => {\n  await Promise.resolve()\n  throw new Error('late')\n}\nvoid main()\n"
}

const node = (args: ReadonlyArray<string>) =>
  start(process.execPath, ['--enable-source-maps', ...args], { env: { ...process.env, TENCENT_IM_TOKEN: 'xxxxyyyy' } })

/** Runs examples in one process, and gives the failures of each. */
const runAll = async (all: ReadonlyArray<Block>): Promise<Readonly<Record<string, ReadonlyArray<string>>>> => {
  const { child, ended } = node([helper('run-all'), ...all.map(moduleOf)])
  const message = once(child, 'message')
  const [failures] = (await Promise.race([message, printedBy(ended).then(() => message)])) as [
    Readonly<Record<string, ReadonlyArray<string>>>
  ]
  return failures
}

const { query, body } = exampleRequest(BlocklistAdd)

const post = async (port: number, headers: Record<string, string>): Promise<[number, string]> => {
  // Bytes, since fetch gives text a Content-Type.
  const bytes = new TextEncoder().encode(body)
  const url = `http://127.0.0.1:${String(port)}/tencent?${query}`
  const response = await fetch(url, { method: 'POST', headers, body: bytes })
  return [response.status, await response.text()]
}

let complaints: ReadonlyArray<string>
let failures: Readonly<Record<string, ReadonlyArray<string>>>
beforeAll(async () => {
  complaints = compile([...examples, ...blocksOfCommands, wrongType, wrongResult, wrongLater])
  failures = await runAll([...plain, ...blocksOfCommands, wrongResult, wrongLater])
}, 60_000)

describe('the examples of README and source', () => {
  it('are all found', () => {
    const text = [...guides, ...sources].map(read).join('\n')
    const marks = text.match(/^ *(?:```(?:[cm]?[jt]sx?|javascript|typescript)|\* @example)\b/gim) ?? []
    expect(marks.length).toBe(examples.length)
  })

  it('compile in a strict project, and what is wrong is reported by file and line', () => {
    expect(complaints).toEqual(["wrong-type.md:8 Type 'string' is not assignable to type 'number'."])
  })

  it.each(plain)('$place runs', (example) => {
    expect(failures[moduleOf(example)]).toEqual([])
  })

  it.each(blocksOfCommands)('$file runs, and answers its example', (example) => {
    expect(failures[moduleOf(example)]).toEqual([])
  })

  it.each(tests)('$place passes', async (example) => {
    expect(await printedBy(node([moduleOf(example)]).ended)).toMatch(/^. fail 0$/m)
  })

  it.each(servers)('$place serves', async (example) => {
    const { child, ended } = node(['--import', pathToFileURL(helper('any-port')).href, moduleOf(example)])
    const [address] = (await Promise.race([
      once(child, 'message'),
      printedBy(ended).then(() => Promise.reject(new Error('It does not serve')))
    ])) as [AddressInfo]
    const types = [{ 'Content-Type': 'application/json' }, { 'Content-Type': 'text/plain' }, {}]
    const answers = await Promise.all(types.map((headers) => post(address.port, headers))).finally(() => child.kill())
    expect(answers).toEqual(types.map(() => [200, '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}']))
    const promised = /(?:prints: |打印：)(.*)/.exec(example.code)?.[1]
    const printed = new Set((await ended).stdout.trim().split('\n'))
    expect([...printed].join(', ')).toBe(promised)
  })

  it('fail by file and line if they do not do what they say', () => {
    expect(failures[moduleOf(wrongResult)]).toEqual([expect.stringContaining('wrong-result.md.7.mts:9')])
    expect(failures[moduleOf(wrongLater)]).toEqual([expect.stringContaining('wrong-later.md.7.mts:10')])
  })
})
