import { PGlite } from '@electric-sql/pglite'
import { join } from 'node:path'
import { Pool } from 'pg'
import { claimFolder } from './claim-folder'

/**
 * Every column that is read here is a list of user ids, or null if there are none. They come as JSON, since PGlite takes a
 * byte order mark off the beginning of plain text.
 */
export type Row = Readonly<Record<string, ReadonlyArray<string> | null>>

/** PostgreSQL, on a server or in this process: both take the same SQL. */
export interface Database {
  /** Runs one statement, which is a transaction of its own: when this resolves, it is committed. */
  readonly query: (sql: string, parameters?: ReadonlyArray<unknown>) => Promise<ReadonlyArray<Row>>
  readonly close: () => Promise<void>
}

// `create table if not exists` alone fails when two instances start at once: hence the lock.
const schema = `
  do $$ begin
    perform pg_advisory_xact_lock(hashtext('blocklist'));
    create table if not exists blocklist (
      from_account text collate "C",
      to_account text collate "C",
      primary key (from_account, to_account)
    );
  end $$`

const withSchema = async (database: Database): Promise<Database> => {
  try {
    await database.query(schema)
    return database
  } catch (problem) {
    await database.close()
    throw problem
  }
}

/** PostgreSQL inside this process, its files in a folder that no other process may use meanwhile. */
export const openPglite = async (folder: string): Promise<Database> => {
  const release = await claimFolder(folder)
  const pglite = await PGlite.create(join(folder, 'pglite'), { relaxedDurability: false }).catch(
    async (problem: unknown) => {
      await release()
      throw problem
    }
  )
  return withSchema({
    query: async (sql, parameters = []) => (await pglite.query<Row>(sql, [...parameters])).rows,
    close: async () => {
      await pglite.close()
      await release()
    }
  })
}

/** A PostgreSQL server, which any number of processes may share. */
export const openPostgres = async (url: string): Promise<Database> => {
  const pool = new Pool({
    connectionString: url,
    // Tencent waits two seconds. The server gives up first, so that what is answered FAIL is not stored later after all.
    statement_timeout: 1000,
    query_timeout: 1200,
    connectionTimeoutMillis: 1200
  })
  // Without a listener, a connection that breaks while idle would end the process.
  pool.on('error', (problem) => {
    console.error('A database connection broke:', problem.message)
  })
  return withSchema({
    query: async (sql, parameters = []) => (await pool.query<Row>(sql, [...parameters])).rows,
    close: () => pool.end()
  })
}
