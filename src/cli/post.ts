import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { codeOf } from './code-of'

export interface Sending {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | null
}

export interface Answered {
  readonly _tag: 'Answered'
  readonly status: number
  readonly contentType: string | undefined
  readonly body: Uint8Array
  readonly milliseconds: number
}

export interface Unanswered {
  readonly _tag: 'Unanswered'
  /** `TIMEOUT`, `TOO_LONG`, or the code that node gives the error. */
  readonly code: string
  readonly milliseconds: number
}

export type Post = (sending: Sending) => Promise<Answered | Unanswered>

export interface PostOptions {
  /** How long an answer may take, from the first byte sent to the last one received, in milliseconds. */
  readonly timeout: number
  /** How many connections are open at once. */
  readonly connections: number
}

const maxBytes = 1024 * 1024

/** The whole body, or `undefined` where it is too long. Not to read on closes the connection. */
const readBody = async (response: IncomingMessage): Promise<Uint8Array | undefined> => {
  const incoming: AsyncIterable<Uint8Array> = response
  const chunks: Array<Uint8Array> = []
  let bytes = 0
  for await (const chunk of incoming) {
    bytes += chunk.length
    if (bytes > maxBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Sends requests over HTTP/1.1, with connections that are kept alive, as Tencent does. It follows no redirect. */
export const createPost = ({
  timeout,
  connections
}: PostOptions): { readonly post: Post; readonly close: () => void } => {
  const options = { keepAlive: true, maxSockets: connections }
  const http = new HttpAgent(options)
  const https = new HttpsAgent(options)

  const post: Post = async (sending) => {
    const { url, method, headers, body } = sending
    const signal = AbortSignal.timeout(timeout)
    const started = performance.now()
    const taken = (): number => Math.round(performance.now() - started)
    const sent =
      url.protocol === 'https:'
        ? httpsRequest(url, { method, headers, signal, agent: https })
        : httpRequest(url, { method, headers, signal, agent: http })
    // Of what breaks amid the body the request tells the cause, and the response only that it is not complete.
    let cause: unknown
    try {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        sent.on('response', resolve).on('error', (error) => {
          cause = error
          reject(error)
        })
        sent.end(body)
      })
      const bytes = await readBody(response)
      if (bytes === undefined) return { _tag: 'Unanswered', code: 'TOO_LONG', milliseconds: taken() }
      const status = Number(response.statusCode)
      const contentType = response.headers['content-type']
      return { _tag: 'Answered', status, contentType, body: bytes, milliseconds: taken() }
    } catch (error) {
      if (signal.aborted) return { _tag: 'Unanswered', code: 'TIMEOUT', milliseconds: taken() }
      // The server may close a connection that is kept alive at the very moment when it is used again.
      const code = codeOf(cause ?? error)
      if (sent.reusedSocket && code === 'ECONNRESET') return post(sending)
      return { _tag: 'Unanswered', code, milliseconds: taken() }
    }
  }

  const close = (): void => {
    http.destroy()
    https.destroy()
  }
  return { post, close }
}
