import {
  C2CAfterModifyMsg,
  C2CAfterMsgWithDraw,
  C2CAfterSendMsg,
  GroupAfterModifyMsg,
  GroupAfterRecallMsg,
  GroupAfterSendMsg
} from 'tencent-im-callbacks'
import { callbackRequest, type SentRequest } from 'tencent-im-callbacks/testing'

/** What an event says of one message. */
export interface Saying {
  /** The id of the message in the archive. */
  readonly message: string
  readonly sent?: { readonly conversation: string; readonly time: number; readonly seq: number; readonly text: string }
  readonly edit?: { readonly at: number; readonly text: string }
  readonly withdrawn?: true
}

/** A callback, and what it says. */
export interface Told {
  readonly request: SentRequest
  readonly event: string
  readonly says: ReadonlyArray<Saying>
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export const randomOf = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

export const shuffled = <A>(list: ReadonlyArray<A>, random: () => number): ReadonlyArray<A> =>
  list
    .map((value) => ({ value, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value)

const sdkAppId = 1400000000
const bodyOf = (Text: string) => [{ MsgType: 'TIMTextElem', MsgContent: { Text } }]
const second = 1_700_000_000

/** One message, from all of its callbacks. */
const messageOf = (index: number, random: () => number): ReadonlyArray<Told> => {
  const person = Math.floor(random() * 8)
  const [From_Account, To_Account] =
    random() < 0.5 ? [`a${String(person)}`, `b${String(person)}`] : [`b${String(person)}`, `a${String(person)}`]
  const GroupId = `@TGS#${String(person)}`
  const isGroup = random() < 0.5
  // Several in a second, and their numbers order them.
  const time = second + Math.floor(index / 30)
  const MsgKey = `${String(index)}_1_${String(time)}`
  const conversation = isGroup ? `group:${GroupId}` : `c2c:a${String(person)}:b${String(person)}`
  const message = isGroup ? `${conversation}:${String(index)}` : `${conversation}:${From_Account}:${MsgKey}`

  const text = `message ${String(index)}`
  const sending: Told = {
    event: `${message} sent`,
    says: [{ message, sent: { conversation, time, seq: index, text } }],
    request: isGroup
      ? callbackRequest(GroupAfterSendMsg, {
          sdkAppId,
          packet: { GroupId, Type: 'Public', From_Account, MsgSeq: index, MsgTime: time, MsgBody: bodyOf(text) }
        })
      : callbackRequest(C2CAfterSendMsg, {
          sdkAppId,
          packet: {
            From_Account,
            To_Account,
            MsgSeq: index,
            MsgTime: time,
            MsgKey,
            SendMsgResult: 0,
            MsgBody: bodyOf(text)
          }
        })
  }
  const edits = Array.from({ length: Math.floor(random() * 1.5 * random() * 2) }, (_, n): Told => {
    const edit = { at: time * 1000 + n + 1, text: `${text}, edit ${String(n)}` }
    const EventTime = edit.at
    const rest = { Operator_Account: From_Account, MsgSeq: index, MsgBody: bodyOf(edit.text), EventTime }
    return {
      event: `${message} edit ${String(n)}`,
      says: [{ message, edit }],
      request: isGroup
        ? callbackRequest(GroupAfterModifyMsg, { sdkAppId, packet: { GroupId, TopicId: '', ...rest } })
        : callbackRequest(C2CAfterModifyMsg, {
            sdkAppId,
            packet: { From_Account, To_Account, MsgRandom: 1, MsgTime: time, MsgKey, ...rest }
          })
    }
  })
  if (random() > 0.1) return [sending, ...edits]
  const withdrawing: Told = {
    event: `${message} withdrawn`,
    says: [{ message, withdrawn: true }],
    request: isGroup
      ? callbackRequest(GroupAfterRecallMsg, {
          sdkAppId,
          packet: { Operator_Account: '', Type: 'Public', GroupId, MsgSeqList: [{ MsgSeq: index }] }
        })
      : callbackRequest(C2CAfterMsgWithDraw, { sdkAppId, packet: { From_Account, To_Account, MsgKey } })
  }
  return [sending, ...edits, withdrawing]
}

/** So many callbacks about messages, a tenth of them twice, in any order. */
export const trafficOf = (count: number, seed: number): ReadonlyArray<Told> => {
  const random = randomOf(seed)
  const told: Array<Told> = []
  for (let index = 1; told.length < count; index++) told.push(...messageOf(index, random))
  const once = told.slice(0, count)
  return shuffled([...once, ...once.filter(() => random() < 0.1)], random)
}
