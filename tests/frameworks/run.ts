/**
 * Installs the frameworks that are too heavy for `npm test`, each with the packed library into a folder of its own, starts
 * the app of each as the framework itself does, and sends the table of `conformance.ts` to it. A framework that cannot be
 * installed is reported as not run.
 */
import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createCount, line, npm, packInto, printedBy, reasonOf, root } from '../support/lanes'
import { exchange } from '../support/exchange'
import { failuresOfOthers, failuresOfRoute, identity, type RunningApp } from './conformance'
import { frameworks, type Framework } from './versions'

interface App {
  /** The recipe that it uses. */
  readonly recipe: string
  /** The file of the route, where the framework has a file for each route. Other apps ask the environment. */
  readonly route?: string
  readonly build: (folder: string) => Promise<unknown>
  readonly start: (port: number) => ReadonlyArray<string>
}

const node = (folder: string, ...args: ReadonlyArray<string>) => printedBy(process.execPath, args, folder, 3)

/** Compiles as TypeScript does, and writes each of the files in JavaScript. */
const compiled =
  (format: 'esm' | 'cjs', ...files: ReadonlyArray<string>) =>
  async (folder: string) => {
    await node(folder, join(root, 'node_modules/typescript/bin/tsc'))
    await build({
      absWorkingDir: folder,
      entryPoints: [...files],
      outdir: '.',
      bundle: true,
      packages: 'external',
      platform: 'node',
      format,
      logLevel: 'error'
    })
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'app', private: true, type: format === 'esm' ? 'module' : 'commonjs' })
    )
  }

const apps: Readonly<Record<string, App>> = {
  next: {
    recipe: 'next',
    route: 'app/tencent/route.ts',
    build: (folder) => node(folder, '../node_modules/next/dist/bin/next', 'build'),
    start: (port) => ['../node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', String(port)]
  },
  egg: {
    recipe: 'egg',
    build: compiled('esm', 'main.ts', 'app.ts', 'app/router.ts', 'config/config.default.ts'),
    start: () => ['main.js']
  },
  midway: { recipe: 'midway', build: compiled('cjs', 'main.ts'), start: () => ['main.js'] },
  nitro: {
    recipe: 'nitro',
    route: 'routes/tencent.ts',
    build: (folder) => node(folder, '../node_modules/nitropack/dist/cli/index.mjs', 'build'),
    start: () => ['.output/server/index.mjs']
  },
  nest: { recipe: 'nest', build: compiled('esm', 'main.ts'), start: () => ['main.js'] }
}

const tsconfig = {
  compilerOptions: {
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    noEmit: true,
    types: ['node']
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

interface Started extends RunningApp {
  readonly stop: () => Promise<void>
}

const start = async (app: App, folder: string, env: NodeJS.ProcessEnv): Promise<Started> => {
  const port = await freePort()
  const record = join(folder, 'record.txt')
  const log = join(folder, 'log.txt')
  const output = openSync(log, 'w')
  const child = spawn(process.execPath, app.start(port), {
    cwd: folder,
    // Some frameworks write their logs into the home folder.
    env: {
      ...process.env,
      HOME: folder,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      RECORD: record,
      ...env
    },
    stdio: ['ignore', output, output],
    // More than the table takes.
    timeout: 180_000,
    killSignal: 'SIGKILL'
  })
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const stop = async () => {
    process.off('exit', kill)
    if (hasEnded()) return
    kill()
    await once(child, 'exit')
  }
  const until = Date.now() + 60_000
  while (Date.now() < until && !hasEnded()) {
    const answers = await exchange(port, { method: 'GET', path: '/none' }).then(
      () => true,
      () => false
    )
    if (answers) return { port, record, stop }
    await setTimeout(100)
  }
  await stop()
  throw new Error(`It did not start\n${readFileSync(log, 'utf8')}`)
}

const write = (app: App, name: string, folder: string, hasRoute: boolean): void => {
  cpSync(join(import.meta.dirname, 'apps', name), folder, { recursive: true })
  cpSync(join(import.meta.dirname, 'apps/handle.ts'), join(folder, 'handle.ts'))
  cpSync(join(root, 'examples', `${app.recipe}.ts`), join(folder, 'recipe.ts'))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module' }))
  if (!hasRoute && app.route !== undefined) rmSync(join(folder, app.route))
}

const failuresOfApp = async (name: string, home: string): Promise<ReadonlyArray<string>> => {
  const app = apps[name]
  if (app === undefined) throw new Error(`There is no app ${name}`)
  const [withRoute, without] = [join(home, 'with'), join(home, 'without')]
  // Without the settings of production.
  for (const folder of [withRoute, without]) {
    write(app, name, folder, folder === withRoute)
    await app.build(folder)
  }
  const env = { SDK_APP_ID: String(identity.sdkAppId), TOKEN: identity.token }
  const running: Array<Started> = []
  try {
    const one = await start(app, withRoute, env)
    running.push(one)
    const other = await start(app, without, {})
    running.push(other)
    return [...(await failuresOfRoute(one)), ...(await failuresOfOthers(one, other))]
  } finally {
    for (const { stop } of running) await stop()
  }
}

const install = async ({ packages }: Framework, home: string, tarball: string): Promise<void> => {
  mkdirSync(home)
  const dependencies = { ...packages, '@types/node': '20.19.43', 'tencent-im-callbacks': `file:${tarball}` }
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, dependencies }))
  await npm(home, 'install')
}

const main = async (wanted: ReadonlyArray<string>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'tencent-im-callbacks-'))
  const count = createCount()
  try {
    const tarball = await packInto(folder)
    for (const framework of frameworks) {
      const { name, app, packages } = framework
      if (app === undefined || (wanted.length > 0 && !wanted.includes(app))) continue
      const [version = ''] = Object.values(packages)
      const home = join(folder, `${app}-${version}`)
      try {
        await install(framework, home, tarball)
      } catch (problem) {
        count.add('notRun')
        line(name, version, 'not run', reasonOf(problem))
        continue
      }
      const failures = await failuresOfApp(app, home).catch((problem: unknown) => [reasonOf(problem)])
      count.add(failures.length === 0 ? 'passed' : 'failed')
      line(name, version, failures.length === 0 ? 'passed' : 'FAILED')
      for (const failure of failures) console.log(`  ${failure}`)
      rmSync(home, { recursive: true, force: true })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  count.conclude()
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    process.exit(1)
  })
}

// With names of apps, only these.
await main(process.argv.slice(2))
