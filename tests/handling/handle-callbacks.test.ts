import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import * as t from 'io-ts'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import {
  allCallbacks,
  allowFriend,
  BlocklistAdd,
  BlocklistAddPacket,
  C2CBeforeSendMsg,
  ChatbotOnC2CSignalMessage,
  defineCallback,
  defineReply,
  failResponse,
  GroupAfterSendMsg,
  GroupBeforeInviteJoin,
  GroupBeforeSendMsg,
  handleCallbacks,
  OfficialAccountBeforeAddSubscriber,
  okResponse,
  on,
  parseBlocklistAddCallback,
  PrevFriendAdd,
  PrevFriendResponse,
  refuseFriend,
  tokenAuthentication,
  unreadBody,
  type AnyDefinition,
  type AwaitingCallback,
  type CallbackRequest,
  type Definition,
  type FailResponse,
  type FriendReply,
  type HandlerConfig,
  type MembersReply,
  type MessageReply,
  type OkResponse,
  type Problem,
  type Reply,
  type Route
} from 'tencent-im-callbacks'
import { exampleCallback, exampleRequest, hostileRequests } from 'tencent-im-callbacks/testing'

const sdkAppId = 1400000000
const allowed = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
const refused = { ActionStatus: 'OK', ErrorCode: 1, ErrorInfo: '' }
const blocklistAdd = exampleRequest(BlocklistAdd)
const beforeSend = exampleRequest(C2CBeforeSendMsg)
const cause = new Error('of the app')

type AnyFriendReply = FriendReply<{ readonly To_Account: string }>

const fail = (): never => {
  throw cause
}

/** A handler, and the problems that it has told. */
const appWith = (routes: ReadonlyArray<Route>, config: Partial<HandlerConfig> = {}) => {
  const problems: Array<Problem> = []
  const onProblem = (problem: Problem): void => {
    problems.push(problem)
  }
  return { handle: handleCallbacks({ sdkAppId, onProblem, ...config }, ...routes), problems }
}

/** A route that returns what the type checker would not let it return. */
const returning = (definition: AnyDefinition, run: (reply: unknown) => unknown): Route =>
  on(definition as Definition<AwaitingCallback, unknown>, (_, reply) => run(reply) as Reply)

const ways = (definition: AnyDefinition) =>
  definition.reply(exampleCallback(definition)) as Readonly<Record<'allow' | 'refuse', () => Reply>>

const beforeType: ReadonlyArray<AnyDefinition> = allCallbacks.filter(({ kind }) => kind === 'before')
const isOfFriends = ({ command }: AnyDefinition): boolean =>
  command === PrevFriendAdd.command || command === PrevFriendResponse.command

describe('a route', () => {
  it('gets the callback and the ways to answer it, and its reply is the answer', async () => {
    const { handle, problems } = appWith([
      on(C2CBeforeSendMsg, ({ packet }, reply) => reply.refuse(`not from ${packet.From_Account}`, 120001))
    ])
    const { From_Account } = exampleCallback(C2CBeforeSendMsg).packet
    expect(await handle(beforeSend)).toEqual({
      ActionStatus: 'OK',
      ErrorCode: 120001,
      ErrorInfo: `not from ${From_Account}`
    })
    expect(problems).toEqual([])
  })
  it('is that of its command among several', async () => {
    const { handle } = appWith([
      on(BlocklistAdd, () => failResponse('not this one')),
      on(C2CBeforeSendMsg, async (_, reply) => Promise.resolve(reply.drop())),
      on(GroupBeforeSendMsg, (_, reply) => reply.allow())
    ])
    expect(await handle(beforeSend)).toMatchObject({ ErrorCode: 2 })
  })
  it.each([
    ['nothing', () => undefined, okResponse()],
    ['a promise of nothing', async () => Promise.resolve(), okResponse()],
    ['OK', okResponse, okResponse()],
    ['FAIL', () => failResponse('later'), failResponse('later')],
    ['a promise of FAIL', async () => Promise.resolve(failResponse('later')), failResponse('later')]
  ])('of a command that comes after its event may return %s', async (_, run, answer) => {
    const { handle, problems } = appWith([on(BlocklistAdd, run)])
    expect(await handle(blocklistAdd)).toEqual(answer)
    expect(problems).toEqual([])
  })
  it('of a command that comes after its event, yet waits for a reply, returns it', async () => {
    const { handle, problems } = appWith([on(ChatbotOnC2CSignalMessage, (_, reply) => reply.answer('{}'))])
    expect(await handle(exampleRequest(ChatbotOnC2CSignalMessage))).toEqual({ ...allowed, RspData: '{}' })
    expect(problems).toEqual([])
  })
  it('judges friends one by one, also asynchronously', async () => {
    const { handle } = appWith([
      on(PrevFriendAdd, (_, reply) => reply.each(async () => Promise.resolve({ ResultCode: 0, ResultInfo: '' })))
    ])
    expect(await handle(exampleRequest(PrevFriendAdd))).toEqual(ways(PrevFriendAdd).allow())
  })
  it('answers with what it returned, whatever becomes of that later', async () => {
    const reply = { ...allowed }
    const { handle } = appWith([returning(C2CBeforeSendMsg, () => reply)])
    const answer = await handle(beforeSend)
    reply.ErrorCode = 1
    expect(answer).toEqual(allowed)
  })
})

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const misbehaviour: ReadonlyArray<readonly [name: string, run: () => unknown]> = [
  [
    'throws what cannot even be looked at',
    () => {
      // oxlint-disable-next-line typescript/only-throw-error -- the worst case
      throw revoked()
    }
  ],
  ['returns what cannot even be looked at', revoked],
  // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the worst case
  ['rejects with what cannot even be looked at', async () => Promise.reject(revoked())],
  ['throws', fail],
  [
    'throws undefined',
    () => {
      // oxlint-disable-next-line typescript/only-throw-error -- people do
      throw undefined
    }
  ],
  ['rejects', async () => Promise.reject(cause)],
  // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- people do
  ['rejects with undefined', async () => Promise.reject(undefined)],
  [
    'returns what cannot be waited for',
    () => ({
      get then(): never {
        return fail()
      }
    })
  ],
  ['returns a number', () => 0],
  ['returns null', () => null],
  ['returns a text', () => 'OK'],
  ['returns a function', () => okResponse],
  ['returns an object of another shape', () => ({ ok: true })],
  ['returns an answer whose code is a text', () => ({ ...allowed, ErrorCode: '0' })],
  [
    'returns an answer that JSON turns into another',
    () => ({ ...allowed, toJSON: () => ({ ActionStatus: 'OK', ErrorCode: 'none', ErrorInfo: '' }) })
  ],
  [
    'returns an answer that cannot be read',
    () => ({
      ...allowed,
      get ErrorInfo(): never {
        return fail()
      }
    })
  ],
  ['returns an answer that JSON cannot hold', () => ({ ...allowed, CloudCustomData: 'x', more: 1n })]
]

