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
  readonly problem?: 'tooLong' | 'noRoom' | 'aborted'
}

/** Far more than any callback has. */
const maxReceived = 16 * 1024 * 1024

/** The memory for all bodies that are there at one time. */
export interface Budget {
  /** Takes so many bytes of it, if they are there. */
  readonly take: (bytes: number) => boolean
  /** Gives back what a body has taken, when nobody needs it any more. */
  readonly give: (body: Pick<Body, 'bytes'>) => void
}

export const createBudget = (most: number): Budget => {
  let taken = 0
  return {
    take: (bytes) => {
      if (taken + bytes > most) return false
      taken += bytes
      return true
    },
    give: ({ bytes }) => {
      taken -= bytes.length
    }
  }
}

/** Reads a body. The rest of one that is too long is dropped, so that the sender gets the answer. */
export const bodyOf = async (request: IncomingMessage, budget: Budget): Promise<Body> => {
  const incoming: AsyncIterable<Uint8Array> = request
  let room = createRoom()
  let length = 0
  let hasRoom = true
  const body = (problem?: Body['problem']): Body => ({
    bytes: room.bytes(),
    length,
    ...(problem && { problem })
  })
  try {
    for await (const chunk of incoming) {
      length += chunk.length
      if (length > maxReceived || !hasRoom) continue
      hasRoom = budget.take(chunk.length)
      if (hasRoom) room.add(chunk)
      else {
        budget.give({ bytes: room.bytes() })
        room = createRoom()
      }
    }
  } catch {
    return body('aborted')
  }
  if (!hasRoom) return body('noRoom')
  return length > maxReceived ? body('tooLong') : body()
}

export const cameIn = async (request: IncomingMessage, budget: Budget): Promise<Came> => ({
  method: String(request.method),
  target: String(request.url),
  headers: pairsOf(request.rawHeaders),
  body: await bodyOf(request, budget)
})
