import * as t from 'io-ts'
import { defineCallback, list, nonEmptyText, packet, parseCallback, record, UserId } from 'tencent-im-callbacks'
import { sdkAppId } from '../fixtures/blocklist'

const GroupId = nonEmptyText('GroupId')
const Member = record('Member', { Member_Account: UserId })
const Tag = record('Tag', { Tag: t.string, Value: t.union([t.string, t.number]) }, { Note: t.string })

const definitions = [
  defineCallback({
    command: 'A',
    packet: packet('A', { GroupId, Members: list(Member) }, { EventTime: t.number, Operator_Account: UserId })
  }),
  defineCallback({ command: 'B', packet: packet('B', { To_Account: UserId, Tags: list(Tag) }) }),
  defineCallback({
    command: 'C',
    packet: packet('C', { Ids: list(GroupId), Info: record('Info', { Name: t.string }) })
  }),
  defineCallback({
    command: 'D',
    packet: packet('D', { From: Member, Counts: list(t.number) }, { IsLast: t.boolean })
  }),
  defineCallback({
    command: 'E',
    packet: packet('E', { Groups: list(record('Group', { GroupId, Members: list(UserId) })) })
  })
] as const

const packets: ReadonlyArray<Readonly<Record<string, unknown>>> = [
  { CallbackCommand: 'A', GroupId: 'g', Members: [{ Member_Account: 'm' }], EventTime: 1 },
  { CallbackCommand: 'A', Operator_Account: 'o', GroupId: 'g', Members: [] },
  {
    CallbackCommand: 'B',
    To_Account: 'u',
    Tags: [
      { Tag: 't', Value: 1 },
      { Value: 'v', Tag: 't', Note: 'n' }
    ]
  },
  { CallbackCommand: 'C', Ids: ['g', 'h'], Info: { Name: 'n' } },
  { CallbackCommand: 'D', From: { Member_Account: 'm' }, Counts: [1, 2], IsLast: true },
  { CallbackCommand: 'E', Groups: [{ GroupId: 'g', Members: ['m', 'n'] }] }
]

const parse = parseCallback(...definitions)({ sdkAppId })

/** Sends five other packets through the same functions, so that they can no longer be compiled for one shape only. */
export const parseOtherShapes = (times: number): void => {
  for (let i = 0; i < times; i++) {
    for (const one of packets) {
      const command = String(one.CallbackCommand)
      const url = `/?SdkAppid=${String(sdkAppId)}&CallbackCommand=${command}`
      const [good, bad] = [one, { CallbackCommand: command, More: i }].map((body) => parse({ url, body })._tag)
      if (good !== 'Right' || bad !== 'Left') throw new Error(`The packet ${command} is not what it was made for`)
    }
  }
}
