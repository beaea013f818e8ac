/** How many letters have to be added, dropped or replaced to make one word of the other. */
const distance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (const [i, letter] of from.split('').entries()) {
    const next = [i + 1]
    for (let j = 0; j < to.length; j++) {
      const replaced = Number(row[j]) + (letter === to[j] ? 0 : 1)
      next.push(Math.min(replaced, Number(row[j + 1]) + 1, Number(next[j]) + 1))
    }
    row = next
  }
  return Number(row.at(-1))
}

/** The one of the known words that was probably meant. */
const nearest = (typed: string, known: ReadonlyArray<string>): string | undefined => {
  const word = typed.slice(0, 100).toLowerCase()
  const longer = known.find((one) => word.length > 3 && one.toLowerCase().startsWith(word))
  if (longer !== undefined) return longer
  const near = known
    .map((one) => ({ one, far: distance(word, one.toLowerCase()) }))
    .filter(({ far }) => far <= Math.max(2, word.length / 4))
  return near.sort((a, b) => a.far - b.far)[0]?.one
}

/** The end of a message about a word that is not known. */
export const didYouMean = (typed: string, known: ReadonlyArray<string>): string => {
  const meant = nearest(typed, known)
  return meant === undefined ? '' : `; did you mean ${meant}?`
}
