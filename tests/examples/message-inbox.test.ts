import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { join } from 'node:path'
import { createArchive, schema, type Archive } from '../../examples/message-inbox/archive'
import { eventOf, isMessagePacket } from '../../examples/message-inbox/events'
import { openInbox, readEvent, type Inbox } from '../../examples/message-inbox/inbox'
import { createMetrics } from '../../examples/message-inbox/metrics'
import { startWorker } from '../../examples/message-inbox/worker'
import { forWork, openPostgres, type Database } from '../../examples/shared/database'
import { inTime } from '../../examples/shared/in-time'
import { openPglite } from '../../examples/shared/pglite'
import { archivedSql, wrongIn, type Archived } from '../support/message-inbox'
import { randomOf, shuffled, trafficOf } from '../support/message-traffic'
import { pgliteFolder } from '../support/pglite'
import { postgresHere, type Postgres } from '../support/postgres'

const startPostgres = postgresHere()
let postgres: Postgres | undefined
const folder = mkdtempSync(join(tmpdir(), 'message-inbox-'))

beforeAll(async () => {
  postgres = await startPostgres?.()
}, 30_000)
afterAll(async () => {
  jest.restoreAllMocks()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const textBody = (Text: string) => [{ MsgType: 'TIMTextElem', MsgContent: { Text } }]

const packetOf = (packet: object) => {
  if (isMessagePacket(packet)) return packet
  throw new Error('It is not a packet about a message')
}
const sent = (text: string, more: object = {}) =>
  packetOf({
    CallbackCommand: 'C2C.CallbackAfterSendMsg',
    From_Account: 'alice',
    To_Account: 'bob',
    MsgTime: 1000,
    MsgSeq: 1,
    MsgKey: 'key',
    SendMsgResult: 0,
    MsgBody: textBody(text),
    ...more
  })
const edited = (text: string, more: object = {}) =>
  packetOf({
    CallbackCommand: 'C2C.CallbackAfterModifyMsg',
    Operator_Account: 'alice',
    From_Account: 'alice',
    To_Account: 'bob',
    MsgRandom: 1,
    MsgTime: 1000,
    MsgSeq: 1,
    MsgKey: 'key',
    MsgBody: textBody(text),
    ...more
  })
const withdrawn = (more: object = {}) =>
  packetOf({
    CallbackCommand: 'C2C.CallbackAfterMsgWithDraw',
    From_Account: 'alice',
    To_Account: 'bob',
    MsgKey: 'key',
    ...more
  })
const toGroup = (text: string, more: object = {}) =>
  packetOf({
    CallbackCommand: 'Group.CallbackAfterSendMsg',
    GroupId: 'g',
    Type: 'Public',
    From_Account: 'alice',
    MsgTime: 1000,
    MsgSeq: 1,
    MsgBody: textBody(text),
    ...more
  })
const recalled = (seqs: ReadonlyArray<number>, more: object = {}) =>
  packetOf({
    CallbackCommand: 'Group.CallbackAfterRecallMsg',
    Operator_Account: '',
    Type: 'Public',
    GroupId: 'g',
    MsgSeqList: seqs.map((MsgSeq) => ({ MsgSeq })),
    ...more
  })

describe('an event of the message inbox', () => {
  const keyOf = (packet: object) => eventOf(packetOf(packet), 5).key

  it.each([
    ['a message', sent('a'), sent('a', { UnreadMsgNum: 3, EventTime: 7 })],
    ['a message of a group', toGroup('a'), toGroup('a', { TopicId: '', EventTime: 7 })],
    ['an edit', edited('a', { EventTime: 7 }), edited('a', { EventTime: 7, CloudCustomData: '' })],
    ['a withdrawal', withdrawn(), withdrawn({ UnreadMsgNum: 3, EventTime: 7 })],
    ['a withdrawal of several', recalled([1, 2]), recalled([2, 1, 2])]
  ])('is the same where %s comes twice, whatever else is in the packets', (_what, one, other) => {
    expect(keyOf(one)).toBe(keyOf(other))
    expect(keyOf(one)).toMatch(/^[0-9a-f]{32}$/)
  })

  it.each([
    ['another key', sent('a'), sent('a', { MsgKey: 'other' })],
    // Clients choose a part of the key: nobody can take the place of somebody else's message.
    ['another sender', sent('a'), sent('a', { From_Account: 'bob', To_Account: 'alice' })],
    ['another group', toGroup('a'), toGroup('a', { GroupId: 'h' })],
    ['another topic', toGroup('a'), toGroup('a', { TopicId: 't' })],
    ['another number', toGroup('a'), toGroup('a', { MsgSeq: 2 })],
    ['another time of an edit', edited('a', { EventTime: 7 }), edited('a', { EventTime: 8 })],
    ['another text of an edit', edited('a'), edited('b')],
    ['other custom data of an edit', edited('a'), edited('a', { CloudCustomData: 'b' })],
    ['other messages withdrawn', recalled([1]), recalled([1, 2])],
    [
      'ids that would run together',
      sent('a', { From_Account: 'a:b' }),
      sent('a', { From_Account: 'a', To_Account: 'b:bob' })
    ],
    ['no key, and another text', sent('a', { MsgKey: undefined }), sent('b', { MsgKey: undefined })],
    // Nothing says that messages for those who are online have numbers of their own.
    ['no place in the history', toGroup('a', { OnlineOnlyFlag: 1 }), toGroup('b', { OnlineOnlyFlag: 1 })]
  ])('is another one with %s', (_what, one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other))
  })

  it('has no more text to search than a message of Tencent has, and no half of a character', () => {
    const [change] = eventOf(sent(`${'x'.repeat(12_287)}😀${'y'.repeat(900_000)}`), 5).changes
    expect(change?.sent_text).toBe(`${'x'.repeat(12_287)}\ufffd`)
  })

  it('that is a failed delivery takes no place of the delivery that follows', () => {
    expect(keyOf(sent('a', { SendMsgResult: 20006 }))).not.toBe(keyOf(sent('a')))
  })
})

