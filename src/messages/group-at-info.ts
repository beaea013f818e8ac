import type * as t from 'io-ts'
import { record, type JsonCodec } from '../codec'
import { Integer } from '../values/integer'
import { UserId } from '../values/user-id'

const groupAtInfo = record(
  'GroupAtInfo',
  {
    /** 1 if everybody is mentioned, else 0. */
    GroupAtAllFlag: Integer
  },
  {
    /** Who is mentioned. Absent if everybody is. */
    GroupAt_Account: UserId
  }
)

/** Somebody whom a group message mentions, or everybody. */
export interface GroupAtInfo extends t.TypeOf<typeof groupAtInfo> {}
export const GroupAtInfo: JsonCodec<GroupAtInfo> = groupAtInfo
