import { unreadBody, type CallbackHandler } from 'tencent-im-callbacks'
import { createChunks } from './chunks'
import { isCompressed } from './compressed'
import { limitIn } from './options'

/** Options of a door. */
export interface DoorOptions {
  /** How many bytes of a body are read at most. 1 MiB by default, which is more than any callback has. */
  readonly limit?: number | undefined
}

type Reader = ReadableStreamDefaultReader<Uint8Array>

/** Reads and drops up to so many bytes. Only then is a body given back, since on Node that costs the connection. */
const drop = async (reader: Reader, most: number): Promise<void> => {
  for (let length = 0; length < most;) {
    const { done, value } = await reader.read()
    if (done) return
    length += value.byteLength
  }
  // The answer neither waits for that, nor depends on it.
  reader.cancel().catch(() => undefined)
}

/** The bytes of a body, or what stands for those that could not be read. */
const readBody = async ({ body, bodyUsed, headers }: Request, limit: number): Promise<unknown> => {
  if (body === null) return ''
  // Somebody else reads it or has read it, and a second time it cannot be read.
  if (bodyUsed || body.locked) return unreadBody('alreadyRead')
  const chunks = createChunks(limit)
  const reader: Reader = body.getReader()
  try {
    if (isCompressed(headers.get('Content-Encoding'))) {
      await drop(reader, 16 * limit)
      return unreadBody('compressed')
    }
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return chunks.bytes()
      if (!chunks.add(value)) {
        await drop(reader, 15 * limit)
        return unreadBody('tooLong')
      }
    }
  } catch {
    return unreadBody('aborted')
  }
}

/**
 * Mounts a handler in servers that work with `Request` and `Response`: Next.js, Hono, Workers, Bun, Deno, SvelteKit and
 * others. It reads a body of any `Content-Type`, and always answers HTTP 200 with JSON, since Tencent counts anything
 * else as a callback that failed.
 *
 * @throws TypeError that names the mistake, if an option is wrong.
 * @example
 * import assert from 'node:assert/strict'
 * import { BlocklistAdd, handleCallbacks, on } from 'tencent-im-callbacks'
 * import { fetchHandler } from 'tencent-im-callbacks/fetch'
 * import { exampleRequest } from 'tencent-im-callbacks/testing'
 *
 * const POST = fetchHandler(handleCallbacks({ sdkAppId: 1400000000 }, on(BlocklistAdd, () => {})))
 *
 * const main = async () => {
 *   const { query, method, body } = exampleRequest(BlocklistAdd)
 *   const response = await POST(new Request(`https://example.com/tencent?${query}`, { method, body }))
 *   assert.deepEqual(await response.json(), { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })
 * }
 * void main()
 */
export const fetchHandler = (
  handle: CallbackHandler,
  options: DoorOptions = {}
): ((request: Request) => Promise<Response>) => {
  const limit = limitIn(handle, options)
  return async (request) => {
    const { method, url } = request
    const answer = await handle({ method, url, body: await readBody(request, limit) })
    const bytes = new TextEncoder().encode(JSON.stringify(answer))
    return new Response(bytes, {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': String(bytes.byteLength),
        'Cache-Control': 'no-store'
      }
    })
  }
}
