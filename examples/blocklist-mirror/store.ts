import type { BlocklistPair } from 'tencent-im-callbacks'
import { oneByOne, type Database } from '../shared/database'

/** Who blocks whom. What is stored twice is stored once, and what is not there can be removed. */
export interface Store {
  readonly add: (pairs: ReadonlyArray<BlocklistPair>) => Promise<void>
  readonly remove: (pairs: ReadonlyArray<BlocklistPair>) => Promise<void>
  readonly blockedBy: (from: string) => Promise<ReadonlyArray<string>>
  readonly isBlocked: (from: string, to: string) => Promise<boolean>
}

export const schema = oneByOne(
  'blocklist',
  `create table if not exists blocklist (
    from_account text collate "C",
    to_account text collate "C",
    primary key (from_account, to_account)
  );`
)

// All pairs of a callback are one statement. Sorted, so that two callbacks cannot wait for each other's rows forever.
const add = `
  insert into blocklist (from_account, to_account)
  select * from unnest($1::text[], $2::text[]) as pair (from_account, to_account)
  order by from_account collate "C", to_account collate "C"
  on conflict do nothing`

const remove = `
  with gone as (
    select from_account, to_account from blocklist
    join unnest($1::text[], $2::text[]) as pair (from_account, to_account) using (from_account, to_account)
    order by from_account, to_account
    for update of blocklist
  )
  delete from blocklist using gone
  where blocklist.from_account = gone.from_account and blocklist.to_account = gone.to_account`

const blockedBy = 'select json_agg(to_account order by to_account) as ids from blocklist where from_account = $1'

const isBlocked = 'select null as ids from blocklist where from_account = $1 and to_account = $2'

/**
 * PostgreSQL's text holds every id that Tencent allows, but not every string of JSON: no NUL, and no half of a surrogate
 * pair, for which its driver would store another character. Nothing is stored then, rather than something else.
 */
export const assertStorable = (ids: ReadonlyArray<string>): void => {
  if (ids.some((id) => /[\0\p{Surrogate}]/u.test(id))) throw new Error('PostgreSQL cannot hold a character of an id')
}

export const createStore = (database: Database): Store => {
  const change = async (sql: string, pairs: ReadonlyArray<BlocklistPair>): Promise<void> => {
    const from = pairs.map((pair) => pair.From_Account)
    const to = pairs.map((pair) => pair.To_Account)
    assertStorable([...from, ...to])
    await database.query(sql, [from, to])
  }

  return {
    add: (pairs) => change(add, pairs),
    remove: (pairs) => change(remove, pairs),
    blockedBy: async (from) => {
      const [row] = await database.query<{ readonly ids: ReadonlyArray<string> | null }>(blockedBy, [from])
      return row?.ids ?? []
    },
    isBlocked: async (from, to) => (await database.query(isBlocked, [from, to])).length > 0
  }
}