describe('where a route misbehaves', () => {
  describe.each(misbehaviour)('as it %s,', (_, run) => {
    it('a command that comes after its event is answered FAIL', async () => {
      const { handle, problems } = appWith([returning(BlocklistAdd, run)])
      const answer = failResponse('The callback was not handled')
      expect(await handle(blocklistAdd)).toEqual(answer)
      expect(problems).toMatchObject([
        { kind: 'failed', request: blocklistAdd, answer, callback: { command: BlocklistAdd.command } }
      ])
    })
    it.each(['allow', 'refuse'] as const)(
      'a command that comes before it is decided by `undecided: %s`',
      async (undecided) => {
        const { handle, problems } = appWith([returning(C2CBeforeSendMsg, run)], { undecided })
        const answer = undecided === 'allow' ? allowed : refused
        expect(await handle(beforeSend)).toEqual(answer)
        expect(problems).toMatchObject([
          { kind: 'failed', request: beforeSend, answer, callback: { command: C2CBeforeSendMsg.command } }
        ])
      }
    )
  })

  it('the problem has what was thrown', async () => {
    const { handle, problems } = appWith([on(BlocklistAdd, fail)])
    await handle(blocklistAdd)
    expect(problems).toMatchObject([{ kind: 'failed', error: cause }])
  })
  const acknowledge = 'Return nothing, okResponse() or failResponse(errorInfo)'
  const decide = 'Return what `reply` builds, as in `return reply.allow()`'
  it.each<[string, AnyDefinition, () => unknown, string]>([
    ['nothing', C2CBeforeSendMsg, () => undefined, `returned nothing. ${decide}`],
    ['null', C2CBeforeSendMsg, () => null, `returned null. ${decide}`],
    ['nothing', ChatbotOnC2CSignalMessage, () => undefined, 'returned nothing. Return what `reply` builds'],
    ['a number', BlocklistAdd, () => 7, `returned a number. ${acknowledge}`],
    ['a number which JSON cannot hold', BlocklistAdd, () => 7n, `returned a bigint. ${acknowledge}`],
    ['a text', BlocklistAdd, () => 'OK', `returned a string. ${acknowledge}`],
    ['a list', BlocklistAdd, () => [okResponse()], `returned a list. ${acknowledge}`],
    ['a function', BlocklistAdd, () => okResponse, `returned a function. ${acknowledge}`],
    [
      'another object',
      BlocklistAdd,
      () => ({ ok: true }),
      `did not answer the callback: ActionStatus is missing. ${acknowledge}`
    ],
    [
      'a reply of another command',
      GroupBeforeSendMsg,
      () => C2CBeforeSendMsg.reply(exampleCallback(C2CBeforeSendMsg)).refuse('', 120001),
      `did not answer the callback: ErrorCode must be 0, 1, 2 or an integer from 10100 to 10200. ${decide}`
    ],
    [
      'a verdict on other friends',
      PrevFriendAdd,
      () => ({ ...allowed, ResultItem: [{ To_Account: 'nobody', ResultCode: 0, ResultInfo: '' }] }),
      `did not answer the callback: ResultItem must be one verdict for every To_Account. ${decide}`
    ],
    [
      'what JSON turns into a text',
      C2CBeforeSendMsg,
      () => ({ ...allowed, toJSON: () => 'OK' }),
      `did not answer the callback: the answer must be an object. ${decide}`
    ],
    ['OK for friends', PrevFriendAdd, okResponse, `did not answer the callback: ResultItem is missing. ${decide}`]
  ])('the problem says what is wrong with %s, and what to return', async (_, definition, run, message) => {
    const { handle, problems } = appWith([returning(definition, run)])
    await handle(exampleRequest(definition))
    expect(problems).toMatchObject([{ error: new TypeError(`The route of ${definition.command} ${message}`) }])
  })
  it.each(['allow', 'refuse'] as const)('every command that waits for a decision gets one: %s', async (undecided) => {
    for (const definition of beforeType) {
      const { handle } = appWith([returning(definition, fail)], { undecided })
      expect(await handle(exampleRequest(definition))).toEqual(ways(definition)[undecided]())
    }
  })
})

