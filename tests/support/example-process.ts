import type { ChildProcess } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { root, start } from './process'

export type Environment = Readonly<Record<string, string | undefined>>

// A process that was started here ends with this one, however that ends.
const endTogether = 'data:text/javascript,process.on("disconnect",()=>process.exit(1));process.channel?.unref()'
const unset = { TENCENT_IM_TOKEN: undefined, DATABASE_URL: undefined, NODE_ENV: undefined }

/** Examples that run as processes of their own. */
export const createExampleProcesses = (name: string, preloaded: ReadonlyArray<string> = []) => {
  const running = new Set<ChildProcess>()
  const imports = [endTogether, ...preloaded.map((file) => pathToFileURL(join(root, file)).href), 'tsx']
  const run = (environment: Environment, ...words: ReadonlyArray<string>) => {
    const args = [...imports.flatMap((module) => ['--import', module]), `examples/${name}/main.ts`, ...words]
    const example = start(process.execPath, args, {
      // The long runs take their time.
      timeout: 900_000,
      env: {
        ...process.env,
        ...unset,
        TSX_TSCONFIG_PATH: join(root, 'tests/tsconfig.json'),
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
    start: run,
    /** Starts one, and waits until it listens. */
    listening: async (environment: Environment) => {
      const { child, ended } = run(environment)
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
    killAll: (): void => {
      for (const child of running) child.kill('SIGKILL')
    }
  }
}

export type ListeningExample = Awaited<ReturnType<ReturnType<typeof createExampleProcesses>['listening']>>
