/** `text` on one line of at most `length` characters. */
export const capped = (text: string, length: number): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`
}

/** What a value is, in words that say nothing of what it holds. */
export const kindOf = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** V8 copies fewer than 13 characters that are cut out of a text; of more it only notes where they are. */
const copied = 12

/**
 * The first characters of a text from the request, in memory of their own: what is merely cut out of a URL would keep all
 * of it in memory, with its `Sign`, as long as the callback is kept.
 */
export const excerpt = (text: string, length: number): string => {
  if (text.length <= Math.min(copied, length)) return text
  let copy = ''
  for (let i = 0; i < Math.min(text.length, length); i += copied) copy += text.slice(i, Math.min(i + copied, length))
  return copy
}
