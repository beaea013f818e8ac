import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { codeOf } from '../code-of'
import { UsageError } from '../usage-error'

export interface OpenServer {
  /** `http://127.0.0.1:3939/` */
  readonly url: string
  /** Ends it when the requests that are there are answered, and after so many milliseconds in any case. */
  readonly close: (patience: number) => Promise<void>
}

export interface Address {
  readonly host: string
  readonly port: number
  /** Whether another port will do where this one is in use. */
  readonly orAnother?: boolean
}

const inUse = 'EADDRINUSE'

const problemOf = (code: string, host: string, port: number): string =>
  code === inUse
    ? `The port ${String(port)} is in use: give another one`
    : `The port ${String(port)} of ${host} cannot be opened (${code})`

/** Tunnels keep their connections for up to 90 seconds, and a request on one that closes meanwhile is lost. */
const keepAlive = 120_000

/** Opens a server, at a free port if `orAnother` and the port is in use. */
export const openServer = async (
  listener: RequestListener,
  { host, port, orAnother = false }: Address
): Promise<OpenServer> => {
  const server = createServer({ keepAliveTimeout: keepAlive }, listener)
  const sockets = new Set<Socket>()
  const busy = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    busy.add(socket)
    response.on('close', () => {
      busy.delete(socket)
      if (!server.listening) socket.destroySoon()
    })
  })
  try {
    await once(server.listen(port, host), 'listening')
  } catch (error) {
    const code = codeOf(error)
    if (code === inUse && orAnother) return openServer(listener, { host, port: 0 })
    throw new UsageError(problemOf(code, host, port))
  }
  const { address, family, port: opened } = server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${String(opened)}/`,
    close: async (patience) => {
      const closed = once(server, 'close')
      server.close()
      // Those that are kept alive would keep the process alive, too.
      for (const socket of sockets) if (!busy.has(socket)) socket.destroy()
      const timer = setTimeout(() => {
        for (const socket of sockets) socket.destroy()
      }, patience)
      await closed
      clearTimeout(timer)
    }
  }
}
