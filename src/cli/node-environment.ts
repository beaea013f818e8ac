import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { openAppend } from './append'
import type { Environment } from './environment'
import { createPost } from './post'

interface Output {
  readonly write: (text: string) => unknown
  readonly isTTY?: boolean
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

/** The commands' world, as node gives it. `page` is where the build puts the page of `listen`. */
export const nodeEnvironment = (process: Process, page: URL): Environment => {
  const { stdin, stdout, stderr, env } = process
  return {
    print: (shown) => {
      stdout.write(shown)
    },
    warn: (shown) => {
      stderr.write(shown)
    },
    read: (file) => (file === '-' ? buffer(stdin) : readFile(file)),
    variables: env,
    connect: (connections, limit = timeout) => createPost({ timeout: limit, connections }),
    append: openAppend,
    page: () => readFile(page, 'utf8').catch(() => undefined),
    untilStopped: () =>
      new Promise((resolve) => {
        process.once('SIGINT', resolve)
        process.once('SIGTERM', resolve)
      }),
    timeout,
    now: Date.now,
    isTerminal: stdout.isTTY === true,
    // Node looks at NO_COLOR too.
    hasColors: stdout.isTTY === true && stdout.hasColors?.() === true
  }
}
