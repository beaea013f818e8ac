import { setTimeout } from 'node:timers/promises'
import PgBoss from 'pg-boss'
import { forAnswers, oneByOne, type Database } from '../shared/database'
import { inBatches } from './batches'
import { eventOf, isMessagePacket, type Event, type MessagePacket } from './events'

/** What waits in the inbox: a packet as JSON, and when it was received. */
export interface Received {
  readonly packet: string
  readonly at: number
}

export interface Job {
  readonly id: string
  readonly data: Received
}

export interface DeadLetter extends Job {
  readonly since: string
  readonly problem: unknown
}

/**
 * What was received and has yet to be worked on. Behind it is pg-boss, a queue in PostgreSQL; whatever can keep a packet
 * until it was worked on could be.
 */
export interface Inbox {
  /** When it resolves, the packet is stored. One that waits there already is not stored again. */
  readonly put: (packet: MessagePacket) => Promise<void>
  /** Takes what waits. Whatever is not done or failed within five seconds can be taken again. */
  readonly take: (count: number) => Promise<ReadonlyArray<Job>>
  readonly done: (ids: ReadonlyArray<string>) => Promise<void>
  /** It comes again, later each time, and is a dead letter in the end. */
  readonly failed: (id: string, problem: Error) => Promise<void>
  readonly deadLetters: () => Promise<ReadonlyArray<DeadLetter>>
  /** Puts dead letters into the inbox again, all or those with these ids, and tells how many. */
  readonly retry: (ids?: ReadonlyArray<string>) => Promise<number>
  /** For how many seconds the oldest has waited. */
  readonly lag: () => Promise<number>
  readonly close: () => Promise<void>
}

const queue = 'messages'
const dead = 'dead-letters'
/** pg-boss would give up what it has not got rid of after two weeks. */
const retentionDays = 3650

/** The event that a packet from the inbox tells of. */
export const readEvent = ({ packet, at }: Received): Event => {
  const parsed: unknown = JSON.parse(packet)
  if (!isMessagePacket(parsed)) throw new TypeError('The packet does not tell of a message')
  return eventOf(parsed, at)
}

/** The order in which pg-boss takes jobs: without it, it sorts all that wait each time, and never catches up. */
const index = oneByOne(
  'message-inbox',
  `create index if not exists waiting on pgboss.job (name, priority desc, created_on, id) where state < 'active';`
)

const bossDatabase = ({ query }: Database): PgBoss.Db => ({
  executeSql: async (sql, values) => ({ rows: [...(await query(sql, values))] })
})

/**
 * pg-boss makes its tables and queues where there are none. Several processes that do so at once get in each other's way:
 * then those that failed try again, and find them.
 */
const openQueue = async (database: Database, attempts = 5): Promise<PgBoss> => {
  const boss = new PgBoss({ db: bossDatabase(database), schedule: false, maintenanceIntervalSeconds: 2 })
  boss.on('error', (problem) => {
    console.error('The queue has a problem:', problem.message)
  })
  try {
    await boss.start()
    await boss.createQueue(dead, { name: dead, retentionDays })
    const retries = { retryLimit: 6, retryDelay: 1, retryBackoff: true }
    await boss.createQueue(queue, { name: queue, ...retries, expireInSeconds: 5, retentionDays, deadLetter: dead })
    await database.query(index)
    return boss
  } catch (problem) {
    await boss.stop({ graceful: false })
    if (attempts === 1) throw problem
    await setTimeout(200 * Math.random())
    return openQueue(database, attempts - 1)
  }
}

/** `quick` answers callbacks, `patient` does the rest. */
export const openInbox = async (quick: Database, patient: Database): Promise<Inbox> => {
  const boss = await openQueue(patient)
  // Sorted, so that two receivers do not wait for each other's rows forever.
  const store = inBatches(
    (jobs: ReadonlyArray<Job & { readonly name: string }>) =>
      boss.insert(
        [...jobs].sort((a, b) => (a.id < b.id ? -1 : 1)),
        { db: bossDatabase(quick) }
      ),
    forAnswers.patience
  )
  const deadLetters = () =>
    patient.query<DeadLetter>(
      'select id, data, created_on as since, output as problem from pgboss.job where name = $1 order by created_on, id',
      [dead]
    )
  return {
    put: async (packet) => {
      const at = Date.now()
      // A text, since not every JSON value can be stored as one: PostgreSQL holds no NUL.
      await store({ id: eventOf(packet, at).key, name: queue, data: { packet: JSON.stringify(packet), at } })
    },
    take: (count) => boss.fetch<Received>(queue, { batchSize: count }),
    // Deleted, as the archive knows what it has applied, and the queue stays small.
    done: (ids) => boss.deleteJob(queue, [...ids]),
    failed: (id, { name, message, stack }) => boss.fail(queue, id, { name, message, stack }),
    deadLetters,
    retry: async (ids) => {
      const all = await deadLetters()
      const unknown = ids?.find((id) => !all.some((letter) => letter.id === id))
      if (unknown !== undefined) throw new Error(`There is no dead letter ${unknown}`)
      const letters = all.filter(({ id }) => ids?.includes(id) ?? true)
      for (const { id, data } of letters) {
        // Where it ends between the two, the packet is there twice, which the archive does not mind.
        await boss.send(queue, data)
        await boss.deleteJob(dead, id)
      }
      return letters.length
    },
    lag: async () => {
      const [row] = await quick.query<{ readonly lag: number }>(
        `select coalesce(extract(epoch from now() - min(created_on)), 0)::float as lag
        from pgboss.job where name = $1 and state < 'completed'`,
        [queue]
      )
      return row?.lag ?? 0
    },
    close: () => boss.stop({ graceful: false })
  }
}
