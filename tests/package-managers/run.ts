/**
 * Installs the packed library from the registry's io-ts and fp-ts with other package managers, which come from npm
 * themselves. Those that cannot be had here are reported as not run.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCount, line, npm, packInto, printedBy, reasonOf, root } from '../support/lanes'

interface Manager {
  readonly name: string
  /** The npm package of the manager, and its program there. npm itself is at hand. */
  readonly from?: { readonly name: string; readonly version: string; readonly program: string }
  readonly install: ReadonlyArray<string>
  /** Adds io-ts and fp-ts, where an app cannot import what it has not installed itself. */
  readonly add?: ReadonlyArray<string>
}

const managers: ReadonlyArray<Manager> = [
  { name: 'npm', install: ['install', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'] },
  {
    name: 'yarn',
    from: { name: 'yarn', version: '1.22.22', program: 'bin/yarn.js' },
    install: ['install', '--ignore-scripts', '--non-interactive']
  },
  {
    name: 'pnpm',
    from: { name: 'pnpm', version: '10.34.9', program: 'bin/pnpm.cjs' },
    install: ['install', '--ignore-scripts'],
    add: ['add', '--ignore-scripts', 'io-ts', 'fp-ts']
  }
]

const parse = `
import { parseBlocklistAddCallback } from 'tencent-im-callbacks'

const result = parseBlocklistAddCallback({ sdkAppId: 1400000000 })({
  url: '/?SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd',
  body: '{ "CallbackCommand": "Sns.CallbackBlackListAdd", "PairList": [{ "From_Account": "id", "To_Account": "id1" }] }'
})
if (result._tag === 'Left') throw new Error(result.left._tag)
`

const own = `
import * as t from 'io-ts'
import { isRight } from 'fp-ts/lib/Either.js'
import { UserId } from 'tencent-im-callbacks'

const Names = t.type({ Names: t.array(t.string.pipe(UserId)) })
if (!isRight(Names.decode({ Names: ['id'] }))) throw new Error('Refused')
`

const sources = {
  'main.mts': parse,
  'typo.mts': `${parse}\nresult.right.packt`,
  'own.mts': own
}

type Source = keyof typeof sources

const tsc = join(root, 'node_modules/typescript/bin/tsc')

const fails = async (work: Promise<string>, reason: RegExp): Promise<void> => {
  const said = await work.then(() => 'nothing', reasonOf)
  if (!reason.test(said)) throw new Error(`Expected a failure, ${String(reason)}, not: ${said}`)
}

/** The program of a manager, which is installed for it. */
const programOf = async ({ name, from }: Manager, folder: string): Promise<ReadonlyArray<string>> => {
  if (from === undefined) return [name]
  await npm(folder, 'install', '--prefix', folder, '--no-save', `${from.name}@${from.version}`)
  return [process.execPath, join(folder, 'node_modules', from.name, from.program)]
}

const check = async (manager: Manager, [program = '', ...first]: ReadonlyArray<string>, cwd: string): Promise<void> => {
  const manage = (args: ReadonlyArray<string>) => printedBy(program, [...first, ...args], cwd, 5)
  const compile = (source: Source) =>
    printedBy(process.execPath, [tsc, '--strict', '--module', 'nodenext', '--target', 'es2022', source], cwd)
  const execute = (source: Source) => printedBy(process.execPath, [source.replace('.mts', '.mjs')], cwd)

  await manage(manager.install)
  await compile('main.mts')
  await execute('main.mts')
  await fails(compile('typo.mts'), /^typo\.mts\(\d+,\d+\): error TS2551: Property 'packt' does not exist/m)
  if (manager.add !== undefined) {
    await fails(compile('own.mts'), /Cannot find module 'io-ts'/)
    await fails(execute('own.mts'), /Cannot find package 'io-ts'/)
    await manage(manager.add)
  }
  await compile('own.mts')
  await execute('own.mts')
}

const main = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'tencent-im-callbacks-'))
  const count = createCount()
  try {
    const tarball = await packInto(folder)
    for (const manager of managers) {
      const cwd = join(folder, manager.name)
      const home = join(folder, `${manager.name}-itself`)
      for (const made of [cwd, home]) mkdirSync(made)
      writeFileSync(
        join(cwd, 'package.json'),
        JSON.stringify({ private: true, license: 'MIT', dependencies: { 'tencent-im-callbacks': `file:${tarball}` } })
      )
      for (const [name, text] of Object.entries(sources)) writeFileSync(join(cwd, name), text)
      let program: ReadonlyArray<string>
      try {
        program = await programOf(manager, home)
      } catch (problem) {
        count.add('notRun')
        line(manager.name, 'not run', reasonOf(problem))
        continue
      }
      try {
        await check(manager, program, cwd)
        count.add('passed')
        line(manager.name, 'passed')
      } catch (problem) {
        count.add('failed')
        line(manager.name, 'FAILED', reasonOf(problem))
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  count.conclude()
}

await main()
