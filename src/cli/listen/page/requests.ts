import type { Kept, Told } from '../../../listen/api'

/** What the page has of the requests, in the order of arrival. */
export interface Requests {
  readonly kept: ReadonlyArray<Kept>
  /** How many older ones the server let go. */
  readonly dropped: number
}

/** A request that is told again takes its own place. Those that the server let go, which are the oldest, go here, too. */
export const withTold = ({ kept: before }: Requests, { kept, dropped }: Told): Requests => {
  const place = before.findLastIndex(({ id }) => id <= kept.id)
  const isKnown = before[place]?.id === kept.id
  const after = isKnown ? before.with(place, kept) : before.toSpliced(place + 1, 0, kept)
  return { kept: after.filter(({ id }) => id > dropped), dropped }
}
