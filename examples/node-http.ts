import { createServer, type IncomingMessage } from 'node:http'
import { pathToFileURL } from 'node:url'
import {
  BlocklistAdd,
  BlocklistDelete,
  describeError,
  failResponse,
  parseCallback,
  responseTo
} from 'tencent-im-callbacks'
import type { CallbackConfig, CallbackOf } from 'tencent-im-callbacks'

type Blocklist = CallbackOf<typeof BlocklistAdd | typeof BlocklistDelete>

const maxBytes = 1024 * 1024

/** Reads any Content-Type. What is too long is read to its end, but not kept: only then can it be answered. */
const readBody = async (request: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Array<Buffer> = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes <= maxBytes) chunks.push(chunk)
  }
  if (bytes > maxBytes) throw new Error('The body is longer than 1 MiB')
  return Buffer.concat(chunks)
}

/** `work` is what the app does with a callback. It has two seconds, and the answer is OK only if it succeeds. */
export const createCallbackServer = (
  config: CallbackConfig,
  work: (callback: Blocklist) => unknown,
  log: (problem: unknown) => void = console.error
) => {
  const parse = parseCallback(BlocklistAdd, BlocklistDelete)(config)

  const answer = async (request: IncomingMessage) => {
    const result = parse({ method: request.method, url: request.url, body: await readBody(request) })
    if (result._tag === 'Right') await work(result.right)
    else log(describeError(result.left))
    return responseTo(result)
  }

  return createServer((request, response) => {
    void answer(request)
      .catch((problem: unknown) => {
        log(problem)
        return failResponse('The callback was not handled')
      })
      .then((json) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(json)))
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const server = createCallbackServer({ sdkAppId: process.env.SDK_APP_ID ?? 1400000000 }, ({ command, packet }) => {
    const verb = command === 'Sns.CallbackBlackListAdd' ? 'blocked' : 'unblocked'
    for (const pair of packet.PairList) console.log(`${pair.From_Account} ${verb} ${pair.To_Account}`)
  })
  server.listen(Number(process.env.PORT ?? 3000), () => {
    console.log('Listening on', server.address())
  })
}
