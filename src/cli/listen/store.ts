import type { Kept } from '../../listen/api'

export interface Limits {
  readonly requests: number
  readonly bytes: number
}

export const limits: Limits = { requests: 1000, bytes: 64 * 1024 * 1024 }

interface Held {
  readonly kept: Kept
  readonly bytes: number
}

/** The last requests, in the order of arrival. The oldest go first where there are too many, or where they are too long. */
export const createStore = ({ requests: mostRequests, bytes: mostBytes }: Limits) => {
  const held = new Map<number, Held>()
  let bytes = 0
  let dropped = 0
  let lastId = 0

  const drop = (id: number, { bytes: own }: Held): void => {
    held.delete(id)
    bytes -= own
    dropped++
  }

  /** Keeps a request, or what is known of it by now. */
  const put = (kept: Kept): void => {
    const { id } = kept
    const before = held.get(id)
    // One that was let go while it waited for its answer does not come back.
    if (before === undefined && id <= lastId) return
    lastId = Math.max(lastId, id)
    const own = Buffer.byteLength(JSON.stringify(kept))
    held.set(id, { kept, bytes: own })
    bytes += own - (before?.bytes ?? 0)
    for (const [oldest, one] of held) {
      if (held.size <= mostRequests && bytes <= mostBytes) break
      drop(oldest, one)
    }
  }

  return {
    put,
    nextId: () => lastId + 1,
    get: (id: number): Kept | undefined => held.get(id)?.kept,
    list: (): ReadonlyArray<Kept> => [...held.values()].map(({ kept }) => kept),
    dropped: () => dropped
  }
}

export type Store = ReturnType<typeof createStore>
