/** What the search can find. */
export interface Entry {
  readonly title: string
  /** What is shown beside the title, by language. */
  readonly about: Readonly<Record<string, string>>
  /** Its page, from the root of the site, or of its language. */
  readonly path: string
  /** Whether each language has a page of its own. */
  readonly isTranslated: boolean
  /** What it is found by, besides its title. */
  readonly words: string
}

/** How well a term fits: the title itself, its beginning, a part of it, or only what belongs to it. */
const rankOf = ({ title, words }: Entry, term: string): number => {
  const name = title.toLowerCase()
  if (name === term) return 0
  if (name.startsWith(term)) return 1
  if (name.includes(term)) return 2
  return words.toLowerCase().includes(term) ? 3 : Infinity
}

/** The entries that all words of the query fit, the best first. */
export const find = (entries: ReadonlyArray<Entry>, query: string, most: number): ReadonlyArray<Entry> => {
  const terms = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (terms.length === 0) return []
  return entries
    .map((entry) => ({ entry, rank: terms.reduce((sum, term) => sum + rankOf(entry, term), 0) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ entry }) => entry)
}
