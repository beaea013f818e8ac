import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { body, query } from '../fixtures/blocklist'
import { clientOf, fail, ok } from '../support/blocklist-mirror'
import { createExampleProcesses, type Environment } from '../support/example-process'
import { pgliteFolder } from '../support/pglite'
import { postgresHere } from '../support/postgres'

// Processes take their time where many run at once.
jest.setTimeout(60_000)

const startPostgres = postgresHere()
let postgres: Awaited<ReturnType<NonNullable<typeof startPostgres>>> | undefined
const folder = mkdtempSync(join(tmpdir(), 'blocklist-mirror-'))
const DATA_DIR = join(folder, 'data')

beforeAll(async () => {
  postgres = await startPostgres?.()
  await pgliteFolder(DATA_DIR)
})
afterAll(async () => {
  mirrors.end()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const mirrors = createExampleProcesses('blocklist-mirror', ['tests/support/full-disk.mjs'])

/** Starts a mirror, and waits until it listens. */
const mirrorThatListens = async (environment: Environment) => {
  const { child, ended, url } = await mirrors.listening(environment)
  const open = () => connect(Number(url.port), url.hostname.replaceAll(/[[\]]/g, '')).on('error', () => undefined)
  return { child, ended, open, client: clientOf(url.origin) }
}

type Mirror = Awaited<ReturnType<typeof mirrorThatListens>>

const endsBy = async ({ child, ended }: Mirror, signal: 'SIGINT' | 'SIGTERM') => {
  child.kill(signal)
  expect(await ended).toMatchObject({ code: 0, stderr: '' })
}

/** Kills a mirror while it is busy, and tells which ids of which user it answered OK. */
const killed = async ({ child, client, ended }: Mirror) => {
  const acknowledged = new Map<string, Array<string>>()
  const stream = async (from: string) => {
    const ids: Array<string> = []
    acknowledged.set(from, ids)
    for (let i = 0; ; i++) {
      const pairs = Array.from({ length: 5 }, (_, n) => [from, `${String(i).padStart(6, '0')}-${String(n)}`] as const)
      expect(await client.add(...pairs)).toEqual(ok)
      ids.push(...pairs.map(([, to]) => to))
      if (i === 20 && from === 'a') child.kill('SIGKILL')
    }
  }
  // Each stream ends when its connection breaks.
  const streams = await Promise.allSettled(['a', 'b', 'c', 'd'].map(stream))
  const reasons = streams.map((one) => (one.status === 'rejected' ? (one.reason as Error).name : 'none'))
  expect(reasons).toEqual(Array(4).fill('TypeError'))
  expect((await ended).code).toBe(null)
  return acknowledged
}

const expectAll = async (acknowledged: ReadonlyMap<string, ReadonlyArray<string>>, { client }: Mirror) => {
  for (const [from, ids] of acknowledged) {
    const there = await client.blockedBy(from)
    expect(ids.length).toBeGreaterThan(50)
    expect(there.slice(0, ids.length)).toEqual(ids)
    // The callback that was not answered is there whole, or not at all.
    expect([0, 5]).toContain(there.length - ids.length)
  }
  expect(await client.add(['later', 'a'])).toEqual(ok)
}

describe('the blocklist mirror on PGlite', () => {
  let acknowledged: Awaited<ReturnType<typeof killed>>

  it('refuses a second process on its folder', async () => {
    const first = await mirrorThatListens({ DATA_DIR })
    expect(await mirrors.run({ DATA_DIR })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `Cannot start: Another process uses the folder ${DATA_DIR}: stop it, use another DATA_DIR, or share a DATABASE_URL\n`
    })
    acknowledged = await killed(first)
  })

  it('loses nothing that it answered OK when it is killed', async () => {
    const second = await mirrorThatListens({ DATA_DIR })
    await expectAll(acknowledged, second)
    await endsBy(second, 'SIGINT')
  })

  it('answers FAIL in time while the disk is full, then ends with the reason, and goes on when it is started again', async () => {
    const FULL_DISK = join(folder, 'full')
    const { client, ended } = await mirrorThatListens({ DATA_DIR, FULL_DISK })
    expect(await client.add(['full', '1'])).toEqual(ok)
    writeFileSync(FULL_DISK, '')
    const begin = performance.now()
    const toldAll: Array<string> = []
    for (let i = 2; ; i++) {
      const asked = performance.now()
      const answer = await client.add(['full', String(i)]).catch(() => undefined)
      if (answer === undefined) break
      expect(answer).toEqual(fail('The callback was not stored'))
      expect(performance.now() - asked).toBeLessThan(1900)
      toldAll.push(String(i))
    }
    expect(performance.now() - begin).toBeLessThan(15_000)
    const { code, stdout, stderr } = await ended
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'The database is lost: PGlite does not answer any more: is the disk full?\n'
    })
    expect(toldAll.length).toBeGreaterThan(1)
    for (const id of toldAll) expect(stdout).toContain(String.raw`"From_Account\":\"full\",\"To_Account\":\"${id}\"`)

    rmSync(FULL_DISK)
    const next = await mirrorThatListens({ DATA_DIR })
    expect(await next.client.blockedBy('full')).toContain('1')
    await expectAll(acknowledged, next)
    await endsBy(next, 'SIGTERM')
  })
})

