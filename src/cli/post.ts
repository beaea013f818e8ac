import { Agent as HttpAgent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { createRoom } from '../adapters/room'
import { codeOf } from './code-of'

export interface Sending {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | null
}

/** What `post` takes: headers may also be names and values in turn, as node's `rawHeaders` are, and `path` is sent as it is. */
export interface Outgoing extends Omit<Sending, 'headers'> {
  readonly headers: Sending['headers'] | ReadonlyArray<string>
  /** Path and query, where those of `url` are not to be written in another way. */
  readonly path?: string
}

interface Timed {
  readonly milliseconds: number
  /** The server closed a kept connection as it was used again, so the request was sent on another one. */
  readonly isSecondTry: boolean
}

/** What an answer is judged by. */
export interface Answer {
  readonly _tag: 'Answered'
  readonly status: number
  readonly contentType: string | undefined
  readonly body: Uint8Array
}

export interface Silence {
  readonly _tag: 'Unanswered'
  /** `TIMEOUT`, `TOO_LONG`, or the code that node gives the error. */
  readonly code: string
}

interface Whole extends Answer {
  /** Names and values in turn, as they came. */
  readonly headers: ReadonlyArray<string>
}

export interface Answered extends Whole, Timed {}

export interface Unanswered extends Silence, Timed {}

export type Post = (sending: Outgoing) => Promise<Answered | Unanswered>

export interface PostOptions {
  /** How long an answer may take, from the first byte sent to the last one received, in milliseconds. */
  readonly timeout: number
  /** How many connections are open at once. */
  readonly connections: number
}

interface Agents {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

const maxBytes = 1024 * 1024

/** The whole body, or `undefined` where it is too long. Not to read on closes the connection. */
const readBody = async (response: IncomingMessage): Promise<Uint8Array | undefined> => {
  const incoming: AsyncIterable<Uint8Array> = response
  const room = createRoom()
  let bytes = 0
  for await (const chunk of incoming) {
    bytes += chunk.length
    if (bytes > maxBytes) return undefined
    room.add(chunk)
  }
  return room.bytes()
}

const answerOf = async (response: IncomingMessage): Promise<Whole | Silence> => {
  const status = Number(response.statusCode)
  const contentType = response.headers['content-type']
  const headers = response.rawHeaders
  if (status === 101) {
    // What follows a change of protocols is not a body, and has no end.
    response.destroy()
    return { _tag: 'Answered', status, contentType, headers, body: new Uint8Array() }
  }
  const body = await readBody(response)
  if (body === undefined) return { _tag: 'Unanswered', code: 'TOO_LONG' }
  return { _tag: 'Answered', status, contentType, headers, body }
}

/** Sends a request once. `canRetry` where a kept connection was closed before any byte of an answer came. */
const exchange = async (sending: Outgoing, { http, https }: Agents, signal: AbortSignal) => {
  const { url, path = `${url.pathname}${url.search}`, method, headers, body } = sending
  const options = { path, method, headers, signal }
  let sent: ClientRequest | undefined
  // If the connection breaks amid the body, only the error of the request tells why.
  let cause: unknown
  let bytesBefore = 0
  try {
    // Node throws where a part of a request cannot be sent, such as a space in its path.
    const outgoing = (sent =
      url.protocol === 'https:'
        ? httpsRequest(url, { ...options, agent: https })
        : httpRequest(url, { ...options, agent: http }))
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      outgoing
        .on('socket', ({ bytesRead }) => {
          bytesBefore = bytesRead
        })
        .on('response', resolve)
        .on('upgrade', resolve)
        .on('error', (error) => {
          cause = error
          reject(error)
        })
        .end(body)
    })
    const answer = await answerOf(response)
    // A body without a length ends with the connection, also where that breaks.
    if (answer._tag === 'Answered' && (signal.aborted || cause !== undefined)) throw cause
    return { answer, canRetry: false }
  } catch (error) {
    const code = signal.aborted ? 'TIMEOUT' : codeOf(cause ?? error)
    const isReset = code === 'ECONNRESET' || code === 'EPIPE'
    const canRetry = isReset && sent?.reusedSocket === true && sent.socket?.bytesRead === bytesBefore
    const answer: Silence = { _tag: 'Unanswered', code }
    return { answer, canRetry }
  }
}

/** The others may be closed by now, too. */
const closeIdle = ({ http, https }: Agents): void => {
  const idle = [http, https].flatMap(({ freeSockets }) => Object.values(freeSockets))
  for (const socket of idle.flat()) socket?.destroy()
}

/** Sends requests over HTTP/1.1, with connections that are kept alive, as Tencent does. It follows no redirect. */
export const createPost = ({
  timeout,
  connections
}: PostOptions): { readonly post: Post; readonly close: () => void } => {
  const options = { keepAlive: true, maxSockets: connections }
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) }

  const post: Post = async (sending) => {
    const started = performance.now()
    const controller = new AbortController()
    // Not AbortSignal.timeout: with nothing else to wait for, the program would end before it.
    const timer = setTimeout(() => {
      controller.abort()
    }, timeout)
    const first = await exchange(sending, agents, controller.signal)
    if (first.canRetry) closeIdle(agents)
    const { answer } = first.canRetry ? await exchange(sending, agents, controller.signal) : first
    clearTimeout(timer)
    const milliseconds = Math.round(performance.now() - started)
    return { ...answer, milliseconds, isSecondTry: first.canRetry }
  }

  const close = (): void => {
    agents.http.destroy()
    agents.https.destroy()
  }
  return { post, close }
}
