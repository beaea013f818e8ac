import type { Either } from 'fp-ts/Either'
import * as t from 'io-ts'
import { describe, expect, it } from 'tstyche'
import {
  allowFriend,
  BlocklistAdd,
  defineCallback,
  defineReply,
  failResponse,
  okResponse,
  packet,
  parseCallback,
  parsePrevFriendAddCallback,
  PrevFriendAdd,
  PrevFriendResponse,
  refuseFriend,
  responseTo,
  UserId,
  type Acknowledge,
  type Answer,
  type AnyCallback,
  type AwaitingCallback,
  type BlocklistAddCallback,
  type CallbackError,
  type DecisionReply,
  type FailResponse,
  type FriendItem,
  type FriendReply,
  type FriendVerdict,
  type MembersReply,
  type MessageReply,
  type MsgBody,
  type OkResponse,
  type PrevFriendAddCallback,
  type PrevFriendResponseCallback,
  type Reply,
  type ResponseFriendItem,
  type SignalReply,
  type SubscribersReply,
  type WaysOf
} from '../../src'

declare const full: Either<'full', unknown>
// oxlint-disable-next-line typescript/no-explicit-any -- what plain JavaScript hands over
declare const anything: any
declare const unknownResult: Either<CallbackError, unknown>
declare const anyResult: Either<CallbackError, AnyCallback>
declare const blocklistAdd: BlocklistAddCallback
declare const prevFriendAdd: PrevFriendAddCallback
declare const prevFriendResponse: PrevFriendResponseCallback
declare const decision: DecisionReply
declare const message: MessageReply
declare const members: MembersReply
declare const subscribers: SubscribersReply
declare const signal: SignalReply
declare const msgBody: MsgBody

describe('OK and FAIL', () => {
  it('are literal', () => {
    expect<OkResponse>().type.not.toBeAssignableFrom<{ ActionStatus: 'OK'; ErrorCode: 1; ErrorInfo: '' }>()
    expect<FailResponse>().type.not.toBeAssignableFrom<{ ActionStatus: 'FAIL'; ErrorCode: 0; ErrorInfo: string }>()
    expect<OkResponse['ErrorCode']>().type.toBe<0>()
    expect<FailResponse['ActionStatus']>().type.toBe<'FAIL'>()
  })
  it('to errors of the app need words', () => {
    expect(responseTo).type.not.toBeCallableWith(full)
    expect(responseTo).type.toBeCallableWith(full, (error: 'full') => error)
  })
  it('do not answer what may wait for a reply', () => {
    const result = parsePrevFriendAddCallback({ sdkAppId: 1 })({ url: '', body: '' })
    const either = parseCallback(PrevFriendAdd, BlocklistAdd)({ sdkAppId: 1 })({ url: '', body: '' })
    expect(responseTo).type.not.toBeCallableWith(result)
    expect(responseTo).type.not.toBeCallableWith(result, () => 'why')
    expect(responseTo).type.not.toBeCallableWith(either)
    // @ts-expect-error this callback waits for a reply of its own
    responseTo(anyResult)
  })
  it('answer the errors of what may wait for a reply', () => {
    if (anyResult._tag === 'Left') expect(responseTo(anyResult)).type.toBe<OkResponse | FailResponse>()
  })
  it('answer what has no type', () => {
    // oxlint-disable-next-line typescript/no-unsafe-argument -- that is the point
    responseTo(anything)
    expect(responseTo).type.toBeCallableWith(unknownResult)
  })
})

describe('a reply', () => {
  it('cannot be forged', () => {
    expect<Reply>().type.not.toBeAssignableFrom<{ ActionStatus: 'OK'; ErrorCode: 0; ErrorInfo: '' }>()
    expect<Reply>().type.not.toBeAssignableFrom<OkResponse>()
    expect<Answer>().type.toBe<OkResponse | FailResponse | Reply>()
  })
  it('is built as its definition says', () => {
    expect<WaysOf<typeof BlocklistAdd>>().type.toBe<Acknowledge>()
    expect<WaysOf<typeof PrevFriendAdd>>().type.toBe<FriendReply<FriendItem>>()
    expect<WaysOf<typeof PrevFriendResponse>>().type.toBe<FriendReply<ResponseFriendItem>>()
    expect(BlocklistAdd.reply(blocklistAdd).ok()).type.toBe<OkResponse>()
    expect(BlocklistAdd.reply(blocklistAdd).fail('why')).type.toBe<FailResponse>()
  })
  it('is for a callback of its command', () => {
    expect(PrevFriendAdd.reply).type.toBeCallableWith(prevFriendAdd)
    expect(PrevFriendAdd.reply).type.not.toBeCallableWith(prevFriendResponse)
    expect(PrevFriendAdd.reply).type.not.toBeCallableWith(blocklistAdd)
    expect(BlocklistAdd.reply).type.not.toBeCallableWith({ packet: blocklistAdd.packet })
  })
})

describe('a decision', () => {
  it('allows or refuses, and does not drop', () => {
    expect(decision.allow()).type.toBe<Reply>()
    expect(decision.refuse('why', 10100)).type.toBe<Reply>()
    expect(decision).type.not.toHaveProperty('drop')
    expect(decision.refuse).type.not.toBeCallableWith(10100)
  })
})

