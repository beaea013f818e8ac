import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Replayed, State } from '../../listen/api'
import { utf8Of } from '../options'
import { bodyOf, createBudget } from './came'
import type { Events } from './events'
import { pageOf } from './page'
import { visitorProblem } from './visitor'

export interface PageOptions {
  /** The text of the page's file, where there is one. */
  readonly html: string | undefined
  readonly state: () => State
  readonly events: Events
  /** Takes the JSON that the page sent. */
  readonly replay: (asked: string | undefined) => Promise<Replayed>
}

const headers = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY'
} as const

const strictest = "default-src 'none'; frame-ancestors 'none'"

const open = (response: ServerResponse, status: number, type: string, more: Readonly<Record<string, string>> = {}) =>
  response.writeHead(status, { ...headers, 'Content-Security-Policy': strictest, 'Content-Type': type, ...more })

const json = (
  response: ServerResponse,
  status: number,
  value: object,
  more?: Readonly<Record<string, string>>
): void => {
  open(response, status, 'application/json; charset=utf-8', more).end(JSON.stringify(value))
}

const unbuilt = 'The page is not built: npm run build makes dist/listen.html'

interface Route {
  readonly method: 'GET' | 'POST'
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void
}

/** One replay of the longest kind, and some more. */
const mostAtOnce = 32 * 1024 * 1024

/** The page and what it asks for. What a stranger may not know is behind {@link visitorProblem}. */
export const pageListener = ({ html, state, events, replay }: PageOptions): RequestListener => {
  const page = html === undefined ? undefined : pageOf(html)
  const budget = createBudget(mostAtOnce)

  const answerReplay = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!/^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? '')) {
      json(response, 415, { error: 'The Content-Type must be application/json' })
      return
    }
    const { bytes, problem } = await bodyOf(request, budget)
    const replayed: Replayed =
      problem === undefined ? await replay(utf8Of(bytes)) : { error: 'The request is too long' }
    budget.give({ bytes })
    json(response, 'error' in replayed ? 400 : 200, replayed)
  }

  const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
    [
      '/',
      {
        method: 'GET',
        answer: (_request, response) => {
          if (page === undefined) open(response, 404, 'text/plain; charset=utf-8').end(unbuilt)
          else
            open(response, 200, 'text/html; charset=utf-8', { 'Content-Security-Policy': page.policy }).end(page.html)
        }
      }
    ],
    [
      '/api/state',
      {
        method: 'GET',
        answer: (_request, response) => {
          json(response, 200, state())
        }
      }
    ],
    [
      '/api/events',
      {
        method: 'GET',
        answer: (_request, response) => {
          events.add(open(response, 200, 'text/event-stream'))
        }
      }
    ],
    [
      '/api/replay',
      {
        method: 'POST',
        answer: (request, response) => {
          void answerReplay(request, response)
        }
      }
    ]
  ])

  return (request, response) => {
    const problem = visitorProblem(request)
    if (problem !== undefined) {
      json(response, 403, { error: problem })
      return
    }
    const route = routes.get(String(request.url))
    if (route === undefined) json(response, 404, { error: 'There is nothing here' })
    else if (request.method === route.method) route.answer(request, response)
    else json(response, 405, { error: `The method must be ${route.method}` }, { Allow: route.method })
  }
}
