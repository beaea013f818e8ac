import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { body, query } from '../fixtures/blocklist'

/** Runs the packed command under a runtime: it receives a callback, and ends when it is told to. */
export const listenWork = async (program: string, folder: string): Promise<string> => {
  const command = join(folder, 'node_modules/tencent-im-callbacks/dist/cli.js')
  const args = [command, 'listen', '0', '--ui-port', '0', '--sdk-app-id', '1400000000']
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 })
  let said = ''
  const started = new Promise<string>((resolve) => {
    const hear = (text: string): void => {
      said += text
      const url = /^Receives +(\S+)[^]*Ctrl-C/m.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
  })
  const closed = once(child, 'close')
  const url = await Promise.race([started, closed.then(() => '')])
  if (url !== '') {
    await fetch(`${url}?${query}`, { method: 'POST', body })
    child.kill()
  }
  const [code] = (await closed) as [number | null]
  if (code !== 0 || !said.includes('1 came: 1 right, 0 wrong'))
    throw new Error(`listen ended with ${String(code)}\n${said}`)
  return 'ended well'
}
