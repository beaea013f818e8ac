import type { ServerResponse } from 'node:http'
import type { Told } from '../../listen/api'

/** What a page that does not read may have waiting. It asks for the state again after its connection was closed. */
const maxWaiting = 16 * 1024 * 1024

/** Server-sent events, to all pages that are open. */
export const createEvents = () => {
  const open = new Set<ServerResponse>()
  return {
    add: (response: ServerResponse): void => {
      open.add(response)
      response.on('close', () => open.delete(response))
      // The first bytes tell the page that it is connected.
      response.write(':\n\n')
    },
    tell: (told: Told): void => {
      const event = `data: ${JSON.stringify(told)}\n\n`
      for (const response of open) {
        if (response.writableLength > maxWaiting) response.destroy()
        else response.write(event)
      }
    },
    close: (): void => {
      for (const response of open) response.end()
    }
  }
}

export type Events = ReturnType<typeof createEvents>
