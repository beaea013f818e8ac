import type express from 'express'
import type express4 from 'express-4'
import type { Context as HonoContext } from 'hono'
import type { Context as KoaContext } from 'koa'
import type { NestExpressApplication } from '@nestjs/platform-express'
import type { RequestListener, Server } from 'node:http'
import type { createServer as createHttp2Server } from 'node:http2'
import { describe, expect, it } from 'tstyche'
import {
  BlocklistAdd,
  C2CBeforeSendMsg,
  ChatbotOnC2CSignalMessage,
  failResponse,
  GroupBeforeInviteJoin,
  handleCallbacks,
  okResponse,
  on,
  PrevFriendAdd,
  allowFriend,
  type Acknowledge,
  type Answer,
  type BlocklistAddCallback,
  type C2CBeforeSendMsgCallback,
  type CallbackRequest,
  type FriendItem,
  type MembersReply,
  type MessageReply,
  type Reply,
  type Problem,
  type SignalReply
} from '../../src'
import { fetchHandler } from '../../src/adapters/fetch'
import { nodeListener } from '../../src/adapters/node'

const route = on(BlocklistAdd, () => undefined)
const handle = handleCallbacks({ sdkAppId: 1400000000 }, route)

describe('a route', () => {
  it('gets the callback and the ways to answer of its definition', () => {
    on(BlocklistAdd, (callback, reply) => {
      expect(callback).type.toBe<BlocklistAddCallback>()
      expect(reply).type.toBe<Acknowledge>()
    })
    on(C2CBeforeSendMsg, (callback, reply) => {
      expect(callback).type.toBe<C2CBeforeSendMsgCallback>()
      expect(reply).type.toBe<MessageReply>()
      return reply.allow()
    })
    on(GroupBeforeInviteJoin, (_, reply) => {
      expect(reply).type.toBe<MembersReply>()
      return reply.allow()
    })
    on(ChatbotOnC2CSignalMessage, (_, reply) => {
      expect(reply).type.toBe<SignalReply>()
      return reply.answer('')
    })
    on(PrevFriendAdd, async (_, reply) =>
      reply.each((friend) => {
        expect(friend).type.toBe<FriendItem>()
        return Promise.resolve(allowFriend())
      })
    )
  })
  it('of a command that comes after its event may return nothing, OK or FAIL', () => {
    expect(on).type.toBeCallableWith(BlocklistAdd, () => {})
    expect(on).type.toBeCallableWith(BlocklistAdd, async () => {})
    expect(on).type.toBeCallableWith(BlocklistAdd, () => okResponse())
    expect(on).type.toBeCallableWith(BlocklistAdd, () => Promise.resolve(failResponse('later')))
    on(BlocklistAdd, ({ packet }, reply) => (packet.PairList.length === 0 ? reply.fail('why?') : reply.ok()))
    on(BlocklistAdd, async ({ packet }, reply) => {
      if (packet.PairList.length === 0) return reply.fail('why?')
      await Promise.resolve()
      return
    })
  })
  it('of a command that comes after its event may return nothing else', () => {
    expect(on).type.not.toBeCallableWith(BlocklistAdd, () => 1)
    expect(on).type.not.toBeCallableWith(BlocklistAdd, () => ({ ok: true }))
    expect(on).type.not.toBeCallableWith(BlocklistAdd, () => Promise.resolve([1]))
  })
  it('of a command that comes before its event must return its reply', () => {
    expect(on).type.not.toBeCallableWith(C2CBeforeSendMsg, () => {})
    expect(on).type.not.toBeCallableWith(C2CBeforeSendMsg, async () => {})
    expect(on).type.not.toBeCallableWith(C2CBeforeSendMsg, () => okResponse())
    expect(on).type.not.toBeCallableWith(C2CBeforeSendMsg, () => failResponse('no'))
    expect(on).type.not.toBeCallableWith(C2CBeforeSendMsg, () => ({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }))
    expect(on).type.not.toBeCallableWith(ChatbotOnC2CSignalMessage, () => okResponse())
    expect(on).type.not.toBeCallableWith(ChatbotOnC2CSignalMessage, () => {})
    on(C2CBeforeSendMsg, async (_, reply) => Promise.resolve(reply.drop()))
    // @ts-expect-error is not assignable to
    on(C2CBeforeSendMsg, ({ packet }, reply) => {
      if (packet.MsgBody.length > 0) return reply.allow()
      return undefined
    })
  })
  it('needs a definition and a function', () => {
    expect(on).type.not.toBeCallableWith(BlocklistAdd)
    expect(on).type.not.toBeCallableWith('Sns.CallbackBlackListAdd', () => {})
  })
})

