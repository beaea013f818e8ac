import type { IncomingMessage } from 'node:http'
import { createRoom } from '../../adapters/room'
import { pairsOf } from './headers'

/** A request as it came. */
export interface Came {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>
  readonly body: Body
}

export interface Body {
  readonly bytes: Uint8Array
  /** How many came. */
  readonly length: number
  readonly problem?: 'tooLong' | 'aborted'
}

/** Far more than any callback has. */
const maxReceived = 16 * 1024 * 1024

/** Reads a body. The rest of one that is too long is dropped, so that the sender gets the answer. */
export const bodyOf = async (request: IncomingMessage): Promise<Body> => {
  const incoming: AsyncIterable<Uint8Array> = request
  const room = createRoom()
  let length = 0
  const body = (problem?: Body['problem']): Body => ({
    bytes: room.bytes(),
    length,
    ...(problem && { problem })
  })
  try {
    for await (const chunk of incoming) {
      length += chunk.length
      if (length <= maxReceived) room.add(chunk)
    }
  } catch {
    return body('aborted')
  }
  return length > maxReceived ? body('tooLong') : body()
}

export const cameIn = async (request: IncomingMessage): Promise<Came> => ({
  method: String(request.method),
  target: String(request.url),
  headers: pairsOf(request.rawHeaders),
  body: await bodyOf(request)
})
