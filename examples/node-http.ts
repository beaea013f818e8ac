import { createServer, type IncomingMessage } from 'node:http'
import { pathToFileURL } from 'node:url'
import { BlocklistAdd, BlocklistDelete, failResponse, parseCallback, responseTo } from 'tencent-im-callbacks'

const parse = parseCallback(BlocklistAdd, BlocklistDelete)({ sdkAppId: process.env.SDK_APP_ID ?? 1400000000 })
const limit = 1024 * 1024

/** The body, whatever its Content-Type is. It rejects if the body is too long, or if the client goes away. */
const read = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Array<Buffer> = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= limit) chunks.push(chunk)
  }
  if (length > limit) throw new Error('the body is too long')
  return Buffer.concat(chunks)
}

const handle = async (request: IncomingMessage): Promise<unknown> => {
  const result = parse({ method: request.method, url: request.url, body: await read(request) })
  if (result._tag === 'Right') {
    const verb = result.right.command === 'Sns.CallbackBlackListAdd' ? 'blocked' : 'unblocked'
    for (const { From_Account, To_Account } of result.right.packet.PairList) {
      console.log(`${From_Account} ${verb} ${To_Account}`)
    }
  }
  return responseTo(result)
}

export const server = createServer((request, response) => {
  handle(request)
    .catch((error: unknown) => {
      console.error(error)
      return failResponse('The callback could not be handled')
    })
    .then((answer) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer)))
    .catch(console.error)
})

// Run as a program, not imported.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  server.listen(Number(process.env.PORT ?? 3000), () => {
    console.log('listening on', server.address())
  })
}