describe('a route that wanted anything but to allow is not taken for undecided,', () => {
  const refuse = (reply: MessageReply) => reply.refuse('no', 120001)
  const ofOtherCommand = () => C2CBeforeSendMsg.reply(exampleCallback(C2CBeforeSendMsg)).refuse('', 120001)
  const GroupInvite = GroupBeforeInviteJoin as AnyDefinition

  it.each<[string, AnyDefinition, (reply: never) => unknown]>([
    ['its code is of another command', GroupBeforeSendMsg, refuse],
    ['its code is 0', GroupBeforeSendMsg, (reply: MessageReply) => reply.refuse('no', 0)],
    ['it has words that are a number', GroupBeforeSendMsg, (reply: MessageReply) => reply.refuse(120001 as never)],
    ['it replaces a message by nothing', C2CBeforeSendMsg, (reply: MessageReply) => reply.replace({ MsgBody: [] })],
    [
      'it replaces a message in a way that there is not',
      C2CBeforeSendMsg,
      (reply: MessageReply) => reply.replace({ msgBody: [] } as never)
    ],
    ['it keeps out whom nobody has named', GroupInvite, (reply: MembersReply) => reply.allowExcept(['nobody'])],
    ['it keeps out what is not a list', GroupInvite, (reply: MembersReply) => reply.allowExcept('nobody' as never)],
    [
      'it has a code although the command has none',
      OfficialAccountBeforeAddSubscriber,
      (reply: MembersReply) => reply.refuse('no', 120001)
    ],
    ['it refuses friends by another code', PrevFriendAdd, (reply: AnyFriendReply) => reply.refuse('no', 1)],
    [
      'it refuses one friend by another code',
      PrevFriendAdd,
      (reply: AnyFriendReply) => reply.each(() => refuseFriend('no', 120001))
    ],
    [
      'it judges friends as nobody can',
      PrevFriendAdd,
      (reply: AnyFriendReply) => reply.each(async () => Promise.resolve('no' as never))
    ],
    ['it returns FAIL', C2CBeforeSendMsg, () => failResponse('no')],
    ['it returns FAIL without a code', C2CBeforeSendMsg, () => ({ ...allowed, ActionStatus: 'FAIL' })],
    [
      'it returns a list of accounts of another callback',
      GroupInvite,
      () => ({ ...allowed, RefusedMembers_Account: ['nobody'] })
    ],
    [
      'it returns a list of subscribers of another callback',
      OfficialAccountBeforeAddSubscriber,
      () => ({ ...allowed, RefusedSubscribers_Account: ['nobody'] })
    ],
    ['it returns a message of nothing', C2CBeforeSendMsg, () => ({ ...allowed, MsgBody: [] })],
    [
      'it returns a verdict on another friend',
      PrevFriendAdd,
      () => ({ ...allowed, ResultItem: [{ To_Account: 'nobody', ResultCode: 38000, ResultInfo: '' }] })
    ],
    ['it returns a verdict', PrevFriendAdd, () => refuseFriend('no')],
    [
      'it wraps the error',
      GroupBeforeSendMsg,
      (reply: MessageReply) => {
        try {
          return refuse(reply)
        } catch (error) {
          throw new TypeError('moderation failed', { cause: error })
        }
      }
    ],
    [
      'it cannot judge all friends after it refused one',
      PrevFriendAdd,
      (reply: AnyFriendReply) => {
        let isFirst = true
        return reply.each(() => {
          if (!isFirst) throw new TypeError('of the app')
          isFirst = false
          return refuseFriend('no')
        })
      }
    ],
    [
      'it cannot judge all friends, while it refuses another one',
      PrevFriendAdd,
      (reply: AnyFriendReply) => {
        let isFirst = true
        return reply.each(async () => {
          const fails = isFirst
          isFirst = false
          await Promise.resolve()
          if (!fails) return refuseFriend('no')
          await new Promise((resolve) => setTimeout(resolve, 1))
          throw new TypeError('of the app')
        })
      }
    ],
    ['it returns the refusal of another command', GroupBeforeSendMsg, ofOtherCommand],
    ['it returns a code that is a text', C2CBeforeSendMsg, () => ({ ...allowed, ErrorCode: '1' })]
  ])('although %s', async (_, definition, run) => {
    const { handle, problems } = appWith([returning(definition, (reply) => run(reply as never))])
    const answer = ways(definition).refuse()
    expect(await handle(exampleRequest(definition))).toEqual(answer)
    expect(problems).toMatchObject([{ kind: 'failed', answer, decision: 'refuse', error: expect.any(TypeError) }])
  })
  it.each<[string, (reply: MessageReply) => unknown, object]>([
    ['throws', (reply) => [refuse(reply), fail()], { kind: 'failed', error: cause }],
    ['returns nothing', (reply) => void refuse(reply), { kind: 'failed' }],
    ['returns something else', (reply) => [reply.drop()], { kind: 'failed' }],
    ['is late', async (reply) => [refuse(reply), await new Promise(() => undefined)], { kind: 'late' }]
  ])('although it only has built a reply when it %s', async (_, run, problem) => {
    const { handle, problems } = appWith([returning(C2CBeforeSendMsg, (reply) => run(reply as MessageReply))], {
      deadline: 5
    })
    expect(await handle(beforeSend)).toEqual(refused)
    expect(problems).toMatchObject([{ ...problem, answer: refused, decision: 'refuse' }])
  })
  it.each<[string, AnyDefinition, (reply: never) => unknown]>([
    ['allows', C2CBeforeSendMsg, (reply: MessageReply) => reply.allow()],
    ['allows all but nobody', GroupInvite, (reply: MembersReply) => reply.allowExcept([])],
    [
      'allows friends in words of its own',
      PrevFriendAdd,
      (reply: AnyFriendReply) => reply.each(() => ({ ResultInfo: 'welcome', ResultCode: 0 }))
    ],
    [
      'allows friends, and cannot judge another',
      PrevFriendAdd,
      (reply: AnyFriendReply) => {
        let isFirst = true
        return reply.each(() => {
          if (!isFirst) return fail()
          isFirst = false
          return allowFriend()
        })
      }
    ]
  ])('which one is that has only built a reply that %s', async (_, definition, run) => {
    const { handle, problems } = appWith([returning(definition, (reply) => [run(reply as never)])])
    const answer = ways(definition).allow()
    expect(await handle(exampleRequest(definition))).toEqual(answer)
    expect(problems).toMatchObject([{ kind: 'failed', answer, decision: 'allow' }])
  })
})

