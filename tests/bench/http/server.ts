import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BlocklistAdd, C2CBeforeSendMsg, handleCallbacks, okResponse, on, type Reply } from 'tencent-im-callbacks'
import { nodeListener } from 'tencent-im-callbacks/node'

// A process of its own, so that what the client costs is not counted.

const answer = (response: ServerResponse): void => {
  const body = JSON.stringify(okResponse())
  response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store'
  })
  response.end(body)
}

/** What people write who check nothing. The answer is the same to the byte. */
const floor = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const chunks: Array<Uint8Array> = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  JSON.parse(Buffer.concat(chunks).toString())
  answer(response)
}

/** The same without a promise, and so without a thought for clients that go away. */
const events = (request: IncomingMessage, response: ServerResponse): void => {
  const chunks: Array<Uint8Array> = []
  request
    .on('data', (chunk: Uint8Array) => {
      chunks.push(chunk)
    })
    .on('end', () => {
      JSON.parse(Buffer.concat(chunks).toString())
      answer(response)
    })
}

/** Fails long after its deadline. */
const stalled = (): Promise<Reply> =>
  new Promise((_, reject) => {
    setTimeout(reject, 3000, new Error('stalled'))
  })

const ours = nodeListener(
  handleCallbacks(
    { sdkAppId: 1400000000, onProblem: () => undefined },
    on(BlocklistAdd, () => undefined),
    on(C2CBeforeSendMsg, stalled)
  )
)

const listeners = new Map(Object.entries({ floor, events, ours }))
const listener = listeners.get(process.argv[2] ?? '') ?? ours
const server = createServer((request, response) => {
  void listener(request, response)
})
server.listen({ port: 0, host: '127.0.0.1', backlog: 2048 }, () => {
  process.send?.((server.address() as AddressInfo).port)
})

const answers: Readonly<Record<string, () => number>> = {
  /** Microseconds of the processor so far. */
  cpu: () => {
    const { user, system } = process.cpuUsage()
    return user + system
  },
  /** Bytes that a collection leaves. */
  heap: () => {
    globalThis.gc?.()
    return process.memoryUsage().heapUsed
  }
}

process.on('message', (question: string) => {
  process.send?.(answers[question]?.())
})
