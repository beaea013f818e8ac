import type { Kept, Verdict } from '../../../listen/api'

export const verdictChoices = ['all', 'right', 'undocumented', 'unknown', 'refused', 'wrongAnswer'] as const
export type VerdictChoice = (typeof verdictChoices)[number]

export interface Filter {
  /** Empty text is any command. */
  readonly command: string
  readonly verdict: VerdictChoice
  readonly text: string
}

export const noFilter: Filter = { command: '', verdict: 'all', text: '' }

export const hasUndocumented = (verdict: Verdict): boolean =>
  verdict.kind === 'callback' && verdict.undocumented.fields.length + verdict.undocumented.parameters.length > 0

const isOfVerdict = ({ verdict, answer }: Kept, choice: VerdictChoice): boolean => {
  switch (choice) {
    case 'all':
      return true
    case 'right':
      return verdict.kind === 'callback'
    case 'undocumented':
      return hasUndocumented(verdict)
    case 'unknown':
    case 'refused':
      return verdict.kind === choice
    case 'wrongAnswer':
      return answer !== undefined && answer.wrong.length > 0
  }
}

const searched = new WeakMap<Kept, string>()

/** All text of a request, made once: bodies may be long, and people type quickly. */
const textOf = (kept: Kept): string => {
  const found = searched.get(kept)
  if (found !== undefined) return found
  const { request, verdict, answer } = kept
  const about = verdict.kind === 'callback' ? [verdict.name, verdict.about] : []
  const headers = request.headers.flat()
  const text = [verdict.command, ...about, request.target, ...headers, request.body.text, answer?.body]
    .join('\n')
    .toLowerCase()
  searched.set(kept, text)
  return text
}

export const filtered = (kept: ReadonlyArray<Kept>, { command, verdict, text }: Filter): ReadonlyArray<Kept> => {
  const wanted = text.trim().toLowerCase()
  return kept.filter(
    (one) =>
      (command === '' || one.verdict.command === command) &&
      isOfVerdict(one, verdict) &&
      (wanted === '' || textOf(one).includes(wanted))
  )
}

/** The commands that there are to choose from. */
export const commandsIn = (kept: ReadonlyArray<Kept>): ReadonlyArray<string> =>
  [...new Set(kept.flatMap(({ verdict }) => verdict.command ?? []))].sort()