describe('a reply that was built and not returned', () => {
  const said = (reply: MessageReply) => reply.refuse('no', 120001)

  it.each<[string, (reply: MessageReply) => Reply, object]>([
    ['a refusal', (reply) => (said(reply), reply.allow()), { ErrorCode: 120001, ErrorInfo: 'no' }],
    ['a message that is dropped', (reply) => (reply.drop(), reply.allow()), { ErrorCode: 2 }],
    [
      'another message',
      (reply) => (reply.replace({ CloudCustomData: 'x' }), reply.allow()),
      { ErrorCode: 0, CloudCustomData: 'x' }
    ],
    [
      'another refusal, beside one that allows',
      (reply) => (reply.allow(), said(reply), reply.allow()),
      { ErrorCode: 120001 }
    ]
  ])('is told, and changes nothing: %s', async (_, run, reply) => {
    const { handle, problems } = appWith([on(C2CBeforeSendMsg, (_callback, ways) => run(ways))])
    const answer = await handle(beforeSend)
    expect(answer).toEqual(run(C2CBeforeSendMsg.reply(exampleCallback(C2CBeforeSendMsg))))
    expect(problems).toMatchObject([
      { kind: 'unreturned', request: beforeSend, answer, callback: { command: C2CBeforeSendMsg.command }, reply }
    ])
  })
  it.each<[string, AnyDefinition, (reply: never) => unknown]>([
    ['allows', C2CBeforeSendMsg, (reply: MessageReply) => (reply.allow(), said(reply))],
    ['allows friends', PrevFriendAdd, (reply: AnyFriendReply) => (reply.allow(), reply.refuse())],
    ['keeps nobody out', GroupBeforeInviteJoin, (reply: MembersReply) => (reply.allowExcept([]), reply.allow())],
    [
      'was replaced by one that refuses one friend',
      PrevFriendAdd,
      (reply: AnyFriendReply) => (
        reply.refuse(),
        reply.each(({ To_Account }) => (To_Account === 'id1' ? allowFriend() : refuseFriend('no')))
      )
    ],
    ['was replaced by another refusal', C2CBeforeSendMsg, (reply: MessageReply) => (reply.drop(), said(reply))],
    [
      'was replaced by another message',
      C2CBeforeSendMsg,
      (reply: MessageReply) => (said(reply), reply.replace({ CloudCustomData: 'x' }))
    ],
    ['was changed', C2CBeforeSendMsg, (reply: MessageReply) => ({ ...said(reply), ErrorInfo: 'translated' })]
  ])('is not told if it %s', async (_, definition, run) => {
    const { handle, problems } = appWith([returning(definition, (reply) => run(reply as never))])
    await handle(exampleRequest(definition))
    expect(problems).toEqual([])
  })
})

