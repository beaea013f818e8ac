import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { createCallbackServer } from '../../examples/node-http'
import { body, packet, query } from '../fixtures/blocklist'
import { printedBy, run } from '../support/process'

const tsx = (...args: ReadonlyArray<string>) => run(process.execPath, ['--import', 'tsx', ...args])

describe('the demo', () => {
  it('gets the documented answer to every request, and says so in plain text of at most 100 columns', async () => {
    const lines = (await printedBy(tsx('examples/demo.ts'))).split('\n')
    expect(lines.at(-2)).toBe('9 of 9 answers are as documented')
    expect(lines.filter((line) => line.length > 100)).toEqual([])
    expect(lines.filter((line) => line.includes('\u001b'))).toEqual([])
  })

  it('shows an answer that is not the expected one, and fails', async () => {
    const program = `
      import { cases, demo } from './examples/demo.ts'
      await demo(cases.map((one, i) => (i === 1 ? { ...one, answer: 'nothing of the kind' } : one)))
    `
    const { code, stdout } = await tsx('--input-type=module', '--eval', program)
    expect(code).toBe(1)
    expect(stdout).toContain(
      'it has to be\n             HTTP 200, application/json\n             nothing of the kind\n'
    )
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('8 of 9 answers are as documented')
  })
})

describe('the server of node:http', () => {
  const mebibyte = 1024 * 1024
  let work: (callback: { readonly packet: unknown }) => unknown
  let logged: Array<unknown>
  const server = createCallbackServer(
    { sdkAppId: 1400000000 },
    (callback) => work(callback),
    (problem) => logged.push(problem)
  )
  const address = () => ({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, path: `/?${query}` })

  const post = async (text: string | Uint8Array<ArrayBuffer>): Promise<unknown> => {
    const { host, port, path } = address()
    const response = await fetch(`http://${host}:${String(port)}${path}`, { method: 'POST', body: text })
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/json')
    return response.json()
  }
  const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
  const fail = (ErrorInfo: string) => ({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo })

  beforeEach(async () => {
    work = () => undefined
    logged = []
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterEach(async () => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  })

  it('hands the callback to the app, and answers OK', async () => {
    const seen: Array<unknown> = []
    work = (callback) => seen.push(callback.packet)
    expect(await post(body)).toEqual(ok)
    expect(seen).toEqual([packet])
    expect(logged).toEqual([])
  })

  it('answers after the work of the app', async () => {
    let isDone = false
    work = async () => {
      await setTimeout(20)
      isDone = true
    }
    expect(await post(body)).toEqual(ok)
    expect(isDone).toBe(true)
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('The database is down')
      }
    ],
    ['rejects', () => Promise.reject(new Error('The database is down'))]
  ])('answers FAIL where the work of the app %s', async (_title, failing) => {
    work = failing
    expect(await post(body)).toEqual(fail('The callback was not handled'))
    expect(logged).toEqual([new Error('The database is down')])
  })

  it('reads a body of 1 MiB, and answers FAIL to a longer one', async () => {
    expect(await post(body.padEnd(mebibyte))).toEqual(ok)
    expect(await post(body.padEnd(mebibyte + 1))).toEqual(fail('The callback was not handled'))
    expect(await post(body.padEnd(4 * mebibyte))).toEqual(fail('The callback was not handled'))
    expect(logged).toEqual(Array(2).fill(new Error('The body is longer than 1 MiB')))
  })

  it('answers FAIL to bytes that are not UTF-8', async () => {
    expect(await post(Uint8Array.of(0x22, 0xff, 0x22))).toEqual(fail('Malformed body: it is not UTF-8'))
    expect(logged).toEqual(['Malformed body: it is not UTF-8'])
  })

  it('survives a client that goes away', async () => {
    const aborted = request({ ...address(), method: 'POST', headers: { 'Content-Length': 100 } })
    aborted.on('error', () => undefined)
    aborted.write('{')
    await once(server, 'request')
    aborted.destroy()
    while (logged.length === 0) await setTimeout(5)
    expect(logged).toMatchObject([{ code: 'ECONNRESET' }])
    expect(await post(body)).toEqual(ok)
  })
})