describe('a reply to a message', () => {
  it('replaces what is given, which is not nothing', () => {
    expect(message.replace({ CloudCustomData: '' })).type.toBe<Reply>()
    expect(message.replace).type.toBeCallableWith({ MsgBody: msgBody })
    expect(message.replace).type.toBeCallableWith({ MsgBody: msgBody.map((element) => element), CloudCustomData: '' })
    expect(message.replace).type.toBeCallableWith({
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'red packet' } }]
    })
    expect(message.replace).type.not.toBeCallableWith({})
    expect(message.replace).type.not.toBeCallableWith({ MsgBody: [{ MsgType: 'TIMTextElem' }] })
  })
  it('allows, refuses or drops', () => {
    expect(message.allow()).type.toBe<Reply>()
    expect(message.drop()).type.toBe<Reply>()
    expect(message.refuse()).type.toBe<Reply>()
  })
})

describe('a reply about several users', () => {
  it('names those who are not let in', () => {
    expect(members.allowExcept(['leckie'])).type.toBe<Reply>()
    expect(members.allowExcept).type.not.toBeCallableWith('leckie')
    expect(members.refuse).type.toBeCallableWith('why', 10100)
  })
  it('has no codes where the command has none', () => {
    expect(subscribers.refuse).type.toBeCallableWith('why')
    expect(subscribers.refuse).type.not.toBeCallableWith('why', 10100)
  })
})

describe('a reply to a signal', () => {
  it('is text, or FAIL with a reason', () => {
    expect(signal.answer('{}')).type.toBe<Reply>()
    expect(signal.answer).type.not.toBeCallableWith({})
    expect(signal.fail).type.not.toBeCallableWith()
  })
})

describe('a reply about friends', () => {
  const ways = PrevFriendAdd.reply(prevFriendAdd)

  it('sees the whole friend in judging', () => {
    ways.each((friend) => {
      expect(friend).type.toBe<FriendItem>()
      return friend.AddWording === undefined ? refuseFriend('say who you are', 38001) : allowFriend()
    })
    PrevFriendResponse.reply(prevFriendResponse).each((friend) => {
      expect(friend).type.toBe<ResponseFriendItem>()
      return allowFriend()
    })
  })
  it('is there at once, or later, as the verdicts are', () => {
    expect(ways.each(allowFriend)).type.toBe<Reply>()
    expect(ways.each(() => Promise.resolve(allowFriend()))).type.toBe<Promise<Reply>>()
    expect(ways.each((): FriendVerdict | Promise<FriendVerdict> => allowFriend())).type.toBe<Promise<Reply>>()
  })
  it('needs a verdict', () => {
    expect(ways.each).type.not.toBeCallableWith(() => undefined)
    expect(ways.each).type.not.toBeCallableWith(() => true)
    expect(refuseFriend).type.not.toBeCallableWith(38001)
  })
})

describe('defineReply', () => {
  const answer = t.type({ ActionStatus: t.literal('OK'), ErrorCode: t.number, ErrorInfo: t.string, Stay: t.boolean })
  const ask = packet('Ask', { Who: UserId })

  it('tells its ways, and takes what its codec takes', () => {
    const Ask = defineCallback({
      command: 'Ask',
      packet: ask,
      kind: 'before',
      reply: defineReply(answer, (reply) => {
        expect(reply).type.not.toBeCallableWith(okResponse())
        return { stay: (Stay: boolean) => reply({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', Stay }) }
      })
    })
    const asked = parseCallback(Ask)({ sdkAppId: 1 })({ url: '', body: '' })
    expect(responseTo).type.not.toBeCallableWith(asked)
    if (asked._tag === 'Left') return
    expect(asked.right.packet.Who).type.toBe<UserId>()
    expect(Ask.reply(asked.right).stay(true)).type.toBe<Reply>()
    expect(Ask.reply(asked.right).stay).type.not.toBeCallableWith('yes')
  })
  it('sees the callback where its codec does', () => {
    const reply = defineReply(
      (_callback?: AwaitingCallback<t.TypeOf<typeof ask>>) => answer,
      (build, callback) => {
        expect(callback.packet.Who).type.toBe<UserId>()
        return {
          stay: () => build({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', Stay: callback.packet.Who !== '' })
        }
      }
    )
    const Ask = defineCallback({ command: 'Ask', packet: ask, kind: 'before', reply })
    expect(Ask.reply).type.not.toBeCallableWith(prevFriendAdd)
    expect<ReturnType<WaysOf<typeof Ask>['stay']>>().type.toBe<Reply>()
  })
  it('is needed before an event', () => {
    expect(defineCallback).type.not.toBeCallableWith({ command: 'Ask' as const, packet: ask, kind: 'before' as const })
    expect(defineCallback).type.toBeCallableWith({ command: 'Ask' as const, packet: ask, kind: 'after' as const })
  })
})

describe('an answer', () => {
  it('may be any of them', () => {
    expect<Answer>().type.toBeAssignableFrom<ReturnType<typeof failResponse>>()
    expect<Answer>().type.toBeAssignableFrom<ReturnType<DecisionReply['allow']>>()
  })
})
