import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { schema } from '../../examples/message-inbox/archive'
import type { MessagePacket } from '../../examples/message-inbox/events'
import { openInbox, type DeadLetter, type Inbox } from '../../examples/message-inbox/inbox'
import type { Database } from '../../examples/shared/database'
import { openPglite } from '../../examples/shared/pglite'
import { createExampleProcesses, type ListeningExample } from '../support/example-process'
import { archivedSql, isOrdered, play, readConversation, wrongIn, type Archived } from '../support/message-inbox'
import { trafficOf, type Told } from '../support/message-traffic'
import { pgliteFolder } from '../support/pglite'
import { postgresHere, type Postgres } from '../support/postgres'

// Processes take their time where many run at once.
jest.setTimeout(60_000)

const startPostgres = postgresHere()
let postgres: Postgres | undefined
const folder = mkdtempSync(join(tmpdir(), 'message-inbox-'))
const DATA_DIR = join(folder, 'data')
const inboxes = createExampleProcesses('message-inbox')

beforeAll(async () => {
  postgres = await startPostgres?.()
  await pgliteFolder(DATA_DIR)
})
afterAll(async () => {
  inboxes.end()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const lagOf = async (origin: string): Promise<unknown> => (await fetch(`${origin}/health`)).json()

const untilProcessed = async (origin: string): Promise<void> => {
  while (JSON.stringify(await lagOf(origin)) !== '{"lag":0}') await setTimeout(100)
}

const conversationsOf = (traffic: ReadonlyArray<Told>): ReadonlyArray<string> => [
  ...new Set(traffic.flatMap(({ says }) => says.flatMap(({ sent }) => sent?.conversation ?? [])))
]

const endsAtSigterm = async ({ child, ended }: ListeningExample): Promise<void> => {
  child.kill('SIGTERM')
  expect(await ended).toMatchObject({ code: 0, stderr: '' })
}

/** Does something with the inbox in the folder while no process uses it. */
const withInbox = async <A>(use: (inbox: Inbox, patient: Database) => Promise<A>): Promise<A> => {
  const database = await openPglite(DATA_DIR, schema)
  const inbox = await openInbox(database, database.patient)
  try {
    return await use(inbox, database.patient)
  } finally {
    await inbox.close()
    await database.close()
  }
}

describe('the message inbox on PGlite', () => {
  it('gives all that it answered OK its effect, once, though it is killed meanwhile', async () => {
    const traffic = trafficOf(150, 1)
    const first = await inboxes.listening({ DATA_DIR })
    const kill = (count: number) => {
      if (count === 100) first.child.kill('SIGKILL')
    }
    const before = await play(traffic, () => [first.url.origin], 4, kill)
    expect((await first.ended).code).toBe(null)
    expect(before.ok.size).toBeGreaterThan(50)

    const { url, ...second } = await inboxes.listening({ DATA_DIR })
    const after = await play(traffic.slice(120), () => [url.origin], 4)
    expect(after.ok.size).toBeGreaterThan(30)
    await untilProcessed(url.origin)
    const read = await Promise.all(conversationsOf(traffic).map((id) => readConversation(url.origin, id)))
    await endsAtSigterm({ url, ...second })

    const ok = new Set([...before.ok, ...after.ok])
    const sent = traffic.filter(({ event, says }) => ok.has(event) && says.some(({ sent }) => sent !== undefined))
    const ids = new Set(read.flat().map(({ id }) => id))
    expect(sent.filter(({ says }) => says.some(({ message }) => !ids.has(message)))).toEqual([])
    expect(read.filter((messages) => !isOrdered(messages))).toEqual([])
  })

  it('does not start in a role alone, nor without its words, and says why', async () => {
    expect(await inboxes.run({ DATA_DIR, WORD_LIST: 'none.txt' })).toMatchObject({
      code: 1,
      stderr: "Cannot start: WORD_LIST cannot be read: ENOENT: no such file or directory, open 'none.txt'\n"
    })
    expect(await inboxes.run({ DATA_DIR, ROLE: 'worker' })).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'Cannot start: ROLE=worker needs a DATABASE_URL: without it, one process alone has the inbox, in both roles\n'
    })
  })

  it('lists dead letters, and puts them into the inbox again', async () => {
    const dead = (...words: ReadonlyArray<string>) => inboxes.run({ DATA_DIR }, 'dead-letters', ...words)
    const packets = await withInbox(async (inbox, patient) => {
      const packets = trafficOf(2, 5).map(({ request: { body } }) => JSON.parse(body) as MessagePacket)
      for (const packet of packets) await inbox.put(packet)
      // It was tried for the last time.
      await patient.query('update pgboss.job set retry_count = retry_limit')
      for (const { id } of await inbox.take(9)) await inbox.failed(id, new Error('The archive is ill'))
      return packets
    })

    const { stdout, ...listed } = await dead('list')
    expect(listed).toEqual({ code: 0, stderr: '' })
    const letters = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as DeadLetter)
    expect(letters.map(({ data }) => JSON.parse(data.packet) as object)).toEqual(expect.arrayContaining(packets))
    expect(letters).toHaveLength(2)
    for (const letter of letters)
      expect(letter).toMatchObject({ since: expect.any(String), problem: { message: 'The archive is ill' } })

    const [one] = letters
    expect(await dead('retry', String(one?.id))).toEqual({
      code: 0,
      stdout: '1 dead letter is in the inbox again\n',
      stderr: ''
    })
    await withInbox(async (inbox) => {
      expect((await inbox.take(9)).map(({ data }) => data)).toEqual([one?.data])
      expect((await inbox.deadLetters()).map(({ id }) => id)).toEqual([letters[1]?.id])
    })
  })
})

const withPostgres = startPostgres === undefined ? describe.skip : describe

withPostgres('a receiver and workers of the message inbox on PostgreSQL', () => {
  it('give all that was answered OK its effect, once, though one of each is killed', async () => {
    const DATABASE_URL = await postgres?.createDatabase('inbox')
    const traffic = trafficOf(400, 2)
    // They start at once on an empty database.
    const [receiver, other, worker, victim] = await Promise.all(
      ['receiver', 'receiver', 'worker', 'worker'].map((ROLE) => inboxes.listening({ DATABASE_URL, ROLE }))
    )
    if (receiver === undefined || other === undefined || worker === undefined || victim === undefined) throw new Error()
    const kill = (count: number) => {
      if (count === 150) victim.child.kill('SIGKILL')
      if (count === 250) other.child.kill('SIGKILL')
    }
    const outcome = await play(traffic, () => [receiver.url.origin, other.url.origin], 4, kill)
    expect(outcome.ok.size).toBeGreaterThan(300)
    await untilProcessed(worker.url.origin)
    const read = await Promise.all(conversationsOf(traffic).map((id) => readConversation(receiver.url.origin, id)))
    expect(read.filter((messages) => !isOrdered(messages))).toEqual([])

    const client = new Client(DATABASE_URL)
    await client.connect()
    const { rows } = await client.query<{ readonly row: Archived }>(archivedSql)
    await client.end()
    expect(
      wrongIn(
        rows.map(({ row }) => row),
        traffic,
        outcome
      )
    ).toEqual([])
    await Promise.all([receiver, worker].map(endsAtSigterm))
  })
})