const withPostgres = startPostgres === undefined ? describe.skip : describe

withPostgres('several blocklist mirrors that start at once on one empty PostgreSQL', () => {
  let both: ReadonlyArray<Mirror>
  let first: Mirror
  let second: Mirror

  beforeAll(async () => {
    const DATABASE_URL = await postgres?.createDatabase('shared')
    ;[first, second] = await Promise.all([mirrorThatListens({ DATABASE_URL }), mirrorThatListens({ DATABASE_URL })])
    both = [first, second]
  })

  it('share it', async () => {
    const again = () => both.map(({ client }) => client.add(['z', '1'], ['z', '2']))
    expect(await Promise.all([again(), again(), again()].flat())).toEqual(Array(6).fill(ok))
    expect(await first.client.remove(['z', '1'])).toEqual(ok)
    for (const { client } of both) expect(await client.blockedBy('z')).toEqual(['2'])
  })

  it('lose nothing that they answered OK when they are killed', async () => {
    await expectAll(await killed(first), second)
  })

  it('end soon at SIGTERM: they finish what is under way, take nothing new, and wait for nobody', async () => {
    const head = `POST /tencent?${query} HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${String(body.length)}\r\n`
    const [idle, never, underWay] = [second.open(), second.open(), second.open()]
    await once(idle, 'connect')
    for (const socket of [never, underWay]) {
      socket.write(`${head}Expect: 100-continue\r\n\r\n${body.slice(0, 20)}`)
      // Now the mirror has read the first half.
      const [interim] = (await once(socket, 'data')) as [Buffer]
      expect(interim.toString()).toBe('HTTP/1.1 100 Continue\r\n\r\n')
    }
    // A whole request goes there and back meanwhile, and its connection is kept.
    expect(await second.client.blockedBy('z')).toEqual(['2'])

    const ended = endsBy(second, 'SIGTERM')
    const begin = performance.now()
    const takesMore = async () => {
      const socket = second.open()
      const isOpen = await once(socket, 'connect').then(
        () => true,
        () => false
      )
      socket.destroy()
      return isOpen
    }
    while (await takesMore()) await setTimeout(10)
    underWay.write(body.slice(20))
    expect(await text(underWay)).toMatch(/^HTTP\/1.1 200 OK\r\n[^]*\r\n\r\n{"ActionStatus":"OK"/)
    await ended
    expect(performance.now() - begin).toBeLessThan(6000)
    for (const socket of [idle, never]) socket.destroy()
  })
})

it('the blocklist mirror says why it cannot start, and ends with 1', async () => {
  expect(await mirrors.run({ HOST: '', DATA_DIR: join(folder, 'unused') })).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Cannot start: HOST is empty: give it a value, or do not set it\n'
  })
})
