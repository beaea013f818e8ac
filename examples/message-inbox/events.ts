import { createHash } from 'node:crypto'
import {
  C2CAfterModifyMsgPacket,
  C2CAfterMsgWithDrawPacket,
  C2CAfterSendMsgPacket,
  GroupAfterModifyMsgPacket,
  GroupAfterRecallMsgPacket,
  GroupAfterSendMsgPacket,
  textOf,
  type MsgBody
} from 'tencent-im-callbacks'

const codecs = [
  C2CAfterSendMsgPacket,
  C2CAfterModifyMsgPacket,
  C2CAfterMsgWithDrawPacket,
  GroupAfterSendMsgPacket,
  GroupAfterModifyMsgPacket,
  GroupAfterRecallMsgPacket
] as const

/** The packets that tell of a message. */
export type MessagePacket = (typeof codecs)[number]['_A']

export const isMessagePacket = (u: unknown): u is MessagePacket => codecs.some((codec) => codec.is(u))

/** What an event says of one message. An event of any kind may be the first that comes. */
export interface Change {
  readonly id: string
  readonly conversation: string
  readonly time?: number
  readonly seq?: number
  /** JSON of who sent what. */
  readonly sent?: string
  readonly sent_text?: string
  /** When it was edited, in milliseconds. */
  readonly edited_at?: number
  /** JSON of what it was edited to. */
  readonly edited?: string
  readonly edited_text?: string
  /** When its custom data was set, in milliseconds: 0 where it came with the message. */
  readonly custom_at?: number
  /** JSON of the custom data. */
  readonly custom?: string
  readonly withdrawn?: true
}

export interface Event {
  /** Two callbacks with one key tell of the same event. It is a UUID. */
  readonly key: string
  readonly changes: ReadonlyArray<Change>
}

const keyOf = (...parts: ReadonlyArray<unknown>): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)

/** Any id may be a part, also one with a colon: no two conversations have one name. */
const named = (...parts: ReadonlyArray<string>): string =>
  parts.map((part) => part.replaceAll(/[%:]/g, encodeURIComponent)).join(':')

const pairOf = (packet: { readonly From_Account: string; readonly To_Account: string }): string =>
  named('c2c', ...[packet.From_Account, packet.To_Account].sort())

const groupOf = ({ GroupId, TopicId }: { readonly GroupId: string; readonly TopicId?: string | undefined }): string =>
  named('group', GroupId, ...(TopicId === undefined || TopicId === '' ? [] : [TopicId]))

/** The sender is part of it: nobody can give a message the key of somebody else's. */
const idOf = (conversation: string, ...parts: ReadonlyArray<string | number>): string =>
  `${conversation}:${named(...parts.map(String))}`

/** Tencent takes no message of more bytes. A longer text, whoever sends it, would keep the database busy for seconds. */
const longestText = 12 * 1024

/** What is searched: PostgreSQL holds neither NUL nor half a surrogate pair in a text. */
const searchable = (body: MsgBody): string =>
  textOf(body)
    .slice(0, longestText)
    .replaceAll(/[\0\p{Surrogate}]/gu, '\ufffd')
    .toLowerCase()

type Sent = C2CAfterSendMsgPacket | GroupAfterSendMsgPacket
type Edited = C2CAfterModifyMsgPacket | GroupAfterModifyMsgPacket
type Name = ReadonlyArray<string | number>

/** Tencent does not keep what is only for those who are online, and nobody got what was not delivered. */
const isKept = (packet: Sent): boolean =>
  packet.OnlineOnlyFlag !== 1 && !('SendMsgResult' in packet && packet.SendMsgResult !== 0)

/** What tells nothing of the custom data leaves it as it is. */
const customOf = ({ CloudCustomData }: Sent | Edited, custom_at: number): Pick<Change, 'custom_at' | 'custom'> =>
  CloudCustomData === undefined ? {} : { custom_at, custom: JSON.stringify(CloudCustomData) }

/** The packets of years ago have no name of the message. Then two are the same only if all in them is. */
const sending = (packet: Sent, conversation: string, name: Name | undefined): Event => {
  if (!isKept(packet)) return { key: keyOf(packet), changes: [] }
  const id = idOf(conversation, ...(name ?? [keyOf(packet)]))
  const { From_Account, MsgBody, MsgTime = 0, MsgSeq = 0 } = packet
  const sent = JSON.stringify({ from: From_Account, body: MsgBody })
  const change = { id, conversation, time: MsgTime, seq: MsgSeq, sent, sent_text: searchable(MsgBody) }
  return { key: keyOf(packet.CallbackCommand, id), changes: [{ ...change, ...customOf(packet, 0) }] }
}

/** An edit without a time counts as made when it arrived. */
const editing = (packet: Edited, conversation: string, name: Name, received: number): Event => {
  const id = idOf(conversation, ...name)
  const edited = JSON.stringify(packet.MsgBody)
  const at = packet.EventTime ?? received
  const change = { id, conversation, edited, edited_text: searchable(packet.MsgBody), edited_at: at }
  return {
    key: keyOf(packet.CallbackCommand, id, packet.EventTime ?? null, edited, packet.CloudCustomData ?? ''),
    changes: [{ ...change, ...customOf(packet, at) }]
  }
}

const withdrawing = (packet: MessagePacket, conversation: string, names: ReadonlyArray<Name>): Event => {
  const ids = [...new Set(names.map((name) => idOf(conversation, ...name)))].sort()
  return {
    key: keyOf(packet.CallbackCommand, ids),
    changes: ids.map((id) => ({ id, conversation, withdrawn: true }))
  }
}

/** What a packet tells, which was received at a time in milliseconds. */
export const eventOf = (packet: MessagePacket, received: number): Event => {
  switch (packet.CallbackCommand) {
    case 'C2C.CallbackAfterSendMsg': {
      const { From_Account, MsgKey } = packet
      return sending(packet, pairOf(packet), MsgKey === undefined ? undefined : [From_Account, MsgKey])
    }
    case 'C2C.CallbackAfterModifyMsg':
      return editing(packet, pairOf(packet), [packet.From_Account, packet.MsgKey], received)
    case 'C2C.CallbackAfterMsgWithDraw':
      return withdrawing(packet, pairOf(packet), [[packet.From_Account, packet.MsgKey]])
    case 'Group.CallbackAfterSendMsg':
      return sending(packet, groupOf(packet), packet.MsgSeq === undefined ? undefined : [packet.MsgSeq])
    case 'Group.CallbackAfterModifyMsg':
      return editing(packet, groupOf(packet), [packet.MsgSeq], received)
    case 'Group.CallbackAfterRecallMsg': {
      const names = packet.MsgSeqList.map(({ MsgSeq }) => [MsgSeq])
      return withdrawing(packet, groupOf(packet), names)
    }
  }
}
