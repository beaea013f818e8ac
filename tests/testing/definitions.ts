import * as t from 'io-ts'
import {
  defineCallback,
  defineReply,
  list,
  MsgBody,
  nonEmptyText,
  oneOf,
  packet,
  record,
  UserId,
  type AnyDefinition
} from '../../src'

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

const Rename = defineCallback({
  command: 'Example.CallbackAfterRename',
  packet: packet('Example.CallbackAfterRename', renameFields, { ClientCmd: t.string })
})
const renamePacket = {
  AddType: 'Add_Type_Both',
  Members: [{ To_Account: 'id', Age: 7, Remark: 'text' }],
  EventTime: new Date(1669872112000)
} as const

/** A command that waits for a reply. */
const Logout = defineCallback({
  command: 'Example.CallbackBeforeLogout',
  packet: packet('Example.CallbackBeforeLogout', { To_Account: UserId, Why: oneOf('Why', ['Kicked', 'Quit']) }),
  kind: 'before',
  reply: defineReply(
    t.type({ ActionStatus: t.literal('OK'), ErrorCode: t.number, ErrorInfo: t.string, Stay: t.boolean }),
    (reply) => ({ stay: () => reply({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', Stay: true }) })
  )
})

/** The kinds of packets that do not name their command, or need not. */
const Result = defineCallback({
  command: 'Example.ResultNotify',
  packet: record('Result', { Result: t.number }),
  commandInPacket: 'absent'
})
const Push = defineCallback({
  command: 'Example.Push',
  packet: packet('Example.Push', { Events: list(record('PushEvent', { To_Account: UserId })) }, {}, 'absent'),
  commandInPacket: 'absent'
})
const Review = defineCallback({
  command: 'Example.Review',
  packet: packet('Example.Review', { MsgBody }, {}, 'optional'),
  commandInPacket: 'optional'
})

export const own = {
  Rename: { definition: Rename, packet: renamePacket },
  Logout: { definition: Logout, packet: { To_Account: 'leckie', Why: 'Quit' } },
  Result: { definition: Result, packet: { Result: 0 } },
  Push: { definition: Push, packet: { Events: [{ To_Account: 'leckie' }] } },
  Review: {
    definition: Review,
    packet: { MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'red packet' } }] }
  }
} as const satisfies Record<string, { readonly definition: AnyDefinition; readonly packet: object }>