describe('the deadline', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })
  const after = async <A>(milliseconds: number, value: A): Promise<A> =>
    new Promise((resolve) => setTimeout(resolve, milliseconds, value))
  const never = new Promise<never>(() => undefined)

  it.each([
    [undefined, 1500],
    [10, 10]
  ])('a route that never settles under a deadline of %s ms is late after %i', async (deadline, milliseconds) => {
    const { handle, problems } = appWith([on(C2CBeforeSendMsg, () => never)], { deadline, undecided: 'refuse' })
    const answered = jest.fn()
    void handle(beforeSend).then(answered)
    await jest.advanceTimersByTimeAsync(milliseconds - 1)
    expect(answered.mock.calls).toEqual([])
    await jest.advanceTimersByTimeAsync(1)
    expect(answered.mock.calls).toEqual([[refused]])
    expect(problems).toMatchObject([
      { kind: 'late', request: beforeSend, answer: refused, callback: { command: C2CBeforeSendMsg.command } }
    ])
  })
  it('a route just in time decides', async () => {
    const { handle, problems } = appWith([on(C2CBeforeSendMsg, (_, reply) => after(1499, reply.drop()))])
    const answer = handle(beforeSend)
    await jest.advanceTimersByTimeAsync(1499)
    expect(await answer).toMatchObject({ ErrorCode: 2 })
    expect(problems).toEqual([])
  })
  it('what a late route returns is dropped', async () => {
    const { handle, problems } = appWith([
      on(C2CBeforeSendMsg, async (_, reply) => after(1600, undefined).then(reply.drop))
    ])
    const answer = handle(beforeSend)
    await jest.advanceTimersByTimeAsync(2000)
    expect(await answer).toEqual(allowed)
    expect(problems).toMatchObject([{ kind: 'late' }])
  })
  it('what a late route throws is told all the same', async () => {
    const { handle, problems } = appWith([on(C2CBeforeSendMsg, () => after(1600, undefined).then(fail))])
    void handle(beforeSend)
    await jest.advanceTimersByTimeAsync(2000)
    expect(problems).toMatchObject([
      { kind: 'late' },
      { kind: 'failed', request: beforeSend, answer: allowed, error: cause }
    ])
  })
  it.each([
    [1999, []],
    [2000, [{ kind: 'slow', request: beforeSend, milliseconds: 2000, answer: { ErrorCode: 2 } }]]
  ])(
    'of a route that lets the process stand still for %i ms is over unnoticed, but Tencent has gone',
    async (milliseconds, told) => {
      const { handle, problems } = appWith([
        on(C2CBeforeSendMsg, (_, reply) => {
          jest.advanceTimersByTime(milliseconds)
          return reply.drop()
        })
      ])
      expect(await handle(beforeSend)).toMatchObject({ ErrorCode: 2 })
      expect(problems).toMatchObject(told)
    }
  )
  it('does not hold for commands that come after their event', async () => {
    const { handle, problems } = appWith([on(BlocklistAdd, () => after(3_600_000, failResponse('at last')))])
    const answer = handle(blocklistAdd)
    await jest.advanceTimersByTimeAsync(3_600_000)
    expect(await answer).toEqual(failResponse('at last'))
    expect(problems).not.toContainEqual(expect.objectContaining({ kind: 'late' }))
  })
  it.each<[string, () => Promise<Reply>]>([
    ['answered', () => Promise.resolve(ways(C2CBeforeSendMsg).allow())],
    ['failed', () => Promise.reject(cause)]
  ])('leaves no timer behind where a route has %s, so that a process can end', async (_, run) => {
    const { handle } = appWith([on(C2CBeforeSendMsg, run)])
    await handle(beforeSend)
    expect(jest.getTimerCount()).toBe(0)
  })
})

describe('a route of a command that comes after its event', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })
  const answerAfter = (milliseconds: number, answer: () => OkResponse | FailResponse) =>
    on(BlocklistAdd, () => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)).then(answer))

  it('is slow if Tencent had stopped waiting; its answer stands', async () => {
    const answer = failResponse('at last')
    const { handle, problems } = appWith([answerAfter(2000, () => answer)])
    const answered = handle(blocklistAdd)
    await jest.advanceTimersByTimeAsync(2000)
    expect(await answered).toEqual(answer)
    expect(problems).toMatchObject([
      {
        kind: 'slow',
        request: blocklistAdd,
        answer,
        callback: { command: BlocklistAdd.command },
        milliseconds: 2000
      }
    ])
  })
  it('is not slow just before', async () => {
    const { handle, problems } = appWith([answerAfter(1999, okResponse)])
    const answered = handle(blocklistAdd)
    await jest.advanceTimersByTimeAsync(1999)
    expect(await answered).toEqual(okResponse())
    expect(problems).toEqual([])
  })
  it('is not slow if the process stood still while it ran, since nothing was waited for', async () => {
    const { handle, problems } = appWith([
      on(BlocklistAdd, () => {
        jest.advanceTimersByTime(5000)
      })
    ])
    expect(await handle(blocklistAdd)).toEqual(okResponse())
    expect(problems).toEqual([])
  })
  it('may be slow and fail', async () => {
    const { handle, problems } = appWith([answerAfter(5000, fail)])
    const answered = handle(blocklistAdd)
    await jest.advanceTimersByTimeAsync(5000)
    await answered
    expect(problems).toMatchObject([
      { kind: 'failed', error: cause },
      { kind: 'slow', milliseconds: 5000, answer: { ActionStatus: 'FAIL' } }
    ])
  })
})

