// Jest's module system cannot load PGlite, so it runs here, in a process of its own that answers queries of the tests.
import { openPglite } from '../../examples/blocklist-mirror/database'

interface Query {
  readonly id: number
  readonly sql: string
  readonly parameters?: ReadonlyArray<unknown>
}

const database = openPglite(process.argv[2] ?? '')

process.on('message', ({ id, sql, parameters }: Query) => {
  database
    .then(({ query }) => query(sql, parameters))
    .then(
      (rows) => process.send?.({ id, rows }),
      (problem: unknown) => {
        const { message, code } = problem as { readonly message: string; readonly code?: string }
        process.send?.({ id, problem: { message, code } })
      }
    )
})

process.on('SIGTERM', () => {
  void database.then(({ close }) => close()).then(() => process.exit())
})
// The tests ended in some other way than they should.
process.on('disconnect', () => process.exit())
