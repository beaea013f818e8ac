import bodyParser from 'koa-bodyparser'
import { createAdaptorServer } from '@hono/node-server'
import { Body, Catch, Controller, Get, HttpException, Logger, Module, Post, type ArgumentsHost } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import express from 'express'
import express4 from 'express-4'
import fastify from 'fastify'
import { Hono } from 'hono'
import Koa from 'koa'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { CallbackHandler } from 'tencent-im-callbacks'
import { createOnRequest } from '../../examples/edgeone'
import { mountInExpress } from '../../examples/express'
import { mountInFastify } from '../../examples/fastify'
import { mountInHono } from '../../examples/hono'
import { mountInKoa } from '../../examples/koa'
import { mountInNest } from '../../examples/nest'
import { createRoute } from '../../examples/next'
import { createCallbackServer } from '../../examples/node-http'
import {
  cloudBase,
  functionCompute,
  lambda,
  lambdaOfLoadBalancer,
  lambdaOfRestApi,
  scf
} from '../../examples/serverless'
import { createFallback } from '../../examples/sveltekit'
import { createWorker } from '../../examples/workers'
import {
  cloudBaseEvent,
  functionComputeEvent,
  httpApiEvent,
  loadBalancerEvent,
  loadBalancerEventOfLists,
  restApiEvent,
  scfEvent,
  type Received
} from './gateway-event'

/** An example, in an app as apps are. */
export interface Recipe {
  readonly name: string
  /** Starts the app with the route of the example, and without it where there is no handler. */
  readonly serve: (handle?: CallbackHandler) => Promise<Server>
  /** Whether a body parser runs before the route, and answers by itself what it cannot read. */
  readonly parsesFirst?: boolean
  /** Whether the platform does not tell of repeated parameters. */
  readonly hidesRepeated?: boolean
}

const listening = async (server: Server): Promise<Server> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const broken = (): never => {
  throw new Error('It is broken')
}
const problemOf = (problem: unknown) => ({ problem: problem instanceof Error ? problem.message : 'none' })

type Mount<App> = (app: App) => void

const expressApp = (framework: typeof express, before: Mount<express.Express>, after: Mount<express.Express>) => {
  const app = framework()
  before(app)
  after(app)
  app.post('/echo', (request, response) => {
    response.json({ echoed: request.body as unknown })
  })
  app.get('/broken', broken)
  app.use((problem: unknown, _request: unknown, response: express.Response, _next: unknown) => {
    response.status(500).json(problemOf(problem))
  })
  return listening(createServer(app))
}

const mounted =
  <App>(mount: (app: App, handle: CallbackHandler) => void, handle: CallbackHandler | undefined): Mount<App> =>
  (app) => {
    if (handle !== undefined) mount(app, handle)
  }

const koaApp = (before: Mount<Koa>, after: Mount<Koa>) => {
  const app = new Koa({ env: 'test' })
  app.use(async (context, next) => {
    try {
      await next()
    } catch (problem) {
      context.status = 500
      context.body = problemOf(problem)
    }
  })
  before(app)
  app.use(bodyParser())
  after(app)
  app.use((context, next) => {
    if (context.path === '/broken') broken()
    if (context.path !== '/echo') return next()
    context.body = { echoed: context.request.body }
  })
  return listening(createServer(app.callback()))
}

const fastifyApp = async (mount: Mount<ReturnType<typeof fastify>>) => {
  const app = fastify({ requestTimeout: 10_000 })
  mount(app)
  app.post('/echo', ({ body }) => ({ echoed: body }))
  app.get('/broken', broken)
  app.setErrorHandler((problem, _request, reply) => reply.code(500).send(problemOf(problem)))
  await app.listen({ port: 0, host: '127.0.0.1' })
  return app.server
}

@Controller()
class OtherController {
  @Post('echo')
  echo(@Body() echoed: unknown) {
    return { echoed }
  }
  @Get('broken')
  broken() {
    broken()
  }
}

@Catch()
class AnswerProblem {
  catch(problem: unknown, host: ArgumentsHost) {
    const status = problem instanceof HttpException ? problem.getStatus() : 500
    host.switchToHttp().getResponse<express.Response>().status(status).json(problemOf(problem))
  }
}

@Module({ controllers: [OtherController] })
class OtherModule {}

const nestApp: Recipe['serve'] = async (handle) => {
  Logger.overrideLogger(false)
  const app = await NestFactory.create(OtherModule)
  app.useGlobalFilters(new AnswerProblem())
  if (handle !== undefined) mountInNest(app, handle)
  await app.listen(0, '127.0.0.1')
  return app.getHttpServer() as Server
}

const byFetch = (fetch: (request: Request) => Response | Promise<Response>) =>
  listening(createAdaptorServer({ fetch }) as Server)

const honoApp: Recipe['serve'] = (handle) => {
  const app = new Hono()
  mounted(mountInHono, handle)(app)
  app.post('/echo', async (context) => context.json({ echoed: await context.req.json<unknown>() }))
  app.get('/broken', broken)
  app.onError((problem, context) => context.json(problemOf(problem), 500))
  return byFetch(app.fetch)
}

/** How frameworks with a file for each route choose one. */
const nextApp: Recipe['serve'] = (handle) => {
  const routes = handle && createRoute(() => handle)
  return byFetch((request) => {
    const { pathname } = new URL(request.url)
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const route = pathname === '/tencent' ? new Map(Object.entries(routes ?? {})).get(method) : undefined
    return route?.(request) ?? new Response(null, { status: 404 })
  })
}

