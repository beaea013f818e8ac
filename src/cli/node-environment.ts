import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Reference } from '../reference/reference'
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
}

/** Tencent waits two seconds. */
const timeout = 2000

/** Where no terminal tells its width. */
const usualColumns = 80

/** The commands' world, as node gives it. `folder` is that of the program, where the build puts the reference, too. */
export const nodeEnvironment = ({ stdin, stdout, stderr, env }: Process, folder: URL): Environment => ({
  print: (shown) => {
    stdout.write(shown)
  },
  warn: (shown) => {
    stderr.write(shown)
  },
  read: (file) => (file === '-' ? buffer(stdin) : readFile(file)),
  reference: async () => JSON.parse(await readFile(new URL('reference.json', folder), 'utf8')) as Reference,
  variables: env,
  connect: (connections) => createPost({ timeout, connections }),
  timeout,
  now: Date.now,
  columns: stdout.columns ?? usualColumns,
  isTerminal: stdout.isTTY === true,
  // Node looks at NO_COLOR too.
  hasColors: stdout.isTTY === true && stdout.hasColors?.() === true
})
