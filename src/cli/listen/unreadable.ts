import type { Kept, KeptRequest } from '../../listen/api'
import { codeOf } from '../code-of'

/** What came to a port and is no request, and how it is answered. */
export interface Unreadable {
  readonly status: 400 | 408 | 431
  readonly says: string
}

/** Requests that there are none of have this in place of a verdict of the library. */
const tag = 'NotHttp'

/** The first byte of a connection of TLS. */
const handshake = 0x16

/** What node says of it. Nothing of what came is told: its code is the parser's own. */
export const unreadableOf = (error: Error & { readonly rawPacket?: Uint8Array }): Unreadable => {
  const code = codeOf(error)
  if (error.rawPacket?.[0] === handshake) {
    return { status: 400, says: 'Not a request of HTTP, but of HTTPS: whatever sends it has to use http:// here' }
  }
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return { status: 431, says: 'Not a request of HTTP: its headers are too long' }
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, says: 'Not a request of HTTP: it did not arrive in time' }
    default:
      return { status: 400, says: `Not a request of HTTP (${code})` }
  }
}

const nothing: KeptRequest = {
  method: 'no request',
  target: '',
  headers: [],
  body: { text: '', encoding: 'utf-8', bytes: 0, isCut: false }
}

/** It is listed like a request, so that nobody wonders why nothing came. */
export const keptUnreadable = (id: number, at: number, { status, says }: Unreadable): Kept => ({
  id,
  at,
  request: nothing,
  verdict: { kind: 'refused', tag, says, issues: [] },
  answer: { status, body: '', from: 'listen', milliseconds: 0, wrong: [] }
})

export const isUnreadable = ({ verdict }: Kept): boolean => verdict.kind === 'refused' && verdict.tag === tag
