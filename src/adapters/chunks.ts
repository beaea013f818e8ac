import { createRoom } from './room'

/** The bytes of a body as they come. */
export interface Chunks {
  /** Takes the next bytes, unless there are too many of them altogether. */
  readonly add: (chunk: Uint8Array) => boolean
  readonly bytes: () => Uint8Array
}

/** Collects at most `limit` bytes. */
export const createChunks = (limit: number): Chunks => {
  let room = createRoom()
  let length = 0
  return {
    add: (chunk) => {
      length += chunk.byteLength
      if (length > limit) {
        // Not even those that came before are kept while the rest is dropped.
        room = createRoom()
        return false
      }
      room.add(chunk)
      return true
    },
    bytes: () => room.bytes()
  }
}
