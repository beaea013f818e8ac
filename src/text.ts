/** `text` on one line of at most `length` characters. */
export const capped = (text: string, length: number): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`
}

/** V8 makes a text of fewer characters anew when it is cut out of another. */
const shortestSlice = 13

/**
 * The first characters of a text from the request, in memory of their own: what is merely cut out of a URL would keep all
 * of it in memory, with its `Sign`, as long as the callback is kept.
 */
export const excerpt = (text: string, length: number): string => {
  const start = text.slice(0, length)
  return start.length < shortestSlice ? start : (JSON.parse(JSON.stringify(start)) as string)
}
