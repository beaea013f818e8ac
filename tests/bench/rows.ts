import { floor, signedFloor } from './floor'
import type { Contender } from './measure'
import { definitionCount, ours, oursSigned, oursWithOneDefinition } from './ours'
import { peers } from './peers'
import { blocklistAdd, inBytes, packetOf, requests, sdkAppId, type Request } from './requests'

interface Tagged {
  readonly _tag: string
  readonly left?: { readonly _tag: string }
}

/** One comparison. `base` is measured twice: what it differs by from itself is the noise of the row. */
export interface Row {
  readonly title: string
  readonly requests: ReadonlyArray<Request>
  /** `Right`, or what is wrong with the requests. */
  readonly expected: string
  readonly base: Contender<Request>
  readonly ours: (request: Request) => Tagged
  readonly peers?: Readonly<Record<string, (request: Request) => Tagged>>
  /** The highest ratio of ours to the base, and to each peer. */
  readonly limits: Readonly<Record<string, number>>
}

const short = { floor: 1, typebox: 1, zod: 1, 'io-ts': 1 }
const long = { floor: 1.1, typebox: 1.08, zod: 1.08, 'io-ts': 1 }

const pairs = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'pair' : 'pairs'}`

/** Packets with lists of `length`, no two alike. */
const listsOf =
  (length: number, command = blocklistAdd) =>
  (index: number): unknown =>
    packetOf(command, length, 10_000_000 + 10_000 * index)

/** Valid requests of one kind, against the floor and all peers. */
const valid = (title: string, list: ReadonlyArray<Request>, limits: Row['limits']): Row => ({
  title,
  requests: list,
  expected: 'Right',
  base: floor,
  ours,
  peers,
  limits
})

const blocklist = (count: number, limits: Row['limits']): ReadonlyArray<Row> => {
  const list = requests(listsOf(count))
  return [valid(pairs(count), inBytes(list), limits), valid(`${pairs(count)}, text`, list, limits)]
}

const text = (words: string) => ({ MsgType: 'TIMTextElem', MsgContent: { Text: words } })

const picture = (index: number) => ({
  MsgType: 'TIMImageElem',
  MsgContent: {
    UUID: `1400000000_customer_${String(index)}_4d5bd3e5b3a0e2fd`,
    ImageFormat: 1,
    ImageInfoArray: [1, 2, 3].map((Type) => ({
      Type,
      Size: 1853095 / Type,
      Width: 2448 / Type,
      Height: 3264 / Type,
      URL: `https://cos.example.com/pictures/${String(index)}/${String(Type)}.jpg`
    }))
  }
})

/** Its `EventTime` is text, as on Tencent's page, or a number. */
const groupMessage =
  (asText: boolean) =>
  (index: number): unknown => ({
    CallbackCommand: 'Group.CallbackAfterSendMsg',
    GroupId: `@TGS#2J4SZE${String(index)}`,
    Type: 'Public',
    From_Account: `customer_${String(index)}`,
    Operator_Account: 'administrator',
    Random: 123456 + index,
    MsgSeq: 120 + index,
    MsgTime: 1490686222 + index,
    OnlineOnlyFlag: 0,
    MsgBody: [text(`the parcel ${String(index)} is on its way`)],
    CloudCustomData: '',
    EventTime: asText ? String(1670574414123 + index) : 1670574414123 + index,
    MsgId: `144115233406643804-${String(1727580296 + index)}-4026038328`
  })

const directMessage = (index: number): unknown => ({
  CallbackCommand: 'C2C.CallbackAfterSendMsg',
  From_Account: `customer_${String(index)}`,
  To_Account: `support_${String(index)}`,
  MsgSeq: 48374 + index,
  MsgRandom: 2837546 + index,
  MsgTime: 1557481126 + index,
  MsgKey: `${String(48374 + index)}_${String(2837546 + index)}_1557481126`,
  OnlineOnlyFlag: 0,
  SendMsgResult: 0,
  ErrorInfo: 'send msg succeed',
  UnreadMsgNum: 7,
  MsgBody: [text('it arrived broken'), picture(index), text('can I send it back?')],
  CloudCustomData: '{}',
  EventTime: 1670574414123 + index
})

const members = (index: number): unknown => ({
  CallbackCommand: 'Group.CallbackAfterNewMemberJoin',
  GroupId: `@TGS#2J4SZE${String(index)}`,
  Type: 'Public',
  JoinType: 'Invited',
  Operator_Account: 'administrator',
  NewMemberList: Array.from({ length: 100 }, (_, i) => ({ Member_Account: `customer_${String(100 * index + i)}` })),
  EventTime: 1670574414123 + index
})

const group = { command: 'Group.CallbackAfterSendMsg' }

/** What most endpoints receive most. */
const messages = (): ReadonlyArray<Row> => [
  valid('a text to a group', inBytes(requests(groupMessage(false), group)), short),
  valid('a text to a group, EventTime as text', inBytes(requests(groupMessage(true), group)), short),
  valid(
    'two texts and a picture to a user',
    inBytes(requests(directMessage, { command: 'C2C.CallbackAfterSendMsg' })),
    short
  ),
  valid('100 new members', inBytes(requests(members, { command: 'Group.CallbackAfterNewMemberJoin' })), long)
]

const signed = (count: number, signed: 'in one second' | 'in many seconds', limit: number): Row => ({
  title: `${pairs(count)}, signed ${signed}`,
  requests: inBytes(requests(listsOf(count), { signed })),
  expected: 'Right',
  base: signedFloor,
  ours: oursSigned,
  limits: { floor: limit }
})

const refused = (title: string, expected: string, list: ReadonlyArray<Request<string>>, limit: number): Row => ({
  title,
  requests: inBytes(list),
  expected,
  base: floor,
  ours,
  limits: { floor: limit }
})

const badPairs = () => ({
  CallbackCommand: blocklistAdd,
  PairList: Array(100_000).fill({ From_Account: '', To_Account: 7 })
})

const unknownKeys = () => ({
  CallbackCommand: blocklistAdd,
  ...Object.fromEntries(Array.from({ length: 90_000 }, (_, i) => [`Unknown_${String(i)}`, i]))
})

/**
 * Another kind of request is another row: `valid(title, inBytes(requests(packet, { command })), limits)`. Everybody needs
 * its shape (in `shapes.ts`). What is refused comes last: the odd shapes of wrong packets would slow down what comes after them.
 */
export const rows = (): ReadonlyArray<Row> => [
  ...blocklist(1, short),
  ...blocklist(3, short),
  ...blocklist(100, long),
  ...blocklist(1000, long),
  ...messages(),
  signed(1, 'in one second', 1),
  signed(1, 'in many seconds', 1),
  signed(100, 'in many seconds', 1.02),
  {
    title: `1 pair, ${String(definitionCount)} definitions`,
    requests: inBytes(requests(listsOf(1))),
    expected: 'Right',
    base: floor,
    ours,
    peers: { 'one definition': oursWithOneDefinition },
    limits: { 'one definition': 1.03 }
  },
  refused('another SDKAppID, 1 MiB', 'SdkAppIdMismatch', requests(listsOf(15_000), { appId: sdkAppId + 1 }), 0.05),
  refused('100,000 bad pairs', 'InvalidPacket', requests(badPairs), 1.2),
  refused('90,000 unknown fields, PairList is missing', 'InvalidPacket', requests(unknownKeys), 1.2)
]