describe('a request that cannot be accepted', () => {
  const token = 'secret'
  const authenticate = tokenAuthentication({ token })

  /** Of the errors of a request, those that its URL does not tell. */
  const isUnreadable = (tag: string): boolean => ['MalformedBody', 'CommandMismatch', 'InvalidPacket'].includes(tag)

  it.each(hostileRequests(BlocklistAdd, { sdkAppId, token }).map((row) => [row.name, row] as const))(
    'of a command after its event is answered FAIL: %s',
    async (_, { request, expected }) => {
      const { handle, problems } = appWith([on(BlocklistAdd, fail)], { authenticate })
      const answer = await handle(request)
      expect(answer).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 1 })
      const error = expect.objectContaining({ _tag: expected })
      const command = isUnreadable(expected) && { command: BlocklistAdd.command }
      expect(problems).toEqual([{ kind: 'refused', request, answer, error, ...command }])
    }
  )
  it.each(hostileRequests(C2CBeforeSendMsg, { sdkAppId, token }).map((row) => [row.name, row] as const))(
    'of a command before its event is decided, unless its URL is wrong: %s',
    async (_, { request, expected }) => {
      const { handle, problems } = appWith([returning(C2CBeforeSendMsg, fail)], { authenticate, undecided: 'refuse' })
      const answer = await handle(request)
      expect(answer).toMatchObject(isUnreadable(expected) ? refused : { ActionStatus: 'FAIL' })
      const error = expect.objectContaining({ _tag: expected })
      const command = isUnreadable(expected) && { command: C2CBeforeSendMsg.command }
      expect(problems).toEqual([{ kind: 'refused', request, answer, error, ...command }])
    }
  )
  it.each(['allow', 'refuse'] as const)(
    'every command before its event gets the decision %s where nobody could read its packet; friends get FAIL',
    async (undecided) => {
      for (const definition of beforeType) {
        const { handle, problems } = appWith([returning(definition, fail)], { undecided })
        const answer = await handle({ ...exampleRequest(definition), body: unreadBody('tooLong') })
        if (isOfFriends(definition)) expect(answer).toEqual(failResponse('The callback was not decided'))
        else expect(answer).toEqual(undecided === 'allow' ? allowed : refused)
        expect(problems).toMatchObject([
          { kind: 'refused', answer, error: { _tag: 'MalformedBody', reason: 'tooLong' } }
        ])
      }
    }
  )
  it('does not hold its error back from Tencent', async () => {
    const { handle } = appWith([on(BlocklistAdd, fail)])
    expect(await handle({ ...blocklistAdd, body: '' })).toEqual(failResponse('Malformed body: it is empty'))
  })
})

describe('a command without a route', () => {
  it('is answered OK, and told', async () => {
    const { handle, problems } = appWith([on(BlocklistAdd, fail)])
    const request = exampleRequest(GroupAfterSendMsg)
    expect(await handle(request)).toEqual(okResponse())
    const error = { _tag: 'UnhandledCommand', received: GroupAfterSendMsg.command }
    expect(problems).toEqual([{ kind: 'ignored', request, answer: okResponse(), error }])
  })
  it.each(['constructor', '__proto__', 'toString'])('may be called %s', async (command) => {
    const { handle } = appWith([on(BlocklistAdd, fail)])
    const url = `/?SdkAppid=${String(sdkAppId)}&CallbackCommand=${command}`
    expect(await handle({ url, body: '{}' })).toEqual(okResponse())
  })
})