interface Answered {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly multiValueHeaders?: Readonly<Record<string, ReadonlyArray<string>>>
  readonly body: string
}

/** A gateway that hands each request to a function, as an event that went over a wire. */
const gateway = (invoke: (received: Received) => Promise<Answered>) => {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, search } = new URL(String(request.url), 'http://localhost')
    const { statusCode, headers, multiValueHeaders, body } = await invoke({
      method: String(request.method),
      path: pathname,
      query: search.slice(1),
      headers: request.headers as Record<string, string>,
      body: await buffer(request)
    })
    response.writeHead(statusCode, (multiValueHeaders as Record<string, Array<string>> | undefined) ?? headers)
    response.end(body)
  }
  return listening(
    createServer((request, response) => {
      // It fails only where the client goes away, and then nobody waits for an answer.
      answer(request, response).catch(() => response.destroy())
    })
  )
}

const needed = (handle: CallbackHandler | undefined): CallbackHandler => {
  if (handle === undefined) throw new Error('The example is nothing without its handler')
  return handle
}

const called =
  <Event>(
    create: (handle: CallbackHandler) => (event: Event) => Promise<Answered>,
    eventOf: (received: Received) => Event
  ): Recipe['serve'] =>
  (handle) => {
    const call = create(needed(handle))
    return gateway((received) => call(JSON.parse(JSON.stringify(eventOf(received))) as Event))
  }

const nothing = () => undefined

/** Examples in an app that has other routes, a body parser and an error handler. */
export const recipesInApps: ReadonlyArray<Recipe> = [
  {
    name: 'Express 5',
    serve: (handle) => expressApp(express, mounted(mountInExpress, handle), (app) => app.use(express.json()))
  },
  {
    name: 'Express 5, behind a body parser',
    parsesFirst: true,
    serve: (handle) =>
      expressApp(express, (app) => app.use(express.json({ limit: '1mb' })), mounted(mountInExpress, handle))
  },
  {
    name: 'Express 4',
    serve: (handle) =>
      expressApp(express4 as unknown as typeof express, mounted(mountInExpress, handle), (app) =>
        app.use(express4.json())
      )
  },
  {
    name: 'Express 4, behind a body parser',
    parsesFirst: true,
    serve: (handle) =>
      expressApp(
        express4 as unknown as typeof express,
        (app) => app.use(express4.json({ limit: '1mb' })),
        mounted(mountInExpress, handle)
      )
  },
  { name: 'Nest', serve: nestApp },
  { name: 'Koa', serve: (handle) => koaApp(mounted(mountInKoa, handle), nothing) },
  {
    name: 'Koa, behind a body parser',
    parsesFirst: true,
    serve: (handle) => koaApp(nothing, mounted(mountInKoa, handle))
  },
  { name: 'Fastify', serve: (handle) => fastifyApp(mounted(mountInFastify, handle)) },
  { name: 'Hono', serve: honoApp }
]

/** All examples. */
export const recipes: ReadonlyArray<Recipe> = [
  { name: 'node:http', serve: (handle) => listening(createCallbackServer(needed(handle))) },
  ...recipesInApps,
  { name: 'Next.js', serve: nextApp },
  {
    name: 'SvelteKit',
    serve: (handle) => {
      const fallback = createFallback(needed(handle))
      return byFetch((request) => fallback({ request }))
    }
  },
  { name: 'Workers, Bun and Deno', serve: (handle) => byFetch(createWorker(needed(handle)).fetch) },
  {
    name: 'EdgeOne Pages',
    serve: (handle) => {
      const onRequest = createOnRequest(() => needed(handle))
      return byFetch((request) => onRequest({ request, env: {} }))
    }
  },
  { name: 'AWS Lambda, HTTP API', serve: called(lambda, httpApiEvent(false)) },
  { name: 'AWS Lambda, HTTP API in Base64', serve: called(lambda, httpApiEvent(true)) },
  { name: 'AWS Lambda, REST API', serve: called(lambdaOfRestApi, restApiEvent(false)) },
  { name: 'AWS Lambda, REST API in Base64', serve: called(lambdaOfRestApi, restApiEvent(true)) },
  {
    name: 'AWS Lambda, load balancer',
    hidesRepeated: true,
    serve: called(lambdaOfLoadBalancer, loadBalancerEvent)
  },
  {
    name: 'AWS Lambda, load balancer with lists',
    serve: called(lambdaOfLoadBalancer, loadBalancerEventOfLists)
  },
  { name: 'Tencent SCF', hidesRepeated: true, serve: called(scf, scfEvent) },
  { name: 'CloudBase', hidesRepeated: true, serve: called(cloudBase, cloudBaseEvent(false)) },
  { name: 'CloudBase in Base64', hidesRepeated: true, serve: called(cloudBase, cloudBaseEvent(true)) },
  ...[false, true].map((always) => ({
    name: always ? 'Aliyun Function Compute in Base64' : 'Aliyun Function Compute',
    // Its functions get bytes.
    serve: called(
      (handle) => (event: object) => functionCompute(handle)(Buffer.from(JSON.stringify(event))),
      functionComputeEvent(always)
    )
  }))
]
