import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clientOf, ok } from '../support/blocklist-mirror'
import { postgresHere } from '../support/postgres'
import { start } from '../support/process'

// Processes take their time where many run at once.
jest.setTimeout(60_000)

const startPostgres = postgresHere()
let postgres: Awaited<ReturnType<NonNullable<typeof startPostgres>>> | undefined
const folder = mkdtempSync(join(tmpdir(), 'blocklist-mirror-'))
// One folder for all, since it takes PGlite seconds to make one.
const DATA_DIR = join(folder, 'data')
const running = new Set<ChildProcess>()

beforeAll(async () => {
  postgres = await startPostgres?.()
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})
afterAll(async () => {
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

type Environment = Readonly<Record<string, string | undefined>>

// A process that these tests started ends with them, however they end.
const endTogether = 'data:text/javascript,process.on("disconnect",()=>process.exit(1));process.channel.unref()'

const startMirror = (environment: Environment) => {
  const none = { SDK_APP_ID: undefined, TENCENT_IM_TOKEN: undefined, DATABASE_URL: undefined, NODE_ENV: undefined }
  const mirror = start(
    process.execPath,
    ['--import', endTogether, '--import', 'tsx', 'examples/blocklist-mirror/main.ts'],
    { env: { ...process.env, ...none, HOST: '127.0.0.1', PORT: '0', ...environment } }
  )
  running.add(mirror.child)
  return mirror
}

/** Starts a mirror, and waits until it listens. */
const mirrorThatListens = async (environment: Environment) => {
  const { child, ended } = startMirror({ SDK_APP_ID: '1400000000', TENCENT_IM_TOKEN: undefined, ...environment })
  const origin = new Promise<string>((resolve) => {
    let printed = ''
    child.stdout?.on('data', (text: string) => {
      printed += text
      const address = /http:[/.:\d]+/.exec(printed)?.[0]
      if (address !== undefined) resolve(address)
    })
  })
  const early = ended.then(({ stdout, stderr }) => {
    throw new Error(`The mirror ended\n${stdout}\n${stderr}`)
  })
  return { child, ended, client: clientOf(await Promise.race([origin, early])) }
}

const databases = [
  { name: 'PGlite', here: it, environment: () => Promise.resolve({ DATA_DIR }) },
  {
    name: 'PostgreSQL',
    here: startPostgres === undefined ? it.skip : it,
    environment: async () => ({ DATABASE_URL: await postgres?.createDatabase('killed') })
  }
]

for (const { name, here, environment } of databases) {
  here(`the blocklist mirror on ${name} loses nothing that it answered OK when it is killed`, async () => {
    const settings = await environment()
    const first = await mirrorThatListens(settings)
    const acknowledged = new Map<string, Array<string>>()
    const stream = async (from: string) => {
      const ids: Array<string> = []
      acknowledged.set(from, ids)
      for (let i = 0; ; i++) {
        const pairs = Array.from({ length: 5 }, (_, n) => [from, `${String(i).padStart(6, '0')}-${String(n)}`] as const)
        expect(await first.client.add(...pairs)).toEqual(ok)
        ids.push(...pairs.map(([, to]) => to))
        if (i === 40 && from === 'a') first.child.kill('SIGKILL')
      }
    }
    // Each stream ends when its connection breaks.
    const streams = await Promise.allSettled(['a', 'b', 'c', 'd'].map(stream))
    const reasons = streams.map((one) => (one.status === 'rejected' ? (one.reason as Error).name : 'none'))
    expect(reasons).toEqual(Array(4).fill('TypeError'))
    expect((await first.ended).code).toBe(null)

    const second = await mirrorThatListens(settings)
    for (const [from, ids] of acknowledged) {
      const there = await second.client.blockedBy(from)
      expect(ids.length).toBeGreaterThan(50)
      expect(there.slice(0, ids.length)).toEqual(ids)
      // The callback that was not answered is there whole, or not at all.
      expect([0, 5]).toContain(there.length - ids.length)
    }
    expect(await second.client.add(['a', 'later'])).toEqual(ok)
    second.child.kill('SIGTERM')
    expect(await second.ended).toMatchObject({ code: 0, stderr: '' })
  })
}

describe('a second mirror on one folder', () => {
  it('is refused while the first one lives', async () => {
    const { child, client, ended } = await mirrorThatListens({ DATA_DIR })
    const second = await startMirror({ SDK_APP_ID: '1400000000', DATA_DIR }).ended
    expect(second).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `Cannot start: Another process uses the folder ${DATA_DIR}: stop it, use another DATA_DIR, or share a DATABASE_URL\n`
    })
    expect(await client.add(['z', '1'])).toEqual(ok)
    child.kill('SIGINT')
    expect(await ended).toMatchObject({ code: 0, stderr: '' })
    const third = await mirrorThatListens({ DATA_DIR })
    expect(await third.client.blockedBy('z')).toEqual(['1'])
  })
})

