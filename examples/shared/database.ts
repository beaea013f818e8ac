import { Pool } from 'pg'

export type Row = Readonly<Record<string, unknown>>

/** PostgreSQL, on a server or in this process: both take the same SQL. */
export interface Database {
  /**
   * Runs one statement, which is a transaction of its own: when this resolves, it is committed. When it rejects, the
   * statement may be committed all the same, as where the answer of a server gets lost.
   *
   * PGlite takes a byte order mark off the beginning of plain text, so what came from outside is read as JSON. Without
   * parameters there may be several statements. Whoever writes the SQL knows the type of its rows.
   */
  readonly query: <R = Row>(sql: string, parameters?: ReadonlyArray<unknown>) => Promise<ReadonlyArray<R>>
  readonly close: () => Promise<void>
  /** Aborted with the reason when the database can only be opened anew. */
  readonly lost?: AbortSignal
}

/** How long a statement may take, in milliseconds. */
export interface Limits {
  /** One that could not begin in this time is left undone. */
  readonly patience: number
  /** A server ends one that takes longer. */
  readonly statement: number
}

/**
 * Together less than the time in which a callback is answered, since a statement that ends after its callback was
 * answered FAIL could undo a later one.
 */
export const forAnswers: Limits = { patience: 400, statement: 1000 }

/** For work that nobody waits for. */
export const forWork: Limits = { patience: 10_000, statement: 30_000 }

/** `work` that several instances may begin at once, such as `create table if not exists`, which alone would fail then. */
export const oneByOne = (name: string, work: string): string =>
  `do $$ begin perform pg_advisory_xact_lock(hashtext('${name}')); ${work} end $$`

/** A PostgreSQL server, which any number of processes may share. */
export const openPostgres = async (url: string, schema: string, limits: Limits = forAnswers): Promise<Database> => {
  const pool = new Pool({
    connectionString: url,
    // The server gives up first: only where it cannot be reached does a statement go on after that.
    statement_timeout: limits.statement,
    query_timeout: limits.statement + 100,
    connectionTimeoutMillis: limits.patience + 800
  })
  // Without a listener, a connection that breaks while idle would end the process.
  pool.on('error', (problem) => {
    if (!pool.ending) console.error('A database connection broke:', problem.message)
  })
  try {
    await pool.query(schema)
  } catch (problem) {
    await pool.end()
    throw problem
  }
  return {
    query: async <R>(sql: string, parameters: ReadonlyArray<unknown> = []) => {
      const latest = performance.now() + limits.patience
      const client = await pool.connect()
      try {
        if (performance.now() > latest) throw new Error('The database is too busy')
        // It is a list where there were several statements.
        const result = [await client.query<Row>(sql, [...parameters])].flat().at(-1)
        client.release()
        return (result?.rows ?? []) as ReadonlyArray<R>
      } catch (problem) {
        client.release(true)
        throw problem
      }
    },
    close: () => pool.end()
  }
}
