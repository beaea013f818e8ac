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
