/**
 * `npm run example <name>` starts an example on PORT, as the app SDK_APP_ID. A folder with a `main.ts` is an example too,
 * which starts itself.
 */
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import {
  BlocklistAdd,
  BlocklistDelete,
  handleCallbacks,
  on,
  type CallbackHandler,
  type CallbackOf
} from 'tencent-im-callbacks'

const host = '127.0.0.1'

const serveFetch = async (port: number, fetch: (request: Request) => Promise<Response>): Promise<Server> => {
  const { createAdaptorServer } = await import('@hono/node-server')
  return (createAdaptorServer({ fetch }) as Server).listen(port, host)
}

export const servers: Readonly<Record<string, (port: number, handle: CallbackHandler) => Promise<Server>>> = {
  'node-http': async (port, handle) => (await import('./node-http')).createCallbackServer(handle).listen(port, host),
  express: async (port, handle) => {
    const app = (await import('express')).default()
    const { mountInExpress } = await import('./express')
    mountInExpress(app, handle)
    return app.listen(port, host)
  },
  nest: async (port, handle) => {
    await import('reflect-metadata')
    const { Module } = await import('@nestjs/common')
    const { NestFactory } = await import('@nestjs/core')
    const { mountInNest } = await import('./nest')
    @Module({})
    class AppModule {}
    const app = await NestFactory.create(AppModule)
    mountInNest(app, handle)
    return (await app.listen(port, host)) as Server
  },
  koa: async (port, handle) => {
    const app = new (await import('koa')).default()
    const { mountInKoa } = await import('./koa')
    mountInKoa(app, handle)
    return app.listen(port, host)
  },
  fastify: async (port, handle) => {
    const app = (await import('fastify')).default({ requestTimeout: 10_000 })
    const { mountInFastify } = await import('./fastify')
    mountInFastify(app, handle)
    await app.listen({ port, host })
    return app.server
  },
  hono: async (port, handle) => {
    const app = new (await import('hono')).Hono()
    const { mountInHono } = await import('./hono')
    mountInHono(app, handle)
    return serveFetch(port, async (request) => app.fetch(request))
  },
  next: async (port, handle) => {
    const { POST } = (await import('./next')).createRoute(() => handle)
    return serveFetch(port, POST)
  },
  sveltekit: async (port, handle) => {
    const fallback = (await import('./sveltekit')).createFallback(handle)
    return serveFetch(port, (request) => fallback({ request }))
  },
  workers: async (port, handle) => serveFetch(port, (await import('./workers')).createWorker(handle).fetch),
  edgeone: async (port, handle) => {
    const onRequest = (await import('./edgeone')).createOnRequest(() => handle)
    return serveFetch(port, (request) => onRequest({ request, env: {} }))
  },
  serverless: async (port, handle) => {
    const call = (await import('./serverless')).lambda(handle)
    const gateway = async (request: IncomingMessage, response: ServerResponse) => {
      const answer = await call({
        requestContext: { http: { method: String(request.method) } },
        rawQueryString: /\?(.*)/.exec(String(request.url))?.[1] ?? '',
        body: (await buffer(request)).toString('base64'),
        isBase64Encoded: true
      })
      response.writeHead(answer.statusCode, answer.headers).end(answer.body)
    }
    return createServer((request, response) => {
      // It fails only where the client breaks off: nobody waits for an answer.
      gateway(request, response).catch(() => response.destroy())
    }).listen(port, host)
  }
}

/** PORT, if it is set to anything; 0 is any free port. */
const portOf = (given = ''): number => {
  if (given === '') return 3000
  if (/^\d{1,5}$/.test(given)) return Number(given)
  throw new TypeError('PORT must be a number')
}

/** The examples that are folders. */
const folders = (): ReadonlyArray<string> =>
  readdirSync(new URL('.', import.meta.url)).filter((folder) =>
    existsSync(new URL(`${folder}/main.ts`, import.meta.url))
  )

/** What is said to a name that no example has. */
export const usage = async (typed: string): Promise<string> => {
  const names = [...Object.keys(servers), ...folders()]
  const list = ['Usage: npm run example <name>, where <name> is one of', ...names].join('\n  ')
  if (typed === '') return list
  const { didYouMean } = await import('../src/cli/nearest')
  return `There is no example ${typed}${didYouMean(typed, names)}\n${list}`
}

const start = async (name: string): Promise<void> => {
  const serve = new Map(Object.entries(servers)).get(name)
  if (serve !== undefined) {
    const print = ({ command, packet }: CallbackOf<typeof BlocklistAdd | typeof BlocklistDelete>) => {
      console.log(command, JSON.stringify(packet.PairList))
    }
    const handle = handleCallbacks(
      { sdkAppId: process.env.SDK_APP_ID ?? 1400000000 },
      on(BlocklistAdd, print),
      on(BlocklistDelete, print)
    )
    const server = await serve(portOf(process.env.PORT), handle)
    if (!server.listening) await once(server, 'listening')
    console.log(`${name} listens on http://${host}:${String((server.address() as AddressInfo).port)}/tencent`)
  } else if (folders().includes(name)) {
    // It gets what is typed after its name.
    process.argv.splice(2, 1)
    await import(new URL(`${name}/main.ts`, import.meta.url).href)
  } else {
    console.error(await usage(name))
    process.exitCode = 2
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) void start(process.argv[2] ?? '')
