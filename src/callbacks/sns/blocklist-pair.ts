import type * as t from 'io-ts'
import { record, type JsonCodec } from '../../codec'
import { UserId } from '../../values/user-id'

const blocklistPair = record('BlocklistPair', {
  /** Who blocks. */
  From_Account: UserId,
  /** Who is blocked. */
  To_Account: UserId
})

/** `To_Account` is on the blocklist of `From_Account`, or was until now. */
export interface BlocklistPair extends t.TypeOf<typeof blocklistPair> {}
export const BlocklistPair: JsonCodec<BlocklistPair> = blocklistPair
