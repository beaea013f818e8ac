import { describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { BlocklistAdd } from 'tencent-im-callbacks'
import { exampleRequest } from 'tencent-im-callbacks/testing'
import { app } from '../cli/harness'
import { exchange } from '../support/exchange'
import { start } from '../support/process'
import { withServer } from '../support/server'
import { installed, project } from './consumer'

const file = join(installed(), 'dist', 'cli.js')

/** The installed command, as a process that has told where it receives, and where its page is. */
const listening = async (...args: ReadonlyArray<string>) => {
  const { child, ended } = start(process.execPath, [file, 'listen', '0', '--ui-port', '0', ...app, ...args])
  let said = ''
  child.stdout?.on('data', (text: string) => (said += text))
  while (!said.includes('Ctrl-C') && child.exitCode === null) await setTimeout(10)
  const portOf = (name: string): number => Number(new RegExp(`^${name} .*:([0-9]+)/`, 'm').exec(said)?.[1])
  return { child, ended, port: portOf('Receives'), pagePort: portOf('Page') }
}

const request = (requestId: string) => exampleRequest(BlocklistAdd, { requestId })

describe('the installed command listens', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('until %s, and its page is there', async (signal) => {
    await withServer(
      (_request, response) => response.end('{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"by the app"}'),
      async (url) => {
        const { child, ended, port, pagePort } = await listening('--forward-to', url)
        expect(await exchange(port, request('1'))).toMatchObject({ body: expect.stringContaining('by the app') })
        const headers = { Host: `127.0.0.1:${String(pagePort)}` }
        const { body } = await exchange(pagePort, { method: 'GET', path: '/api/state', headers })
        expect(JSON.parse(body)).toMatchObject({ kept: [{ answer: { from: 'app', wrong: [] } }] })
        // A page that is open does not hold it up.
        const open = get({ host: '127.0.0.1', port: pagePort, path: '/api/events', headers })
        const [events] = (await once(open, 'response')) as [IncomingMessage]
        events.resume()
        child.kill(signal)
        const { code, stdout, stderr } = await ended
        expect(stdout).toMatch(/✔ Sns\.CallbackBlackListAdd {2}id → id1, id2, id3 {2}app answered OK, \d+ ms\n/)
        expect(stdout).toMatch(/\n1 came: 1 right, 0 wrong\n$/)
        expect([code, stderr]).toEqual([0, ''])
      }
    )
  })

  it('answers in time where the app does not', async () => {
    await withServer(
      () => undefined,
      async (url) => {
        const { child, ended, port } = await listening('--forward-to', url)
        const before = performance.now()
        expect(await exchange(port, request('1'))).toMatchObject({ status: 200 })
        const taken = performance.now() - before
        expect(taken).toBeGreaterThan(1700)
        expect(taken).toBeLessThan(2000)
        child.kill('SIGINT')
        expect((await ended).stdout).toContain('No complete answer within 1.8 s')
      }
    )
  })

  it('has saved all that it has answered when it is killed', async () => {
    const saved = join(project('bare', 'listen', {}), 'saved.jsonl')
    const { child, ended, port } = await listening('--save', saved)
    const answered: Array<string> = []
    let count = 0
    const sendOn = async (): Promise<void> => {
      for (;;) {
        const id = String(++count)
        const answer = await exchange(port, request(id)).catch(() => undefined)
        if (answer?.status !== 200) return
        answered.push(id)
        if (answered.length === 300) child.kill('SIGKILL')
      }
    }
    await Promise.all(Array.from({ length: 10 }, sendOn))
    await ended
    expect(answered.length).toBeGreaterThanOrEqual(300)
    const lines = readFileSync(saved, 'utf8').trimEnd().split('\n')
    const ids = lines.map((line) => {
      const { request: kept } = JSON.parse(line) as { request: { target: string } }
      return new URL(kept.target, 'http://a').searchParams.get('RequestID')
    })
    expect(answered.filter((id) => !ids.includes(id))).toEqual([])
  })
})
