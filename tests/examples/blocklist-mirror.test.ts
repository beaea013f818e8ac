import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { BlocklistAdd, BlocklistAddPacket, BlocklistDelete, parseCallback } from 'tencent-im-callbacks'
import { reconcile } from '../../examples/blocklist-mirror/reconcile'
import { createServer } from '../../examples/blocklist-mirror/server'
import { createStore, schema } from '../../examples/blocklist-mirror/store'
import { openPostgres, type Database } from '../../examples/shared/database'
import { openPglite } from '../../examples/shared/pglite'
import { body, query } from '../fixtures/blocklist'
import { clientOf, fail, ok } from '../support/blocklist-mirror'
import { expectRight } from '../support/either'
import { pgliteFolder } from '../support/pglite'
import { postgresHere } from '../support/postgres'
import { withSocketServer } from '../support/server'

const startPostgres = postgresHere()
let postgres: Awaited<ReturnType<NonNullable<typeof startPostgres>>> | undefined
let url: string
const folder = mkdtempSync(join(tmpdir(), 'blocklist-mirror-'))

beforeAll(async () => {
  postgres = await startPostgres?.()
  if (postgres !== undefined) url = await postgres.createDatabase('mirror')
}, 30_000)
afterAll(async () => {
  jest.restoreAllMocks()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const parse = parseCallback(BlocklistAdd, BlocklistDelete)({ sdkAppId: 1400000000 })
const notStored = fail('The callback was not stored')

const kinds = [
  { name: 'PGlite', here: describe, open: async () => openPglite(await pgliteFolder(folder), schema) },
  {
    name: 'PostgreSQL',
    here: startPostgres === undefined ? describe.skip : describe,
    open: () => openPostgres(url, schema)
  }
]

for (const { name, here, open } of kinds) {
  here(`the blocklist mirror on ${name}`, () => {
    let database: Database
    let app: ReturnType<typeof createServer>
    let client: ReturnType<typeof clientOf>
    let statements: number
    let log: string

    beforeAll(async () => {
      database = await open()
      const counted: Database = {
        ...database,
        query: (sql, parameters) => {
          statements++
          return database.query(sql, parameters)
        }
      }
      const stream = { write: (line: string) => (log += line) }
      app = createServer(parse, createStore(counted), { level: 'warn', stream })
      client = clientOf(await app.listen({ host: '127.0.0.1', port: 0 }))
    }, 60_000)
    afterAll(async () => {
      await app.close()
      await database.close()
    })
    beforeEach(async () => {
      await database.query("delete from blocklist where from_account <> 'z'")
      statements = 0
      log = ''
    })
    afterEach(() => {
      // A signed URL in a log could be used by whoever reads it.
      expect(log).not.toContain('secret')
    })

    it('stores the documented example', async () => {
      expect(await client.post(query, body)).toEqual(ok)
      expect(await client.blockedBy('id')).toEqual(['id1', 'id2', 'id3'])
      expect(await client.blockedBy('id1')).toEqual([])
      expect(await client.isBlocked('id', 'id2')).toEqual({ blocked: true })
      expect(await client.isBlocked('id2', 'id')).toEqual({ blocked: false })
      expect(log).toBe('')
    })

    it('takes pairs off, those that are not there too', async () => {
      await client.add(['a', '1'], ['a', '2'], ['b', '1'], ['b', '2'])
      expect(await client.remove(['a', '1'], ['b', '2'], ['c', '3'])).toEqual(ok)
      expect(await client.blockedBy('a')).toEqual(['2'])
      expect(await client.blockedBy('b')).toEqual(['1'])
    })

    it('takes an empty list', async () => {
      expect(await client.add()).toEqual(ok)
      expect(await client.remove()).toEqual(ok)
    })

    it.each(['add', 'remove'] as const)(
      'does the same for a callback to %s that comes twice, many times at once, or with a pair twice in it',
      async (change) => {
        await client.add(['a', '1'], ['a', '3'])
        const again = () => client[change](['a', '2'], ['a', '1'], ['a', '2'])
        expect(await again()).toEqual(ok)
        expect(await again()).toEqual(ok)
        expect(await Promise.all(Array.from({ length: 8 }, again))).toEqual(Array(8).fill(ok))
        expect(await client.blockedBy('a')).toEqual(change === 'add' ? ['1', '2', '3'] : ['3'])
        expect(log).toBe('')
      }
    )

    it('stores 1 000 pairs in one statement', async () => {
      const ids = Array.from({ length: 1000 }, (_, i) => `user${String(i).padStart(4, '0')}`)
      const pairs = ids.map((id) => ['a', id] as const)
      expect(await client.add(...pairs)).toEqual(ok)
      expect(statements).toBe(1)
      expect(await client.blockedBy('a')).toEqual(ids)
      expect(await client.remove(...pairs.slice(1))).toEqual(ok)
      expect(statements).toBe(3)
      expect(await client.blockedBy('a')).toEqual(ids.slice(0, 1))
    })

    it('changes nothing if one pair of a packet is wrong, and logs what came', async () => {
      await client.add(['a', '1'])
      const wrong = fail('Invalid packet, 1 issue: PairList[1].To_Account must be a non-empty string')
      expect(await client.add(['a', '2'], ['a', 3])).toEqual(wrong)
      expect(await client.remove(['a', '1'], ['a', 3])).toEqual(wrong)
      expect(await client.blockedBy('a')).toEqual(['1'])
      expect(log).toContain(JSON.stringify('{"From_Account":"a","To_Account":3}').slice(1, -1))
    })

    it.each([
      '@TLS#NOT_FOUND',
      '张三',
      'مستخدم',
      '👩‍👩‍👧',
      'a/b?c#d&from=e',
      '100%25',
      '%2F',
      'a+b c',
      ' ',
      ';x',
      '..a',
      'NULL',
      '{"a",\\}',
      "'; drop table blocklist; --",
      'line\nbreak\ttab\u0001',
      '\ufeffmark\ufffd',
      'e\u0301',
      '__proto__',
      'x'.repeat(1000)
    ])('takes the id %j as it is', async (id) => {
      expect(await client.add([id, id], [id, 'other'])).toEqual(ok)
      expect(await client.isBlocked(id, id)).toEqual({ blocked: true })
      expect([...(await client.blockedBy(id))].sort()).toEqual([id, 'other'].sort())
      expect(await client.remove([id, id])).toEqual(ok)
      expect(await client.isBlocked(id, id)).toEqual({ blocked: false })
    })

    it('takes ids that only look alike for different ones', async () => {
      const ids = ['a', 'A', 'a ', '\u00e9', 'e\u0301']
      await client.add(...ids.map((id) => [id, id] as const))
      for (const id of ids) expect(await client.blockedBy(id)).toEqual([id])
    })

    it.each(['nul\0', 'half \ud83d', '\udc00'])(
      'answers FAIL and logs the packet where PostgreSQL cannot hold an id, such as %j',
      async (id) => {
        await client.add(['a', '1'])
        expect(await client.add(['a', '2'], ['a', id])).toEqual(notStored)
        expect(await client.remove(['a', '1'], [id, 'a'])).toEqual(notStored)
        expect(await client.blockedBy('a')).toEqual(['1'])
        expect(log).toContain('PostgreSQL cannot hold a character of an id')
        expect(log).toContain(JSON.stringify(JSON.stringify({ From_Account: 'a', To_Account: id })).slice(1, -1))
        await expect(reconcile(database, 'a', [id])).rejects.toThrow('PostgreSQL cannot hold a character of an id')
        await expect(reconcile(database, id, [])).rejects.toThrow('PostgreSQL cannot hold a character of an id')
      }
    )

    it('answers FAIL and logs the whole packet, and answers reads 503, while the store fails', async () => {
      const ids = Array.from({ length: 1000 }, (_, i) => `user${String(i)}`)
      await database.query('alter table blocklist rename to elsewhere')
      try {
        expect(await client.add(...ids.map((id) => ['a', id] as const))).toEqual(notStored)
        expect(await client.get('/users/a/blocked')).toEqual([503, { error: 'The store did not answer' }])
        expect(await client.get('/blocked?from=a&to=b')).toEqual([503, { error: 'The store did not answer' }])
      } finally {
        await database.query('alter table elsewhere rename to blocklist')
      }
      const [line = ''] = log.split('\n', 1)
      const logged = JSON.parse(line) as { readonly body: string }
      expect(logged).toMatchObject({
        msg: 'The callback was not stored',
        err: { message: 'relation "blocklist" does not exist' }
      })
      const PairList = ids.map((To_Account) => ({ From_Account: 'a', To_Account }))
      expect(JSON.parse(logged.body)).toEqual({ CallbackCommand: 'Sns.CallbackBlackListAdd', PairList })
      expect(await client.add(['a', '1'])).toEqual(ok)
    })

    it('does not store later what it answered FAIL to, where many callbacks wait for a slow database', async () => {
      let isFree: Promise<unknown>
      if (name === 'PGlite') isFree = database.query('select pg_sleep(1.9)')
      else {
        const other = new Client(url)
        await other.connect()
        await other.query('begin')
        await other.query('lock table blocklist')
        isFree = (async () => {
          await other.query('select pg_sleep(1.9)')
          await other.end()
        })()
      }
      const ids = Array.from({ length: 40 }, (_, i) => String(i).padStart(2, '0'))
      const answers = await Promise.all(ids.map((id) => client.add(['a', id])))
      await isFree
      // What still waits, if anything does, comes before these.
      await Promise.all(Array.from({ length: 20 }, () => database.query('select null as ids')))
      expect(await client.blockedBy('a')).toEqual(ids.filter((_, i) => (answers[i] as typeof ok).ActionStatus === 'OK'))
    })

    it('answers FAIL to ids that are too long for an index', async () => {
      const long = Array.from({ length: 9000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * i * 7919) % 20_000)))
      expect(await client.add(['a', long.join('')])).toEqual(notStored)
      expect(JSON.parse(log)).toMatchObject({ err: { code: '54000' }, body: expect.stringContaining(long.join('')) })
    })

    describe('reconcile', () => {
      it('adds what is missing, removes what is too much, tells both, and does so in one statement', async () => {
        await client.add(['a', '1'], ['a', '2'], ['a', '3'], ['b', '1'])
        let runs = 0
        const counted: Database = {
          ...database,
          query: (sql, parameters) => {
            runs++
            return database.query(sql, parameters)
          }
        }
        expect(await reconcile(counted, 'a', ['4', '2', '0', '4'])).toEqual({ added: ['0', '4'], removed: ['1', '3'] })
        expect(runs).toBe(1)
        expect(await client.blockedBy('a')).toEqual(['0', '2', '4'])
        expect(await client.blockedBy('b')).toEqual(['1'])
      })

      it('changes nothing the second time', async () => {
        await reconcile(database, 'a', ['1', '2'])
        expect(await reconcile(database, 'a', ['2', '1'])).toEqual({ added: [], removed: [] })
      })

      it('removes everything for a user who blocks nobody any more', async () => {
        await client.add(['a', '1'], ['a', '2'])
        expect(await reconcile(database, 'a', [])).toEqual({ added: [], removed: ['1', '2'] })
        expect(await client.blockedBy('a')).toEqual([])
      })

      it('takes 1 000 users', async () => {
        const ids = Array.from({ length: 1000 }, (_, i) => `user${String(i).padStart(4, '0')}`)
        await client.add(['a', 'gone'])
        expect(await reconcile(database, 'a', ids)).toEqual({ added: ids, removed: ['gone'] })
      })
    })

    if (name === 'PostgreSQL') {
      // PGlite has one connection, so there all wait for one another.
      describe('in opposite orders, many at once do not wait for each other forever:', () => {
        const ids = Array.from({ length: 400 }, (_, i) => String(i).padStart(3, '0'))
        const even = ids.filter((_, i) => i % 2 === 0)
        const odd = ids.filter((_, i) => i % 2 === 1)
        const pairs = expectRight(
          BlocklistAddPacket.decode({
            CallbackCommand: 'Sns.CallbackBlackListAdd',
            PairList: ids.map((To_Account) => ({ From_Account: 'a', To_Account }))
          })
        ).PairList
        const add = (given = pairs) => createStore(database).add(given)
        const remove = (given = pairs) => createStore(database).remove(given)
        const to = (list: ReadonlyArray<string>) => reconcile(database, 'a', list)

        beforeAll(async () => {
          // In a larger table PostgreSQL looks the pairs up one by one, in the order in which they are given.
          await database.query("insert into blocklist select 'z', n::text from generate_series(1, 20000) as n")
          await database.query('analyze blocklist')
        })

        it.each<[string, ReadonlyArray<() => Promise<unknown>>]>([
          ['adds', [() => add(), () => add(pairs.toReversed())]],
          ['deletes', [() => remove(), () => remove(pairs.toReversed())]],
          ['adds and deletes', [() => add(), () => remove(pairs.toReversed())]],
          ['reconciliations', [() => to(odd), () => to(even.toReversed()), () => to(odd.toReversed())]],
          ['reconciliations and adds', [() => to(even), () => add(), () => to(odd), () => add(pairs.toReversed())]],
          ['reconciliations and deletes', [() => to(even), () => remove(), () => remove(pairs.toReversed())]]
        ])('%s', async (_title, kinds) => {
          for (let round = 0; round < 3; round++) {
            await to([ids, odd, []][round] ?? [])
            await Promise.all([...kinds, ...kinds, ...kinds].map((work) => work()))
          }
        })
      })

      it('starts many times at once on an empty database', async () => {
        const empty = (await postgres?.createDatabase('empty')) ?? ''
        const opened = await Promise.all(Array.from({ length: 12 }, () => openPostgres(empty, schema)))
        await Promise.all(opened.map(({ close }) => close()))
      })

      it('does not open where nobody listens, or nobody answers', async () => {
        await expect(openPostgres('postgres://127.0.0.1:1/none', schema)).rejects.toThrow(
          'connect ECONNREFUSED 127.0.0.1:1'
        )
        await withSocketServer(
          () => undefined,
          async (origin) => {
            const silent = openPostgres(origin.replace('http', 'postgres'), schema)
            await expect(silent).rejects.toThrow('Connection terminated due to connection timeout')
          }
        )
      })

      it('answers FAIL if a row stays locked, and does not store the pairs later after all', async () => {
        const other = new Client(url)
        await other.connect()
        try {
          await other.query('begin')
          await other.query("insert into blocklist values ('a', '2')")
          expect(await client.add(['a', '1'], ['a', '2'])).toEqual(notStored)
          expect(log).toContain('canceling statement due to statement timeout')
          await other.query('rollback')
        } finally {
          await other.end()
        }
        expect(await client.blockedBy('a')).toEqual([])
      })

      it('goes on after the server broke its connections', async () => {
        const printed = jest.spyOn(console, 'error').mockReturnValue()
        await client.add(['a', '1'])
        const other = new Client(url)
        await other.connect()
        await other.query(
          'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'
        )
        await other.end()
        expect(await client.blockedBy('a')).toEqual(['1'])
        expect(await client.add(['a', '2'])).toEqual(ok)
        const broken = 'terminating connection due to administrator command'
        expect(printed).toHaveBeenCalledWith('A database connection broke:', broken)
      })
    }
  })
}
