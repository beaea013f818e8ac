import type { Kept } from '../../../listen/api'

/** How a request stands, its answer included: what the list shows as a mark. */
export type Standing = 'right' | 'wrong' | 'unknown' | 'waiting'

export const standingOf = ({ verdict, answer }: Kept): Standing => {
  if (verdict.kind === 'refused') return 'wrong'
  if (answer === undefined) return 'waiting'
  if (answer.wrong.length > 0) return 'wrong'
  return verdict.kind === 'unknown' ? 'unknown' : 'right'
}
