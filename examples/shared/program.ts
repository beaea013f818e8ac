import type { Server } from 'node:http'
import type { Database } from './database'

const tell = (what: string, problem: unknown) => {
  console.error(what, problem instanceof Error ? problem.message : problem)
}

/** Ends the program with the reason. */
export const end = (what: string) => (problem: unknown) => {
  tell(what, problem)
  process.exit(1)
}

/** Closes everything when a signal asks for it or the database is lost, and ends within five seconds. */
export const closeAtEnd = (server: Server, { lost }: Pick<Database, 'lost'>, close: () => Promise<unknown>) => {
  const stop = (code: number) => {
    // Closing waits for all connections, also for those on which nothing or only half a request ever comes.
    setTimeout(() => {
      server.closeAllConnections()
    }, 2000)
    setTimeout(end('Cannot stop:'), 5000, 'the database does not close')
    close().then(() => process.exit(code), end('Cannot stop:'))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop(0)
    })
  lost?.addEventListener('abort', () => {
    tell('The database is lost:', lost.reason)
    stop(1)
  })
}
