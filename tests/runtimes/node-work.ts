import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type * as Library from 'tencent-im-callbacks'
import type { nodeListener as NodeListener } from 'tencent-im-callbacks/node'
import { body, packet, query } from '../fixtures/blocklist'

/** Mounts the node door in a server of the runtime, calls it, and gives the number of results that were right. */
export const nodeWork = async (library: typeof Library, nodeListener: typeof NodeListener): Promise<number> => {
  const done: Array<string> = []
  const handle = library.handleCallbacks(
    { sdkAppId: 1400000000, onProblem: () => undefined },
    library.on(library.BlocklistAdd, ({ command }) => void done.push(command))
  )
  const server = createServer(nodeListener(handle))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/tencent?${query}`
  const expected: ReadonlyArray<[title: string, init: RequestInit, actionStatus: string]> = [
    ['a callback', { method: 'POST', body }, 'OK'],
    ['a body that is too long', { method: 'POST', body: ' '.repeat(2 ** 21) }, 'FAIL'],
    ['a callback after that', { method: 'POST', body }, 'OK'],
    ['a GET', { method: 'GET' }, 'FAIL']
  ]
  try {
    for (const [title, init, actionStatus] of expected) {
      const response = await fetch(url, init)
      const answer = (await response.json()) as { readonly ActionStatus: string }
      if (response.status !== 200 || answer.ActionStatus !== actionStatus) {
        throw new Error(`The node door, ${title}: ${String(response.status)} ${JSON.stringify(answer)}`)
      }
    }
    if (done.join() !== [packet.CallbackCommand, packet.CallbackCommand].join()) {
      throw new Error(`The node door has done ${done.join()}`)
    }
    return expected.length + 1
  } finally {
    server.close()
    server.closeAllConnections()
  }
}
