import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net'

/** Lets `use` have the URL of a server on a free port of this machine. It is stopped in any case. */
export const withServer = async <A>(server: RequestListener | Server, use: (url: string) => Promise<A>): Promise<A> => {
  const started = typeof server === 'function' ? createServer(server) : server
  started.listen(0, '127.0.0.1')
  await once(started, 'listening')
  try {
    return await use(`http://127.0.0.1:${String((started.address() as AddressInfo).port)}/`)
  } finally {
    started.close()
    started.closeAllConnections()
  }
}

/** The same for a server that speaks no proper HTTP. */
export const withSocketServer = async <A>(
  answer: (socket: Socket) => void,
  use: (url: string) => Promise<A>
): Promise<A> => {
  const sockets: Array<Socket> = []
  const server = createTcpServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    socket.once('data', () => {
      answer(socket)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await use(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`)
  } finally {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
}