describe('a handler', () => {
  it('takes a request, and gives an answer', () => {
    expect(handle).type.toBeCallableWith({ url: '/', body: '' })
    expect(handle({ url: '/', body: '' })).type.toBe<Promise<Answer>>()
    expect(handle).type.toBeAssignableTo<(request: CallbackRequest) => Promise<Answer>>()
  })
  it('is not a listener, whose answer nobody would write', () => {
    expect(handle).type.not.toBeAssignableTo<RequestListener>()
    expect(handle).type.not.toBeAssignableTo<express.RequestHandler>()
    expect(handle).type.not.toBeAssignableTo<(request: Request) => unknown>()
  })
  it('has options of its own', () => {
    expect(handleCallbacks).type.toBeCallableWith({ sdkAppId: 1, undecided: 'refuse', deadline: 1000 }, route)
    expect(handleCallbacks).type.not.toBeCallableWith({ sdkAppId: 1, undecided: 'deny' }, route)
    expect(handleCallbacks).type.not.toBeCallableWith({ sdkAppId: 1, timeout: 1000 }, route)
    expect(handleCallbacks).type.not.toBeCallableWith({}, route)
    expect(handleCallbacks).type.not.toBeCallableWith({ sdkAppId: 1 }, BlocklistAdd)
    expect(handleCallbacks).type.not.toBeCallableWith({ sdkAppId: 1 }, [route])
  })
  it('tells problems that narrow by their kind', () => {
    const onProblem = (problem: Problem): void => {
      if (problem.kind === 'ignored') expect(problem.error.received).type.toBe<string>()
      if (problem.kind === 'refused') expect(problem.command).type.toBe<string | undefined>()
      if (problem.kind === 'late') expect(problem.callback.command).type.toBe<string>()
      if (problem.kind === 'unreturned') expect(problem.reply).type.toBe<Reply>()
      if (problem.kind === 'slow') expect(problem.milliseconds).type.toBe<number>()
      if (problem.kind === 'failed') expect(problem.error).type.toBe<unknown>()
      expect(problem.request).type.toBe<CallbackRequest>()
      expect(problem.answer).type.toBe<Answer>()
      expect(problem.kind).type.toBe<'refused' | 'ignored' | 'failed' | 'late' | 'unreturned' | 'slow'>()
    }
    expect(handleCallbacks).type.toBeCallableWith({ sdkAppId: 1, onProblem }, route)
    expect(handleCallbacks).type.toBeCallableWith({ sdkAppId: 1, onProblem: async () => {} }, route)
  })
})

declare const app: express.Express
declare const app4: express4.Express
declare const nest: NestExpressApplication
declare const koa: KoaContext
declare const hono: HonoContext
declare const createServer: (listener: RequestListener) => Server
declare const http2: typeof createHttp2Server

describe('the node door', () => {
  const listener = nodeListener(handle, { limit: 1024 })
  it('fits the servers of node', () => {
    expect(createServer).type.toBeCallableWith(listener)
    expect(http2).type.toBeCallableWith(listener)
  })
  it('fits Express, and Nest on it', () => {
    app.use('/tencent', listener)
    app.post('/tencent', listener)
    // oxlint-disable-next-line typescript/no-misused-promises -- Express 4 does not look at what it returns
    app4.use('/tencent', listener)
    nest.use('/tencent', listener)
    nest.getHttpAdapter().getInstance().use('/tencent', listener)
  })
  it('fits what Koa has of node', () => {
    expect(listener).type.toBeCallableWith(koa.req, koa.res)
  })
  it('takes no other options', () => {
    expect(nodeListener).type.not.toBeCallableWith(handle, { limit: '1mb' })
    expect(nodeListener).type.not.toBeCallableWith(handle, { maxBytes: 1 })
  })
})

describe('the fetch door', () => {
  const POST = fetchHandler(handle)
  it('fits Hono', () => {
    expect(POST).type.toBeCallableWith(hono.req.raw)
  })
  it('fits Workers, and the route handlers of Next', () => {
    type Fetch = (request: Request, env: unknown, context: unknown) => Response | Promise<Response>
    type RouteHandler = (request: Request, context: { params: Promise<unknown> }) => Response | Promise<Response>
    expect<{ fetch: Fetch }>().type.toBeAssignableFrom({ fetch: POST })
    expect<RouteHandler>().type.toBeAssignableFrom(POST)
  })
  it('takes no other options', () => {
    expect(fetchHandler).type.not.toBeCallableWith(handle, { limit: '1mb' })
  })
})
