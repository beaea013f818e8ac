import { connect } from 'node:net'

/** What came of one request. */
export interface Exchange {
  /** `undefined` where no answer came. */
  readonly status: number | undefined
  readonly milliseconds: number
}

const timeout = 10_000

const headEnd = '\r\n\r\n'

/** The status of an answer that has arrived to its last byte. */
const statusIn = (received: string): number | undefined => {
  const end = received.indexOf(headEnd)
  if (end < 0) return undefined
  const length = /^content-length: (\d+)/im.exec(received)?.[1]
  if (received.length < end + headEnd.length + Number(length)) return undefined
  return Number(received.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length))
}

/** Sends the requests one after the other over one connection. It ends in any case. */
const sendOver = (port: number, requests: ReadonlyArray<Uint8Array>): Promise<ReadonlyArray<Exchange>> =>
  new Promise((resolve) => {
    const exchanges: Array<Exchange> = []
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let received = ''
    // That of the first includes the time to connect.
    let start = performance.now()
    const send = (): void => {
      const next = requests[exchanges.length]
      if (next === undefined) socket.destroy()
      else socket.write(next)
    }
    socket
      .setEncoding('latin1')
      .setTimeout(timeout, () => socket.destroy())
      .on('connect', send)
      .on('data', (text) => {
        received += String(text)
        const status = statusIn(received)
        if (status === undefined) return
        const now = performance.now()
        exchanges.push({ status, milliseconds: now - start })
        received = ''
        start = now
        send()
      })
      .on('error', () => undefined)
      .on('close', () => {
        const lost = requests.slice(exchanges.length).map(() => ({ status: undefined, milliseconds: Infinity }))
        resolve([...exchanges, ...lost])
      })
  })

/** Sends all requests over so many connections at once. */
export const load = async (
  port: number,
  requests: ReadonlyArray<Uint8Array>,
  connections: number
): Promise<ReadonlyArray<Exchange>> => {
  const share = Math.ceil(requests.length / connections)
  const shares = Array.from({ length: connections }, (_, i) => requests.slice(i * share, (i + 1) * share))
  return (await Promise.all(shares.map((own) => sendOver(port, own)))).flat()
}
