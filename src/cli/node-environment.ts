import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Language, Reference } from '../reference/reference'
import { openAppend } from './append'
import type { Environment } from './environment'
import { createPost } from './post'

interface Output {
  readonly write: (text: string) => unknown
  readonly isTTY?: boolean
  readonly columns?: number
  readonly hasColors?: () => boolean
}

interface Process {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Environment['variables']
  readonly once: (signal: 'SIGINT' | 'SIGTERM', run: () => void) => unknown
}

/** Tencent waits two seconds. */
const timeout = 2000

/** Where no terminal tells its width. */
const usualColumns = 80

/** As programs of a terminal choose it. Where there are no such variables, as on Windows, the system tells. */
const languageOf = ({ LC_ALL, LC_MESSAGES, LANG }: Environment['variables']): Language => {
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== '')
  return (locale ?? new Intl.DateTimeFormat().resolvedOptions().locale).startsWith('zh') ? 'zh' : 'en'
}

/**
 * The commands' world, as node gives it. `folder` is that of the program, where the build puts
 * the reference and the page of `listen`, too.
 */
export const nodeEnvironment = (process: Process, folder: URL): Environment => {
  const { stdin, stdout, stderr, env } = process
  return {
    print: (shown) => {
      stdout.write(shown)
    },
    warn: (shown) => {
      stderr.write(shown)
    },
    read: (file) => (file === '-' ? buffer(stdin) : readFile(file)),
    stream: (file) => (file === '-' ? stdin : createReadStream(file)),
    reference: async () => JSON.parse(await readFile(new URL('reference.json', folder), 'utf8')) as Reference,
    variables: env,
    connect: (connections, limit = timeout) => createPost({ timeout: limit, connections }),
    append: openAppend,
    page: () => readFile(new URL('listen.html', folder), 'utf8').catch(() => undefined),
    untilStopped: () =>
      new Promise((resolve) => {
        process.once('SIGINT', resolve)
        process.once('SIGTERM', resolve)
      }),
    timeout,
    now: Date.now,
    columns: stdout.columns ?? usualColumns,
    isTerminal: stdout.isTTY === true,
    // Node looks at NO_COLOR too.
    hasColors: stdout.isTTY === true && stdout.hasColors?.() === true,
    language: languageOf(env)
  }
}
