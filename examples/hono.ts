import { Hono } from 'hono'
import { BlocklistAdd, BlocklistDelete, describeError, failResponse, okResponse } from 'tencent-im-callbacks'
import { parseCallback, responseTo, type CallbackConfig, type CallbackOf } from 'tencent-im-callbacks'

type Work = (callback: CallbackOf<typeof BlocklistAdd | typeof BlocklistDelete>) => unknown

/** Reads any Content-Type. What is longer than 1 MiB is read to its end, but not kept: only then can it be answered. */
const readBody = async (body: AsyncIterable<Uint8Array<ArrayBuffer>> | null): Promise<ArrayBuffer> => {
  const chunks: Array<Uint8Array<ArrayBuffer>> = []
  let bytes = 0
  for await (const chunk of body ?? []) if ((bytes += chunk.length) <= 1024 * 1024) chunks.push(chunk)
  if (bytes > 1024 * 1024) throw new Error('The body is longer than 1 MiB')
  return new Blob(chunks).arrayBuffer()
}

/**
 * `work` is what your app does with a callback. It has two seconds, and the answer is OK only if it succeeds.
 *
 * Workers, Deno, Bun and the route handlers of Next.js call the app's `fetch`; on Node `serve(app)` does.
 */
export const createHonoApp = (config: CallbackConfig, work: Work, log = console.error) => {
  const parse = parseCallback(BlocklistAdd, BlocklistDelete)(config)

  return new Hono().all('*', async (context) => {
    try {
      const { method, url, raw } = context.req
      const result = parse({ method, url, body: await readBody(raw.body) })
      if (result._tag === 'Right') await work(result.right)
      // Another callback that is switched on: FAIL could stop its event.
      else if (result.left._tag === 'UnexpectedCommand') return context.json(okResponse())
      else log(describeError(result.left))
      return context.json(responseTo(result))
    } catch (problem) {
      log(problem)
      return context.json(failResponse('The callback was not handled'))
    }
  })
}
