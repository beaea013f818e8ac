import type { IncomingMessage } from 'node:http'

const hosts = ['localhost', '127.0.0.1', '[::1]']

/** A name that leads to this machine may be another site's, and any site may have its visitors send requests here. */
export const visitorProblem = ({ headers, socket, method, url }: IncomingMessage): string | undefined => {
  const { host, origin } = headers
  const site = headers['sec-fetch-site']
  const own = hosts.map((name) => new URL(`http://${name}:${String(socket.localPort)}`).host)
  if (host === undefined || !own.includes(host)) return 'The Host is not that of this page'
  if (origin !== undefined && origin !== `http://${host}`) return 'The Origin is not that of this page'
  // A link on another site may lead to the page, and no further.
  const isOwn = site === undefined || site === 'same-origin' || site === 'none'
  if (!isOwn && url !== '/') return 'The request comes from another site'
  if (method === 'POST' && origin === undefined && site !== 'same-origin') return 'The request has no Origin'
  return undefined
}
