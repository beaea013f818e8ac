import type { Readable } from 'node:stream'
import { unreadBody, type CallbackHandler } from 'tencent-im-callbacks'
import { createChunks } from './chunks'
import { isCompressed } from './compressed'
import { limitIn } from './options'

/** Options of a door. */
export interface DoorOptions {
  /** How many bytes of a body are read at most. 1 MiB by default, which is more than any callback has. */
  readonly limit?: number | undefined
}

/** A request of node:http or node:http2, and what a body parser may have left on it. */
export interface NodeRequest extends Readable {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: { readonly 'content-encoding'?: string | undefined }
  /** What a body parser made of the body. */
  readonly body?: unknown
  /** The text or bytes that it made that of. */
  readonly rawBody?: unknown
}

/** A response of node:http or node:http2. */
export interface NodeResponse {
  readonly headersSent: boolean
  writeHead(status: number, headers: Readonly<Record<string, string | number>>): unknown
  end(body: string): unknown
}

const isRaw = (u: unknown): boolean => typeof u === 'string' || u instanceof Uint8Array

const readStream = (request: NodeRequest, limit: number): Promise<unknown> =>
  new Promise((resolve) => {
    const chunks = createChunks(limit)
    request
      .on('data', (chunk: Uint8Array | string) => {
        // A text where somebody has called `setEncoding`.
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk, request.readableEncoding ?? undefined) : chunk
        // The rest is read and dropped, so that the client gets the answer, and can use the connection again.
        if (!chunks.add(bytes)) resolve(unreadBody('tooLong'))
      })
      .on('end', () => {
        resolve(chunks.bytes())
      })
      .on('close', () => {
        resolve(unreadBody('aborted'))
      })
  })

/** The bytes of a body, what a parser before us has made of them, or what stands for those that could not be read. */
const readBody = (request: NodeRequest, limit: number): unknown => {
  // Some parsers leave an empty object where they did not read, so what counts is whether anybody read.
  if (request.readableDidRead) {
    const { body = unreadBody('alreadyRead'), rawBody } = request
    return isRaw(rawBody) ? rawBody : body
  }
  if (request.readableEnded) return ''
  if (request.destroyed) return unreadBody('aborted')
  // Without a listener, the error of a client that goes away would end the process. `close` follows it.
  request.on('error', () => undefined)
  if (!isCompressed(request.headers['content-encoding'])) return readStream(request, limit)
  request.resume()
  return unreadBody('compressed')
}

/**
 * Mounts a handler in a node:http server and in everything built on it: Express, connect, Koa, Nest, Egg and others.
 * It reads a body of any `Content-Type`, unless a parser before it has done so, and always answers HTTP 200 with JSON,
 * since Tencent counts anything else as a callback that failed. The promise never rejects.
 *
 * @throws TypeError that names the mistake, if an option is wrong.
 * @example
 * import { createServer } from 'node:http'
 * import { BlocklistAdd, handleCallbacks, on } from 'tencent-im-callbacks'
 * import { nodeListener } from 'tencent-im-callbacks/node'
 *
 * const handle = handleCallbacks(
 *   { sdkAppId: 1400000000 },
 *   on(BlocklistAdd, ({ packet }) => console.log(packet.PairList))
 * )
 * const server = createServer(nodeListener(handle)).listen(0)
 *
 * server.close()
 */
export const nodeListener = (
  handle: CallbackHandler,
  options: DoorOptions = {}
): ((request: NodeRequest, response: NodeResponse) => Promise<void>) => {
  const limit = limitIn(handle, options)
  return async (request, response) => {
    const { method, url } = request
    const answer = await handle({ method, url, body: await readBody(request, limit) })
    // Somebody else may have answered meanwhile, such as a time limit of the server.
    if (response.headersSent) return
    const body = JSON.stringify(answer)
    response.writeHead(200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store'
    })
    // A text goes out with its headers at once, and bytes would not.
    response.end(body)
  }
}
