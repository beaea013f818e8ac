import { Agent } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { SentRequest } from 'tencent-im-callbacks/testing'
import { exchange } from '../../support/exchange'

/** Sends callbacks over connections that are kept, to each port in turn. */
export const createSender = (ports: ReadonlyArray<number>) => {
  const agent = new Agent({ keepAlive: true })
  let turn = 0
  return {
    /** Whether it was accepted. */
    send: async ({ query, body }: SentRequest): Promise<boolean> => {
      const port = ports[turn++ % ports.length] ?? 0
      const answer = await exchange(port, { path: '/tencent', query, body }, agent)
      return answer.body.includes('"ActionStatus":"OK"')
    },
    close: () => {
      agent.destroy()
    }
  }
}

type Send = ReturnType<typeof createSender>['send']

/** As fast as they are answered, so many at once. It tells how many were accepted in a second. */
export const fastest = async (
  requests: ReadonlyArray<SentRequest>,
  connections: number,
  send: Send
): Promise<number> => {
  let next = 0
  let accepted = 0
  const begin = performance.now()
  const connection = async () => {
    for (let one = requests[next++]; one !== undefined; one = requests[next++]) if (await send(one)) accepted++
  }
  await Promise.all(Array.from({ length: connections }, connection))
  return (accepted / (performance.now() - begin)) * 1000
}

/**
 * So many a second, however long answers take. A time counts from when a callback was due, so that a server that stalls
 * cannot hide it. Where one is not accepted, its time is infinite.
 */
export const paced = async (
  requests: ReadonlyArray<SentRequest>,
  perSecond: number,
  send: Send
): Promise<ReadonlyArray<number>> => {
  const times: Array<Promise<number>> = []
  const begin = performance.now()
  const timeOf = async (request: SentRequest, due: number) =>
    (await send(request)) ? performance.now() - due : Infinity
  for (const [index, request] of requests.entries()) {
    const due = begin + (index / perSecond) * 1000
    while (performance.now() < due) await setTimeout(1)
    times.push(timeOf(request, due))
  }
  return (await Promise.all(times)).sort((a, b) => a - b)
}