describe("where the app's own code fails outside of a route", () => {
  const throwing = (name: 'method' | 'url' | 'query' | 'body'): CallbackRequest =>
    Object.defineProperty({ ...blocklistAdd, ...(name === 'query' && { url: undefined }) }, name, { get: fail })

  it.each(['method', 'url', 'query', 'body'] as const)(
    'a getter of %s is not told as a mistake of Tencent',
    async (name) => {
      const request = throwing(name)
      const { handle, problems } = appWith([on(BlocklistAdd, () => undefined)])
      const answer = failResponse('Internal error: the request object could not be read')
      expect(await handle(request)).toEqual(answer)
      expect(problems).toEqual([{ kind: 'failed', request, answer, error: cause }])
    }
  )
  it('no more is authenticate', async () => {
    const { handle, problems } = appWith([returning(C2CBeforeSendMsg, fail)], { authenticate: fail })
    const answer = failResponse('Internal error: authenticate failed')
    expect(await handle(beforeSend)).toEqual(answer)
    expect(problems).toEqual([{ kind: 'failed', request: beforeSend, answer, error: cause }])
  })
  it('no more is a codec; a decision is made', async () => {
    const definition = {
      ...C2CBeforeSendMsg,
      packet: new t.Type('Broken', (_): _ is unknown => fail(), fail, t.identity)
    } as AnyDefinition
    const { handle, problems } = appWith([returning(definition, fail)], { undecided: 'refuse' })
    expect(await handle(beforeSend)).toEqual(refused)
    expect(problems).toEqual([{ kind: 'failed', request: beforeSend, answer: refused, error: cause }])
  })
  it('a handler that is mounted without a door says so', async () => {
    const { handle, problems } = appWith([on(BlocklistAdd, fail)])
    const response = new ServerResponse(new IncomingMessage(new Socket()))
    // What Express calls is what it was given.
    const mounted: (...given: ReadonlyArray<unknown>) => Promise<unknown> = handle as never
    const answer = failResponse('The handler is not mounted')
    expect(await mounted(blocklistAdd, response, fail)).toEqual(answer)
    const error = new TypeError(
      'The handler does not write to a response. Mount nodeListener(handle) of tencent-im-callbacks/node instead'
    )
    expect(problems).toEqual([{ kind: 'failed', request: blocklistAdd, answer, error }])
  })
  it.each<[string, unknown]>([
    ['an index, from a map', 0],
    ['the context of a platform', { awsRequestId: 'x' }],
    ['a reply of Fastify, which sends what is returned', { send: fail, raw: {} }],
    ['null', null]
  ])('%s as the second argument is no mistake', async (_, second) => {
    const { handle, problems } = appWith([on(BlocklistAdd, () => undefined)])
    const called: (...given: ReadonlyArray<unknown>) => Promise<unknown> = handle as never
    expect(await called(blocklistAdd, second)).toEqual(okResponse())
    expect(problems).toEqual([])
  })
})

describe('a command of the app itself', () => {
  const command = 'Example.CallbackBeforeLogout'
  const answer = t.type({
    ActionStatus: t.literal('OK'),
    ErrorCode: t.union([t.literal(0), t.literal(1), t.literal(7)])
  })
  const define = <Ways>(build: (reply: (fields: t.TypeOf<typeof answer>) => Reply) => Ways, codec = answer) =>
    defineCallback({
      command,
      packet: t.UnknownRecord,
      commandInPacket: 'absent',
      kind: 'before',
      reply: defineReply(codec, build)
    })
  const request = { url: `/?SdkAppid=${String(sdkAppId)}&CallbackCommand=${command}`, body: '{}' }
  const answerOf = (ErrorCode: 0 | 1 | 7) => ({ ActionStatus: 'OK', ErrorCode }) as const

  it('is answered in its own ways', async () => {
    const definition = define((reply) => ({ wait: () => reply(answerOf(7)) }))
    const { handle, problems } = appWith([on(definition, (_, reply) => reply.wait())])
    expect(await handle(request)).toEqual(answerOf(7))
    expect(problems).toEqual([])
  })
  it('is decided in its own way where it has one', async () => {
    const definition = define((reply) => ({ allow: () => reply(answerOf(7)) }))
    const { handle } = appWith([on(definition, fail)])
    expect(await handle(request)).toEqual(answerOf(7))
  })
  it.each([
    ['has no such way', () => ({}), 0],
    ['has no ways at all', () => undefined, 0],
    ['has a way that returns something else', () => ({ refuse: () => 'no' }), 0],
    ['has a way that throws', () => ({ refuse: fail }), 1],
    ['has a way that returns a promise', () => ({ refuse: async () => Promise.reject(cause) }), 1],
    ['cannot build its ways', fail, 1]
  ])('is decided by ErrorCode where it %s', async (_, build, problemsMore) => {
    const { handle, problems } = appWith([returning(define(build), fail)], { undecided: 'refuse' })
    expect(await handle(request)).toEqual(refused)
    expect(problems).toHaveLength(1 + problemsMore)
    for (const problem of problems) {
      expect(problem).toMatchObject({ kind: 'failed', answer: refused, callback: { command } })
    }
  })
  it('is refused where the route had built a reply that does more than to allow', async () => {
    const definition = define((reply) => ({ wait: () => reply(answerOf(7)) }))
    const { handle, problems } = appWith([on(definition, (_, reply) => [reply.wait()] as never)])
    expect(await handle(request)).toEqual(refused)
    expect(problems).toMatchObject([{ kind: 'failed', decision: 'refuse' }])
  })
  it('is answered FAIL where nothing that is known suits it', async () => {
    const only7 = t.type({ ActionStatus: t.literal('OK'), ErrorCode: t.literal(7) }) as unknown as typeof answer
    const { handle } = appWith([
      returning(
        define(() => ({}), only7),
        fail
      )
    ])
    expect(await handle(request)).toEqual(failResponse('The callback was not decided'))
  })
  it('is answered FAIL where the codec of its answers throws', async () => {
    const broken = new t.Type('Broken', (_): _ is never => fail(), fail, t.identity) as unknown as typeof answer
    const { handle, problems } = appWith([
      returning(
        define(() => ({}), broken),
        okResponse
      )
    ])
    expect(await handle(request)).toEqual(failResponse('The callback was not decided'))
    expect(problems.every((problem) => problem.kind === 'failed' && problem.error === cause)).toBe(true)
  })
})

