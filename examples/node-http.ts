import { createServer, type IncomingMessage } from 'node:http'
import { BlocklistAdd, BlocklistDelete, describeError, failResponse, okResponse } from 'tencent-im-callbacks'
import { parseCallback, responseTo, type CallbackConfig, type CallbackOf } from 'tencent-im-callbacks'

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
export const createCallbackServer = (config: CallbackConfig, work: Work, log = console.error) => {
  const parse = parseCallback(BlocklistAdd, BlocklistDelete)(config)

  const answer = async (request: IncomingMessage) => {
    try {
      const result = parse({ method: request.method, url: request.url, body: await readBody(request) })
      if (result._tag === 'Right') await work(result.right)
      // Another callback that is switched on: FAIL could stop its event.
      else if (result.left._tag === 'UnexpectedCommand') return okResponse()
      else log(describeError(result.left))
      return responseTo(result)
    } catch (problem) {
      log(problem)
      return failResponse('The callback was not handled')
    }
  }

  return createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json')
    void answer(request).then((json) => response.end(JSON.stringify(json)))
  })
}
