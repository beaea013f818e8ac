import { describe, expect, it } from 'tstyche'
import {
  allowFriend,
  BlocklistAdd,
  C2CBeforeSendMsg,
  ChatbotOnC2CSignalMessage,
  failResponse,
  GroupBeforeCreate,
  handleCallbacks,
  okResponse,
  on,
  OfficialAccountBeforeAddSubscriber,
  PrevFriendAdd,
  type Acknowledge,
  type Answer,
  type BlocklistAddCallback,
  type C2CBeforeSendMsgCallback,
  type CallbackHandler,
  type DecisionReply,
  type FriendItem,
  type FriendReply,
  type MessageReply,
  type Route,
  type SignalReply,
  type SubscribersReply
} from '../../src'

const plain = { ActionStatus: 'OK' as const, ErrorCode: 1, ErrorInfo: 'why' }

describe('a route of an after-type command', () => {
  it('sees its callback, and its ways to answer', () => {
    on(BlocklistAdd, (callback, reply) => {
      expect(callback).type.toBe<BlocklistAddCallback>()
      expect(reply).type.toBe<Acknowledge>()
    })
  })
  it('returns nothing, OK or FAIL, at once or later', () => {
    expect(on(BlocklistAdd, () => undefined)).type.toBe<Route>()
    expect(on).type.toBeCallableWith(BlocklistAdd, () => Promise.resolve())
    expect(on).type.toBeCallableWith(BlocklistAdd, () => okResponse())
    expect(on).type.toBeCallableWith(BlocklistAdd, () => Promise.resolve(failResponse('why')))
    expect(on).type.not.toBeCallableWith(BlocklistAdd, () => true)
    expect(on).type.not.toBeCallableWith(BlocklistAdd, () => plain)
  })
})

describe('a route of a command that waits for a reply', () => {
  it('sees its callback, and its ways to answer', () => {
    on(C2CBeforeSendMsg, (callback, reply) => {
      expect(callback).type.toBe<C2CBeforeSendMsgCallback>()
      expect(reply).type.toBe<MessageReply>()
      return reply.drop()
    })
    on(GroupBeforeCreate, (_callback, reply) => {
      expect(reply).type.toBe<DecisionReply>()
      return reply.allow()
    })
    on(OfficialAccountBeforeAddSubscriber, (_callback, reply) => {
      expect(reply).type.toBe<SubscribersReply>()
      return reply.allow()
    })
    on(ChatbotOnC2CSignalMessage, (_callback, reply) => {
      expect(reply).type.toBe<SignalReply>()
      return reply.answer('{}')
    })
    on(PrevFriendAdd, (_callback, reply) => {
      expect(reply).type.toBe<FriendReply<FriendItem>>()
      return reply.each(() => Promise.resolve(allowFriend()))
    })
  })
  it('returns a reply, and nothing else', () => {
    expect(on).type.not.toBeCallableWith(C2CBeforeSendMsg, () => undefined)
    expect(on).type.not.toBeCallableWith(C2CBeforeSendMsg, () => okResponse())
    expect(on).type.not.toBeCallableWith(C2CBeforeSendMsg, () => plain)
    expect(on).type.not.toBeCallableWith(ChatbotOnC2CSignalMessage, () => okResponse())
  })
})

describe('handleCallbacks', () => {
  it('answers, whatever its routes are', () => {
    const handle = handleCallbacks(
      { sdkAppId: 1, undecided: 'refuse', deadline: 1000, onProblem: () => undefined },
      on(BlocklistAdd, () => undefined),
      on(C2CBeforeSendMsg, (_callback, reply) => reply.allow())
    )
    expect(handle).type.toBe<CallbackHandler>()
    expect(handle({ url: '/', body: '' })).type.toBe<Promise<Answer>>()
  })
  it('takes routes, and options that it knows', () => {
    expect(handleCallbacks).type.not.toBeCallableWith({ sdkAppId: 1 }, BlocklistAdd)
    expect(handleCallbacks).type.not.toBeCallableWith({ sdkAppId: 1, undecided: 'drop' })
    expect(handleCallbacks).type.not.toBeCallableWith({})
  })
})
