import type { IncomingMessage, ServerResponse } from 'node:http'
import { unreadBody, type CallbackHandler } from 'tencent-im-callbacks'
import { createChunks } from './chunks'
import { isCompressed } from './compressed'
import { limitIn, type DoorOptions } from './options'

export type { DoorOptions } from './options'

/** A request of node:http, and what a body parser may have left on it. */
export interface NodeRequest extends IncomingMessage {
  /** What a body parser made of the body. */
  readonly body?: unknown
  /** The text or bytes that it made that of. */
  readonly rawBody?: unknown
}

const isRaw = (u: unknown): boolean => typeof u === 'string' || u instanceof Uint8Array

const readStream = (request: IncomingMessage, limit: number): Promise<unknown> =>
  new Promise((resolve) => {
    const chunks = createChunks(limit)
    const onData = (chunk: Uint8Array): void => {
      if (chunks.add(chunk)) return
      // The rest is read and dropped, so that the connection can be used again, and the client sees the answer.
      request.off('data', onData).resume()
      resolve(unreadBody('tooLong'))
    }
    request
      .on('data', onData)
      .on('end', () => {
        resolve(chunks.bytes())
      })
      .on('error', () => {
        resolve(unreadBody('aborted'))
      })
      .on('close', () => {
        resolve(unreadBody('aborted'))
      })
  })

/** The bytes of a body, what a parser before us has made of them, or what stands for those that could not be read. */
const readBody = async (request: NodeRequest, limit: number): Promise<unknown> => {
  // A parser that found nothing to read.
  if (request.readableEnded && !request.readableDidRead) return ''
  // Some parsers leave an empty object where they did not read, so what counts is whether anybody read.
  if (request.readableDidRead || request.destroyed) return isRaw(request.rawBody) ? request.rawBody : request.body
  if (!isCompressed(request.headers['content-encoding'])) return readStream(request, limit)
  request.resume()
  return unreadBody('compressed')
}

/**
 * Mounts a handler in a server of node:http, and in all that is built on it: Express, connect, Koa, Nest, Egg and others.
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
): ((request: NodeRequest, response: ServerResponse) => Promise<void>) => {
  const limit = limitIn(handle, options)
  return async (request, response) => {
    const { method, url } = request
    const answer = await handle({ method, url, body: await readBody(request, limit) })
    // Somebody else may have answered meanwhile, such as a time limit of the server.
    if (response.headersSent) return
    const bytes = Buffer.from(JSON.stringify(answer))
    response.statusCode = 200
    response.setHeader('Content-Type', 'application/json; charset=utf-8')
    response.setHeader('Content-Length', bytes.length)
    response.setHeader('Cache-Control', 'no-store')
    response.end(bytes)
  }
}
