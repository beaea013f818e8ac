import Koa from 'koa'
import { BlocklistAdd, BlocklistDelete, parseCallback } from 'tencent-im-callbacks'
import { describeError, failResponse, responseTo, type CallbackConfig, type CallbackOf } from 'tencent-im-callbacks'

type Work = (callback: CallbackOf<typeof BlocklistAdd | typeof BlocklistDelete>) => unknown

/** Reads any Content-Type. What is longer than 1 MiB is read to its end, but not kept: only then can it be answered. */
const readBody = async (request: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Array<Buffer> = []
  let bytes = 0
  for await (const chunk of request) if ((bytes += chunk.length) <= 1024 * 1024) chunks.push(chunk)
  if (bytes > 1024 * 1024) throw new Error('The body is longer than 1 MiB')
  return Buffer.concat(chunks)
}

/** `work` is what your app does with a callback. It has two seconds, and the answer is OK only if it succeeds. */
export const createKoaApp = (config: CallbackConfig, work: Work, log = console.error) => {
  const parse = parseCallback(BlocklistAdd, BlocklistDelete)(config)

  return new Koa().use(async (context) => {
    try {
      const result = parse({ method: context.method, url: context.url, body: await readBody(context.req) })
      if (result._tag === 'Right') await work(result.right)
      else log(describeError(result.left))
      context.body = responseTo(result)
    } catch (problem) {
      log(problem)
      context.body = failResponse('The callback was not handled')
    }
  })
}