const kinds = [
  {
    name: 'PGlite',
    here: describe,
    open: async () => {
      const database = await openPglite(await pgliteFolder(folder), schema)
      return [database, database.patient] as const
    }
  },
  {
    name: 'PostgreSQL',
    here: startPostgres === undefined ? describe.skip : describe,
    open: async () => {
      const url = (await postgres?.createDatabase('inbox')) ?? ''
      return [await openPostgres(url, schema), await openPostgres(url, schema, forWork)] as const
    }
  }
]

for (const { name, here, open } of kinds) {
  here(`the message inbox on ${name}`, () => {
    let quick: Database
    let patient: Database
    let archive: Archive
    let inbox: Inbox

    beforeAll(async () => {
      ;[quick, patient] = await open()
      archive = createArchive(quick)
      inbox = await openInbox(quick, patient)
    }, 60_000)
    afterAll(async () => {
      await inbox.close()
      await patient.close()
      if (name === 'PostgreSQL') await quick.close()
    })
    beforeEach(async () => {
      await patient.query('truncate messages, applied; delete from pgboss.job')
    })

    const applyPackets = async (...packets: ReadonlyArray<object>) => {
      for (const packet of packets) await archive.apply([eventOf(packetOf(packet), 5)])
    }
    const chat = () => archive.messages('c2c:alice:bob', null, 100)
    const found = async (text: string) => (await archive.search(text, 100)).map(({ body }) => body[0]?.MsgContent.Text)

    it('comes to the same archive in any order, however often events come', async () => {
      const traffic = trafficOf(60, 3)
      const events = new Set(traffic.map(({ event }) => event))
      const random = randomOf(4)
      for (let round = 0; round < 3; round++) {
        await patient.query('truncate messages, applied')
        const packets = shuffled([...traffic, ...traffic], random).map(
          ({ request }) => JSON.parse(request.body) as object
        )
        // As one batch, and each for itself.
        if (round === 0) await archive.apply(packets.map((packet) => eventOf(packetOf(packet), 5)))
        else await applyPackets(...packets)
        const rows = await patient.query<{ readonly row: Archived }>(archivedSql)
        expect(
          wrongIn(
            rows.map(({ row }) => row),
            traffic,
            { ok: events, tried: events }
          )
        ).toEqual([])
      }
    })

    it('takes an event once that several workers have at the same time', async () => {
      const event = eventOf(sent('a'), 5)
      await Promise.all(Array.from({ length: 8 }, () => archive.apply([event])))
      expect(await chat()).toMatchObject([{ events: 1 }])
    })

    it('shows a message as it is now', async () => {
      await applyPackets(sent('hello'))
      expect(await chat()).toEqual([
        {
          id: 'c2c:alice:bob:alice:key',
          conversation: 'c2c:alice:bob',
          from: 'alice',
          time: 1000,
          seq: 1,
          body: textBody('hello'),
          cloudCustomData: '',
          editedAt: null,
          withdrawn: false,
          events: 1
        }
      ])
      await applyPackets(edited('hi', { EventTime: 2000 }), withdrawn())
      expect(await chat()).toMatchObject([{ body: textBody('hi'), editedAt: 2000, withdrawn: true, events: 3 }])
    })

    it('shows the newest custom data of a message, whatever came first', async () => {
      const custom = async () => (await chat()).map(({ cloudCustomData }) => cloudCustomData)
      // An edit that tells nothing of it leaves it as it was.
      await applyPackets(edited('b', { EventTime: 3000 }), sent('a', { CloudCustomData: '\0{"a":1}' }))
      expect(await custom()).toEqual(['\0{"a":1}'])
      await applyPackets(edited('c', { EventTime: 2000, CloudCustomData: 'newer' }))
      expect(await custom()).toEqual(['newer'])
      await applyPackets(edited('d', { EventTime: 1500, CloudCustomData: 'older' }))
      expect(await chat()).toMatchObject([{ body: textBody('b'), cloudCustomData: 'newer' }])
      await applyPackets(edited('e', { EventTime: 4000, CloudCustomData: '' }))
      expect(await custom()).toEqual([''])
    })

    it('does not show a message that has not come, yet knows what became of it', async () => {
      await applyPackets(withdrawn(), edited('new', { EventTime: 9 }), edited('old', { EventTime: 8 }))
      expect([await chat(), await found('new')]).toEqual([[], []])
      await applyPackets(sent('a'))
      expect(await chat()).toMatchObject([{ body: textBody('new'), withdrawn: true }])
    })

    it('withdraws several messages of a group, and those of no other topic', async () => {
      await applyPackets(
        ...[1, 2, 3].map((MsgSeq) => toGroup('a', { MsgSeq })),
        toGroup('a', { TopicId: 't' }),
        recalled([1, 3])
      )
      const flags = async (id: string) => (await archive.messages(id, null, 9)).map(({ withdrawn }) => withdrawn)
      expect([await flags('group:g'), await flags('group:g:t')]).toEqual([[true, false, true], [false]])
    })

    it('keeps neither what was not delivered nor what is not for the history', async () => {
      await applyPackets(sent('a', { SendMsgResult: 20006 }), toGroup('b', { OnlineOnlyFlag: 1 }))
      expect([await chat(), await archive.messages('group:g', null, 9)]).toEqual([[], []])
    })

    it('reads a conversation page by page, by time and number', async () => {
      const seqs = [5, 3, 1, 2, 4]
      await applyPackets(
        ...seqs.map((MsgSeq) => sent('a', { MsgSeq, MsgKey: String(MsgSeq), MsgTime: 1000 + Math.floor(MsgSeq / 3) }))
      )
      const first = await archive.messages('c2c:alice:bob', null, 2)
      const second = await archive.messages('c2c:alice:bob', first[1]?.id ?? null, 2)
      const third = await archive.messages('c2c:alice:bob', second[1]?.id ?? null, 2)
      expect([first, second, third].map((page) => page.map(({ seq }) => seq))).toEqual([[5, 4], [3, 2], [1]])
      expect(await archive.messages('c2c:alice:bob', 'none', 2)).toEqual([])
    })

    it('does not mix up conversations whose ids run together', async () => {
      await applyPackets(sent('a', { From_Account: 'a:b', To_Account: 'c' }))
      expect(await archive.messages('c2c:a%3Ab:c', null, 9)).toHaveLength(1)
      await applyPackets(sent('b', { From_Account: 'a', To_Account: 'b:c' }))
      expect(await archive.messages('c2c:a:b%3Ac', null, 9)).toHaveLength(1)
    })

    it('finds texts in any language and letter case, and takes nothing for a pattern', async () => {
      const texts = ['今天发红包了', 'A Red Packet', '100% sure', 'a_b', '好']
      await applyPackets(...texts.map((text, i) => sent(text, { MsgKey: String(i), MsgSeq: i })))
      const cases: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
        ['红包', ['今天发红包了']],
        ['包红', []],
        ['好', ['好']],
        ['red P', ['A Red Packet']],
        ['00%', ['100% sure']],
        ['%', ['100% sure']],
        ['a_', ['a_b']],
        ['a%b', []]
      ]
      for (const [text, expected] of cases) expect([text, await found(text)]).toEqual([text, expected])
    })

    it('finds an edited message by its new text only', async () => {
      await applyPackets(sent('before'), edited('after', { EventTime: 9 }))
      expect([await found('before'), await found('after')]).toEqual([[], ['after']])
    })

    it('holds every text, also one that PostgreSQL cannot', async () => {
      const text = '\ufeffa\0b \ud800 😀\n"\\'
      await applyPackets(...[await stored(sent(text))])
      expect(await chat()).toMatchObject([{ body: textBody(text) }])
    })

    /** What a worker gets of a packet. */
    const stored = async (packet: ReturnType<typeof sent>): Promise<object> => {
      await inbox.put(packet)
      const [job] = await inbox.take(1)
      return JSON.parse(job?.data.packet ?? '') as object
    }

    it('keeps what it was given until it is done, once', async () => {
      await Promise.all([inbox.put(sent('a')), inbox.put(sent('a')), inbox.put(sent('a'))])
      await inbox.put(sent('a'))
      expect(await inbox.lag()).toBeGreaterThan(0)
      const [job, ...more] = await inbox.take(9)
      expect([more, await inbox.take(9)]).toEqual([[], []])
      expect(job && readEvent(job.data)).toEqual(eventOf(sent('a'), job?.data.at ?? 0))
      await inbox.done([job?.id ?? ''])
      expect(await inbox.lag()).toBe(0)
    })

    it('stores nothing that the database is too slow for, and says so in time', async () => {
      const isFree = patient.query('begin; lock table pgboss.job; select pg_sleep(1.9); commit')
      await setTimeout(100)
      // As the receiver does it: on PGlite a statement is left undone when its turn comes.
      const puts = ['1', '2', '3'].map((MsgKey) => inTime(inbox.put(sent('a', { MsgKey }))))
      const results = await Promise.allSettled(puts)
      expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
      await isFree
      await inbox.put(sent('b'))
      expect((await inbox.take(9)).map(({ data }) => readEvent(data).changes[0]?.id)).toEqual([
        'c2c:alice:bob:alice:key'
      ])
    })

    if (name === 'PostgreSQL') {
      it('can be opened by many at once on an empty database', async () => {
        for (const round of ['one', 'two', 'three']) {
          const url = (await postgres?.createDatabase(round)) ?? ''
          const databases = await Promise.all(Array.from({ length: 6 }, () => openPostgres(url, schema, forWork)))
          const inboxes = await Promise.all(databases.map((database) => openInbox(database, database)))
          await inboxes[0]?.put(sent('a'))
          expect(await inboxes[1]?.take(9)).toHaveLength(1)
          await Promise.all(inboxes.map(({ close }) => close()))
          await Promise.all(databases.map(({ close }) => close()))
        }
      }, 30_000)
    }

    it('works on everything but what fails, which is a dead letter in the end, and can be tried again', async () => {
      const logged = jest.spyOn(console, 'log').mockImplementation(() => undefined)
      // PostgreSQL cannot hold this id.
      await inbox.put(sent('poison', { From_Account: 'a\0', MsgKey: 'poison' }))
      await inbox.put(sent('good'))
      const metrics = createMetrics(inbox.lag)
      const worker = startWorker(inbox, archive, metrics)
      while ((await chat()).length === 0) await setTimeout(20)
      while ((await inbox.deadLetters()).length === 0) {
        // What would come again later comes at once.
        await patient.query(`update pgboss.job set start_after = now() - interval '1 second' where state = 'retry'`)
        await setTimeout(20)
      }
      await worker.stop()
      expect(await inbox.deadLetters()).toMatchObject([{ data: { packet: expect.stringContaining('poison') } }])
      expect((await metrics.failed.get()).values).toMatchObject([{ value: 7 }])
      expect((await metrics.processed.get()).values).toMatchObject([{ value: 1 }])
      expect(logged.mock.calls.join('\n')).toContain('An event was not processed')

      await expect(inbox.retry(['00000000-0000-0000-0000-000000000000'])).rejects.toThrow(
        'There is no dead letter 00000000-0000-0000-0000-000000000000'
      )
      await expect(inbox.retry(['it'])).rejects.toThrow('There is no dead letter it')
      expect(await inbox.retry()).toBe(1)
      expect(await inbox.deadLetters()).toEqual([])
      expect(await inbox.take(9)).toMatchObject([{ data: { packet: expect.stringContaining('poison') } }])
    }, 30_000)
  })
}
