import type * as t from 'io-ts'
import { record, type JsonCodec } from '../../codec'
import { UserId } from '../../values/user-id'

const groupMember = record('GroupMember', {
  /** The user. */
  Member_Account: UserId
})

/** A member of a group, or one to be. */
export interface GroupMember extends t.TypeOf<typeof groupMember> {}
export const GroupMember: JsonCodec<GroupMember> = groupMember
