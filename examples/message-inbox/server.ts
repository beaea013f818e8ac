import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { CallbackHandler } from 'tencent-im-callbacks'
import { nodeListener } from 'tencent-im-callbacks/node'
import { inTime } from '../shared/in-time'
import type { Archive } from './archive'
import type { Inbox } from './inbox'
import { log, reasonOf } from './log'
import type { Metrics } from './metrics'

/** What a client did wrong. */
class BadRequest extends Error {}

const limitOf = (given: string | null): number => {
  if (given === null) return 20
  if (/^\d{1,3}$/.test(given) && Number(given) >= 1 && Number(given) <= 100) return Number(given)
  throw new BadRequest('limit must be a number from 1 to 100')
}

const sendJson = (response: ServerResponse, status: number, value: unknown): void => {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new BadRequest('Ids in URLs must be percent-encoded UTF-8')
  }
}

/** PostgreSQL holds no NUL, so nothing can be found by it. */
const storable = (text: string): string => {
  if (text.includes('\0')) throw new BadRequest('There is a character that cannot be looked up')
  return text
}

/** Callbacks where there is a handler for them, and the reads, which ask for no password. */
export const createInboxServer = (
  receiver: CallbackHandler | undefined,
  archive: Archive,
  lag: Inbox['lag'],
  metrics: Metrics
) => {
  const read = async (path: string, query: URLSearchParams): Promise<unknown> => {
    if (path === '/health') return { lag: await lag() }
    if (path === '/search') {
      const text = query.get('q') ?? ''
      if (text === '') throw new BadRequest('q is needed: the text to search')
      return archive.search(storable(text), limitOf(query.get('limit')))
    }
    const [, conversation] = /^\/conversations\/([^/]+)\/messages$/.exec(path) ?? []
    if (conversation === undefined) return undefined
    const before = query.get('before')
    const [id, cursor] = [storable(decoded(conversation)), before && storable(before)]
    return archive.messages(id, cursor, limitOf(query.get('limit')))
  }

  const answer: RequestListener = (request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s)
    if (path === '/metrics') {
      void metrics.read().then((text) => response.writeHead(200, { 'Content-Type': metrics.type }).end(text))
      return
    }
    inTime(read(path, new URLSearchParams(query))).then(
      (found) => {
        if (found === undefined) sendJson(response, 404, { error: 'There is nothing here' })
        else sendJson(response, 200, found)
      },
      (problem: unknown) => {
        if (problem instanceof BadRequest) {
          sendJson(response, 400, { error: problem.message })
          return
        }
        log('error', 'A read failed', { problem: reasonOf(problem) })
        sendJson(response, 503, { error: 'The store did not answer' })
      }
    )
  }

  const callback = receiver && nodeListener(receiver)
  // Whoever keeps connections, such as a load balancer, has to be the first to close one that is idle.
  return createServer({ requestTimeout: 10_000, keepAliveTimeout: 72_000 }, (request, response) => {
    if (callback !== undefined && request.url?.split('?', 1)[0] === '/tencent') void callback(request, response)
    else answer(request, response)
  })
}