describe('a mistake of configuration is named', () => {
  const route = on(BlocklistAdd, () => undefined)
  const build = (config: unknown, ...routes: ReadonlyArray<unknown>) =>
    handleCallbacks(config as HandlerConfig, ...(routes as ReadonlyArray<Route>))

  it.each<[string, unknown, ReadonlyArray<unknown>, string]>([
    [
      'no options',
      undefined,
      [route],
      'The options are missing: an object with sdkAppId, authenticate, undecided, deadline, onProblem'
    ],
    [
      'a route in place of the options',
      route,
      [],
      'The options come first: handleCallbacks({ sdkAppId }, on(BlocklistAdd, run))'
    ],
    [
      'an unknown option',
      { sdkAppId, timeout: 1 },
      [route],
      'Unknown option "timeout". The options are: sdkAppId, authenticate, undecided, deadline, onProblem.'
    ],
    [
      'tokenAuthentication that was not called',
      { sdkAppId, authenticate: tokenAuthentication },
      [route],
      'Call it: authenticate: tokenAuthentication({ token })'
    ],
    ['another decision', { sdkAppId, undecided: 'deny' }, [route], 'undecided must be "allow" or "refuse"'],
    ...[0, 1999.5, 60_000, NaN, '1500', Infinity].map((deadline): [string, unknown, ReadonlyArray<unknown>, string] => [
      `a deadline of ${JSON.stringify(deadline)}`,
      { sdkAppId, deadline },
      [route],
      'deadline must be a number of milliseconds from 1 to 1999, since Tencent waits 2000'
    ]),
    ['a listener that is none', { sdkAppId, onProblem: console }, [route], 'onProblem must be a function'],
    ['no route', { sdkAppId }, [], 'handleCallbacks needs at least one route: on(BlocklistAdd, run)'],
    ['routes in a list', { sdkAppId }, [[route]], 'handleCallbacks takes routes: on(BlocklistAdd, run)'],
    ['what is not exported', { sdkAppId }, [route, undefined], 'handleCallbacks takes routes: on(BlocklistAdd, run)'],
    [
      'a route of what is not a definition',
      { sdkAppId },
      [{ definition: BlocklistAdd.command, run: fail }],
      'handleCallbacks takes definitions, such as BlocklistAdd; got a string'
    ],
    ['a function for a route', { sdkAppId }, [{ run: fail }], 'handleCallbacks takes routes: on(BlocklistAdd, run)'],
    ['a definition without on', { sdkAppId }, [BlocklistAdd], 'handleCallbacks takes routes: on(BlocklistAdd, run)'],
    ['a function without on', { sdkAppId }, [fail], 'handleCallbacks takes routes: on(BlocklistAdd, run)'],
    ['the same definition twice', { sdkAppId }, [route, route], 'Sns.CallbackBlackListAdd is given twice']
  ])('%s', (_, config, routes, message) => {
    expect(() => build(config, ...routes)).toThrow(new TypeError(message))
  })
  it('the longest and the shortest deadline are none', () => {
    for (const deadline of [1, 1999]) expect(() => build({ sdkAppId, deadline }, route)).not.toThrow()
  })
  it('a route that is not a function', () => {
    expect(() => on(BlocklistAdd, undefined as never)).toThrow(
      new TypeError('on takes a definition and a function: on(BlocklistAdd, run)')
    )
  })
  it.each<[string, unknown, string]>([
    ['a command', 'Sns.CallbackBlackListAdd', 'a string'],
    ['a parser', parseBlocklistAddCallback, 'a function'],
    ['a packet', BlocklistAddPacket, 'an object'],
    ['definitions', [BlocklistAdd], 'a list'],
    ['null', null, 'null'],
    ['what is not exported', undefined, 'nothing: is it exported?']
  ])('a route of %s', (_, definition, got) => {
    expect(() => on(definition as typeof BlocklistAdd, fail)).toThrow(
      new TypeError(`on takes a definition, such as BlocklistAdd; got ${got}`)
    )
  })
})

it('a listener cannot change what is answered', async () => {
  const onProblem = ({ answer }: Problem): void => {
    Object.assign(answer, { ErrorCode: 1n })
  }
  const { handle } = appWith([on(BlocklistAdd, fail)], { onProblem })
  expect(await handle(blocklistAdd)).toEqual(failResponse('The callback was not handled'))
})

describe('whatever comes', () => {
  const { handle } = appWith([on(BlocklistAdd, () => undefined), returning(C2CBeforeSendMsg, fail)])
  const answers = expect.objectContaining({ ActionStatus: expect.stringMatching(/^(?:OK|FAIL)$/) })

  it('there is an answer to any request', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true }), async (request) => {
        expect(await handle(request as CallbackRequest)).toEqual(answers)
      })
    )
  })
  it('there is an answer to any body', async () => {
    const bodies = fc.oneof(fc.anything({ withTypedArray: true, withBigInt: true }), fc.json(), fc.uint8Array())
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(blocklistAdd, beforeSend), bodies, async (request, body) => {
        expect(await handle({ ...request, body })).toEqual(answers)
      })
    )
  })
})
