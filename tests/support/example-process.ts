import * as esbuild from 'esbuild'
import type { ChildProcess } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, start } from './process'

export type Environment = Readonly<Record<string, string | undefined>>

// A process that was started here ends with this one, however that ends.
const endTogether = 'data:text/javascript,process.on("disconnect",()=>process.exit(1));process.channel?.unref()'
const unset = { TENCENT_IM_TOKEN: undefined, DATABASE_URL: undefined, NODE_ENV: undefined }

/**
 * One file with an example and the library in it. It starts in a quarter of the time that it takes to compile their hundred
 * files at each start.
 */
const bundle = async (name: string, outfile: string): Promise<void> => {
  await esbuild.build({
    entryPoints: [join(root, `examples/${name}/main.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    tsconfig: join(root, 'tests/tsconfig.json'),
    logLevel: 'silent',
    plugins: [
      {
        name: 'as it lies',
        setup: (build) => {
          // They are loaded from their folders. fp-ts and io-ts are not: node does not find their modules as esbuild does.
          build.onResolve(
            { filter: /^(?:@electric-sql|fastify|fs-native-extensions|pg|pg-boss|prom-client)\b/ },
            ({ path }) => ({
              path,
              external: true
            })
          )
          // An example finds its other files beside itself.
          build.onLoad({ filter: /\/examples\/.*\.ts$/ }, ({ path }) => ({
            loader: 'ts',
            contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', `'${pathToFileURL(path).href}'`)
          }))
        }
      }
    ]
  })
}

/** Examples that run as processes of their own. */
export const createExampleProcesses = (name: string, preloaded: ReadonlyArray<string> = []) => {
  const running = new Set<ChildProcess>()
  const program = join(root, `node_modules/.cache/${name}-${String(process.pid)}.mjs`)
  const bundled = bundle(name, program)
  // It is told where one is started.
  bundled.catch(() => undefined)
  const imports = [endTogether, ...preloaded.map((file) => pathToFileURL(join(root, file)).href)]
  const begin = async (environment: Environment, words: ReadonlyArray<string>) => {
    await bundled
    const args = [...imports.flatMap((module) => ['--import', module]), program, ...words]
    const example = start(process.execPath, args, {
      // The long runs take their time.
      timeout: 900_000,
      env: {
        ...process.env,
        ...unset,
        SDK_APP_ID: '1400000000',
        HOST: 'localhost',
        PORT: '0',
        ...environment
      }
    })
    running.add(example.child)
    return example
  }
  return {
    /** Starts one, and waits until it ends. */
    run: async (environment: Environment, ...words: ReadonlyArray<string>) => (await begin(environment, words)).ended,
    /** Starts one, and waits until it listens. */
    listening: async (environment: Environment) => {
      const { child, ended } = await begin(environment, [])
      const origin = new Promise<string>((resolve) => {
        let printed = ''
        child.stdout?.on('data', (text: string) => {
          printed += text
          const address = /http:\/\/[^" ]+:\d+/.exec(printed)?.[0]
          if (address !== undefined) resolve(address)
        })
      })
      const early = ended.then(({ stdout, stderr }) => {
        throw new Error(`${name} ended\n${stdout}\n${stderr}`)
      })
      return { child, ended, url: new URL(await Promise.race([origin, early])) }
    },
    end: (): void => {
      for (const child of running) child.kill('SIGKILL')
      rmSync(program, { force: true })
    }
  }
}

export type ListeningExample = Awaited<ReturnType<ReturnType<typeof createExampleProcesses>['listening']>>
