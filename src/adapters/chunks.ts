/** The bytes of a body as they come. */
export interface Chunks {
  /** Takes the next bytes, unless there are too many of them altogether. */
  readonly add: (chunk: Uint8Array) => boolean
  readonly bytes: () => Uint8Array
}

/** Collects at most `limit` bytes. */
export const createChunks = (limit: number): Chunks => {
  const chunks: Array<Uint8Array> = []
  let length = 0
  return {
    add: (chunk) => {
      length += chunk.byteLength
      if (length > limit) {
        // Not even those that came before are kept while the rest is dropped.
        chunks.length = 0
        return false
      }
      chunks.push(chunk)
      return true
    },
    bytes: () => {
      const all = new Uint8Array(length)
      let offset = 0
      for (const chunk of chunks) {
        all.set(chunk, offset)
        offset += chunk.byteLength
      }
      return all
    }
  }
}
