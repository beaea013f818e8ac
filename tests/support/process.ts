import { spawn, type SpawnOptions } from 'node:child_process'
import { join } from 'node:path'

// Not `__dirname`: scripts import this as an ES module.
export const root = join(import.meta.dirname, '../..')

interface Output {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A program that was started, and in `ended` what came of it. */
export const start = (command: string, args: ReadonlyArray<string>, options?: SpawnOptions) => {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    timeout: 60_000,
    ...options
  })
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<Output>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, stdout, stderr })
    })
  })
  return { child, ended }
}

export const run = (command: string, args: ReadonlyArray<string>, options?: SpawnOptions): Promise<Output> =>
  start(command, args, options).ended

/** What a program printed that has to succeed. */
export const printedBy = async (ended: Promise<Output>): Promise<string> => {
  const { code, stdout, stderr } = await ended
  if (code !== 0) throw new Error(`The program ended with ${String(code)}\n${stdout}\n${stderr}`)
  return stdout
}
