import { Pool } from 'pg'

/**
 * Every column that is read here is a list of user ids, or null if there are none. They come as JSON, since PGlite takes a
 * byte order mark off the beginning of plain text.
 */
export type Row = Readonly<Record<string, ReadonlyArray<string> | null>>

/** PostgreSQL, on a server or in this process: both take the same SQL. */
export interface Database {
  /**
   * Runs one statement, which is a transaction of its own: when this resolves, it is committed. When it rejects, the
   * statement may be committed all the same, as where the answer of a server gets lost.
   */
  readonly query: (sql: string, parameters?: ReadonlyArray<unknown>) => Promise<ReadonlyArray<Row>>
  readonly close: () => Promise<void>
  /** Aborted with the reason when the database can only be opened anew. */
  readonly lost?: AbortSignal
}

/**
 * A statement that could not begin in so many milliseconds is left undone, since it could end after its callback was
 * answered FAIL, and undo a later one.
 */
export const patience = 400

// `create table if not exists` alone fails when two instances start at once: hence the lock.
export const schema = `
  do $$ begin
    perform pg_advisory_xact_lock(hashtext('blocklist'));
    create table if not exists blocklist (
      from_account text collate "C",
      to_account text collate "C",
      primary key (from_account, to_account)
    );
  end $$`

/** A PostgreSQL server, which any number of processes may share. */
export const openPostgres = async (url: string): Promise<Database> => {
  const pool = new Pool({
    connectionString: url,
    // Together with `patience` less than the time in which a callback is answered. The server gives up first: only where
    // it cannot be reached does a statement go on after that.
    statement_timeout: 1000,
    query_timeout: 1100,
    connectionTimeoutMillis: 1200
  })
  // Without a listener, a connection that breaks while idle would end the process.
  pool.on('error', (problem) => {
    console.error('A database connection broke:', problem.message)
  })
  try {
    await pool.query(schema)
  } catch (problem) {
    await pool.end()
    throw problem
  }
  return {
    query: async (sql, parameters = []) => {
      const latest = performance.now() + patience
      const client = await pool.connect()
      try {
        if (performance.now() > latest) throw new Error('The database is too busy')
        const { rows } = await client.query<Row>(sql, [...parameters])
        client.release()
        return rows
      } catch (problem) {
        client.release(true)
        throw problem
      }
    },
    close: () => pool.end()
  }
}