const withPostgres = startPostgres === undefined ? it.skip : it

withPostgres('several mirrors start at once on one empty PostgreSQL, and share it', async () => {
  const DATABASE_URL = await postgres?.createDatabase('shared')
  const mirrors = await Promise.all([1, 2, 3].map(() => mirrorThatListens({ DATABASE_URL })))
  const clients = mirrors.map(({ client }) => client)
  const again = () => clients.map(({ add }) => add(['a', '1'], ['a', '2']))
  expect(await Promise.all([again(), again(), again()].flat())).toEqual(Array(9).fill(ok))
  expect(await clients[0]?.remove(['a', '1'])).toEqual(ok)
  for (const { blockedBy } of clients) expect(await blockedBy('a')).toEqual(['2'])
  for (const { child } of mirrors) child.kill('SIGTERM')
  for (const { ended } of mirrors) expect(await ended).toMatchObject({ code: 0, stderr: '' })
})

describe('the mirror says why it cannot start, and ends with 1,', () => {
  const sdkAppId = 'sdkAppId must be a positive integer such as 1400000000, or its digits without leading zeros'

  it.each<[string, Environment, string]>([
    ['an empty SDK_APP_ID', { SDK_APP_ID: '' }, `${sdkAppId}; got an empty string: is the setting present?`],
    ['an SDK_APP_ID that is none', { SDK_APP_ID: '14e8' }, `${sdkAppId}; got another string`],
    [
      'no SDK_APP_ID in production',
      { NODE_ENV: 'production' },
      `${sdkAppId}; got an empty string: is the setting present?`
    ],
    [
      'an empty TENCENT_IM_TOKEN',
      { SDK_APP_ID: '1400000000', TENCENT_IM_TOKEN: '' },
      'token must be a non-empty string, or a non-empty list of them: is the setting present?'
    ],
    [
      'a database that refuses',
      { SDK_APP_ID: '1400000000', DATABASE_URL: 'postgres://127.0.0.1:1/none' },
      'connect ECONNREFUSED 127.0.0.1:1'
    ]
  ])('at %s', async (_title, environment, message) => {
    const { code, stdout, stderr } = await startMirror({ DATA_DIR: join(folder, 'unused'), ...environment }).ended
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: `Cannot start: ${message}\n` })
  })

  it('at a database that does not answer', async () => {
    const sockets = new Set<Socket>()
    const silent = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    try {
      const { port } = silent.address() as AddressInfo
      const DATABASE_URL = `postgres://127.0.0.1:${String(port)}/none`
      const { code, stderr } = await startMirror({ SDK_APP_ID: '1400000000', DATABASE_URL }).ended
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: 'Cannot start: Connection terminated due to connection timeout\n'
      })
    } finally {
      for (const socket of sockets) socket.destroy()
      silent.close()
    }
  })
})
