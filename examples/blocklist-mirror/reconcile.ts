import type { Database } from '../shared/database'
import { assertStorable } from './store'

export interface Reconciliation {
  readonly added: ReadonlyArray<string>
  readonly removed: ReadonlyArray<string>
}

// What was added is asked for first, so all inserts come before all deletes, and both are sorted: then a reconciliation
// and the callbacks that come meanwhile cannot wait for each other forever.
const sql = `
  with added as (
    insert into blocklist (from_account, to_account)
    select $1, id from unnest($2::text[]) as id order by id collate "C"
    on conflict do nothing
    returning to_account
  ), surplus as (
    select to_account from blocklist
    where from_account = $1 and to_account <> all ($2::text[])
    order by to_account
    for update
  ), removed as (
    delete from blocklist using surplus
    where from_account = $1 and blocklist.to_account = surplus.to_account
    returning blocklist.to_account
  )
  select
    (select json_agg(to_account order by to_account) from added) as added,
    (select json_agg(to_account order by to_account) from removed) as removed`

/**
 * Makes the store hold exactly the users that `from` blocks according to Tencent: the `To_Account`s of **all** pages of
 * the REST API's `v4/sns/black_list_get`. It is one transaction, and it tells what had been wrong.
 */
export const reconcile = async (
  database: Database,
  from: string,
  blocked: ReadonlyArray<string>
): Promise<Reconciliation> => {
  assertStorable([from, ...blocked])
  const [row] = await database.query<Partial<Record<keyof Reconciliation, ReadonlyArray<string> | null>>>(sql, [
    from,
    blocked
  ])
  return { added: row?.added ?? [], removed: row?.removed ?? [] }
}
