import * as t from 'io-ts'
import { defineCallback, list, nonEmptyText, packet, record, UserId } from '../../src'

/** A command with all that a packet may have: optional fields, an enumeration, numbers, a transformed value. */
const date = new t.Type<Date, number>(
  'Date',
  (u): u is Date => u instanceof Date,
  (u, context) => (typeof u === 'number' ? t.success(new Date(u)) : t.failure(u, context)),
  (value) => value.getTime()
)

const member = record(
  'Member',
  { To_Account: UserId, Age: t.number },
  { Remark: t.string, Blocked: t.boolean, Tags: list(nonEmptyText<string>('Tag')) }
)

const renameFields = {
  AddType: t.keyof({ Add_Type_Single: null, Add_Type_Both: null }),
  Members: list(member),
  EventTime: date
}

export const Rename = defineCallback({
  command: 'Example.CallbackAfterRename',
  packet: packet('Example.CallbackAfterRename', renameFields, { ClientCmd: t.string })
})
export const renamePacket = {
  AddType: 'Add_Type_Both',
  Members: [{ To_Account: 'id', Age: 7, Remark: 'text' }],
  EventTime: new Date(1669872112000)
} as const

/** One of the few whose packet carries no command. */
export const Bare = defineCallback({
  command: 'Example.ResultNotify',
  packet: record('Bare', { Result: t.number }, {}),
  packetHasCommand: false
})
