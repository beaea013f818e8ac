import { once } from 'node:events'
import { createServer, STATUS_CODES, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { codeOf } from '../code-of'
import { UsageError } from '../usage-error'
import { unreadableOf, type Unreadable } from './unreadable'

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

/** How long, in milliseconds, the other side may take to read why its connection is closed, and to close it, too. */
const lastWords = 1000

/**
 * Opens a server, at a free port if `orAnother` and the port is in use. It answers what is no request by itself, and `unreadable`
 * is told of it.
 */
export const openServer = async (
  listener: RequestListener,
  { host, port, orAnother = false }: Address,
  unreadable: (what: Unreadable) => void = () => undefined
): Promise<OpenServer> => {
  // What HTTP asks of a request, and nobody needs, is no reason not to show it.
  const server = createServer({ keepAliveTimeout: keepAlive, requireHostHeader: false }, listener)
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
  const sockets = new Set<Socket>()
  const busy = new Map<Socket, ServerResponse>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    busy.set(socket, response)
    response.on('close', () => {
      busy.delete(socket)
      if (!server.listening) socket.destroySoon()
    })
  })
  server.on('clientError', (error, socket: Socket) => {
    const response = busy.get(socket)
    if (!socket.writable || socket.bytesRead === 0 || response?.headersSent === true) {
      socket.destroy()
      return
    }
    const what = unreadableOf(error)
    // A request that is under way is listed by itself.
    if (response === undefined) unreadable(what)
    const { status } = what
    socket.end(`HTTP/1.1 ${String(status)} ${String(STATUS_CODES[status])}\r\nConnection: close\r\n\r\n`)
    // Destroyed at once it would be reset, and the answer lost, where more is on its way.
    setTimeout(() => socket.destroy(), lastWords).unref()
  })
  try {
    await once(server.listen(port, host), 'listening')
  } catch (error) {
    const code = codeOf(error)
    if (code === inUse && orAnother) return openServer(listener, { host, port: 0 }, unreadable)
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
