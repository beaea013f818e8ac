import { once } from 'node:events'
import { request, type Agent, type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'

export interface Sent {
  readonly method?: string
  readonly path?: string
  readonly query?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Uint8Array
}

export interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly contentType: string | undefined
  readonly body: string
}

/** Not fetch, which adds a Content-Type. */
export const exchange = async (port: number, sent: Sent, agent?: Agent): Promise<Answer> => {
  const { method = 'POST', path = '/', query = '', headers = {}, body = '' } = sent
  const target = { host: '127.0.0.1', port, method, path: query === '' ? path : `${path}?${query}` }
  const length = 'Transfer-Encoding' in headers ? {} : { 'Content-Length': Buffer.byteLength(body) }
  const outgoing = request({ ...target, headers: { ...length, ...headers }, ...(agent && { agent }) }).end(body)
  // An error that comes after the answer began fails the reading of its body.
  outgoing.on('error', () => undefined)
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
  return {
    status: response.statusCode,
    headers: response.headers,
    contentType: response.headers['content-type'],
    body: await text(response)
  }
}
