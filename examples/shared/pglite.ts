import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { claimFolder } from './claim-folder'
import { forAnswers, forWork, type Database, type Limits } from './database'

export type Question = 'open' | 'close' | { readonly sql: string; readonly parameters: ReadonlyArray<unknown> }

export interface Answer {
  readonly rows?: ReadonlyArray<unknown>
  readonly problem?: { readonly message: string; readonly code: string | undefined }
}

/** The second is the same database, for work that nobody waits for. */
export interface Pglite extends Database {
  readonly patient: Database
}

/**
 * PostgreSQL inside this process, its files in a folder that no other process may use meanwhile.
 *
 * PGlite runs in a thread of its own, since one of its statements may never end where the disk is full. Callbacks are
 * answered all the same.
 */
export const openPglite = async (folder: string, schema: string): Promise<Pglite> => {
  const release = claimFolder(folder)
  const thread = new Worker(new URL('pglite-thread.mjs', import.meta.url), { workerData: join(folder, 'pglite') })
  const lost = new AbortController()
  const lose = (problem: unknown) => {
    lost.abort(problem)
  }
  thread.on('error', lose).on('exit', (code) => {
    lose(new Error(`The thread of PGlite ended with ${String(code)}`))
  })

  const ask = async (question: Question, seconds = 5): Promise<ReadonlyArray<unknown>> => {
    const timer = setTimeout(lose, seconds * 1000, new Error('PGlite does not answer any more: is the disk full?'))
    try {
      thread.postMessage(question)
      const [{ rows = [], problem }] = (await once(thread, 'message', lost)) as [Answer]
      if (problem !== undefined) throw Object.assign(new Error(problem.message), problem)
      return rows
    } catch (problem) {
      lost.signal.throwIfAborted()
      throw problem
    } finally {
      clearTimeout(timer)
    }
  }
  const end = async () => {
    thread.removeAllListeners()
    await thread.terminate()
    release()
  }

  try {
    // It takes a while to make a new folder, or to recover one after a crash.
    await ask('open', 60)
    await ask({ sql: schema, parameters: [] })
  } catch (problem) {
    await end()
    throw problem
  }

  // One after the other, so that what has not begun can still be left undone.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <A>(work: () => Promise<A>): Promise<A> => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
  const queryWithin =
    ({ patience }: Limits): Database['query'] =>
    async <R>(sql: string, parameters: ReadonlyArray<unknown> = []) => {
      const latest = performance.now() + patience
      const rows = await inTurn(() => {
        if (performance.now() > latest) throw new Error('The database is too busy')
        return ask({ sql, parameters })
      })
      return rows as ReadonlyArray<R>
    }
  const database = {
    close: async () => {
      try {
        if (!lost.signal.aborted) await inTurn(() => ask('close'))
      } finally {
        await end()
      }
    },
    lost: lost.signal
  }
  return { ...database, query: queryWithin(forAnswers), patient: { ...database, query: queryWithin(forWork) } }
}
