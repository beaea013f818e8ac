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
import type { createCallbackServer } from './node-http'

type App = Parameters<typeof createCallbackServer>

const host = '127.0.0.1'

export const servers: Readonly<Record<string, (port: number, ...app: App) => Promise<Server>>> = {
  'node-http': async (port, ...app) => (await import('./node-http')).createCallbackServer(...app).listen(port, host),
  express: async (port, ...app) => {
    const { default: express } = await import('express')
    const { createExpressRouter } = await import('./express')
    return express()
      .use(createExpressRouter(...app))
      .listen(port, host)
  },
  fastify: async (port, ...app) => {
    const fastify = (await import('./fastify')).createFastifyApp(...app)
    await fastify.listen({ port, host })
    return fastify.server
  },
  koa: async (port, ...app) => (await import('./koa')).createKoaApp(...app).listen(port, host),
  hono: async (port, ...app) => {
    const { createAdaptorServer } = await import('@hono/node-server')
    const { fetch } = (await import('./hono')).createHonoApp(...app)
    return (createAdaptorServer({ fetch }) as Server).listen(port, host)
  },
  nest: async (port, ...app) => (await (await import('./nest')).createNestApp(...app)).listen(port, host),
  serverless: async (port, ...app) => {
    const handler = (await import('./serverless')).createServerlessHandler(...app)
    const gateway = async (request: IncomingMessage, response: ServerResponse) => {
      const answer = await handler({
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

const usage = async (typed: string, names: ReadonlyArray<string>): Promise<string> => {
  const list = ['Usage: npm run example <name>, where <name> is one of', ...names].join('\n  ')
  if (typed === '') return list
  const { didYouMean } = await import('../src/cli/nearest')
  return `There is no example ${typed}${didYouMean(typed, names)}\n${list}`
}

const start = async (name: string): Promise<void> => {
  const serve = new Map(Object.entries(servers)).get(name)
  const folders = readdirSync(new URL('.', import.meta.url)).filter((folder) =>
    existsSync(new URL(`${folder}/main.ts`, import.meta.url))
  )
  if (serve !== undefined) {
    const config = { sdkAppId: process.env.SDK_APP_ID ?? 1400000000 }
    const server = await serve(portOf(process.env.PORT), config, ({ command, packet }) => {
      console.log(command, JSON.stringify(packet.PairList))
    })
    if (!server.listening) await once(server, 'listening')
    console.log(`${name} listens on http://${host}:${String((server.address() as AddressInfo).port)}`)
  } else if (folders.includes(name)) {
    await import(new URL(`${name}/main.ts`, import.meta.url).href)
  } else {
    console.error(await usage(name, [...Object.keys(servers), ...folders]))
    process.exitCode = 2
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) void start(process.argv[2] ?? '')
