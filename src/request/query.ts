import { isObject } from '../codec/json-object'

/**
 * All URL parameters of a request, in the order in which they were sent: name, value, name, value, as in node's
 * `rawHeaders`. A value is text, unless the query parser of a framework made something else of it.
 */
export type Query = ReadonlyArray<unknown>

/** Halves of characters, which `URLSearchParams` replaces. */
const halves = /[\ud800-\udfff]/

/** Whether `URLSearchParams` takes every character as it stands: no escape, no space, and no half of a character. */
// Stryker disable next-line ArrowFunction,ConditionalExpression,StringLiteral: the slow way finds the same
const isPlain = (text: string): boolean => !text.includes('%') && !text.includes('+') && !halves.test(text)

/** The fast way for a text in which every character stands for itself, as in most callbacks. */
const fromPlainText = (text: string, from: number, to: number): Query => {
  const query: Array<string> = []
  let equals = text.indexOf('=', from)
  for (let start = from; start < to;) {
    const separator = text.indexOf('&', start)
    const end = separator < 0 ? to : Math.min(separator, to)
    // Looked for once a sign, not once a parameter: a long text without one would be searched again and again.
    if (equals >= 0 && equals < start) equals = text.indexOf('=', start)
    const nameEnd = equals < 0 ? end : Math.min(equals, end)
    if (end > start) query.push(text.slice(start, nameEnd), text.slice(nameEnd + 1, end))
    start = end + 1
  }
  return query
}

/**
 * The query that a text has between two places, as the `searchParams` of a URL read it: a broken escape stands for itself.
 * The places are given since a query that was cut out first would take 3 % longer.
 */
const fromText = (text: string, from: number, to: number): Query => {
  if (isPlain(text)) return fromPlainText(text, from, to)
  // As a part of a URL, since a `URLSearchParams` that Node makes of text mistakes letters beside a broken escape. What
  // would not be in the query of a URL is escaped, and the last sign keeps the spaces before it.
  const query = text.slice(from, to).replace(/[\t\n\r#]/g, encodeURIComponent)
  return [...new URL(`http://localhost/?${query}&`).searchParams].flat()
}

/** More values of one parameter than this are not looked at. */
const maxValues = 100

/** What a framework made of a query: a list where it found several values. */
const fromRecord = (record: object): Query => {
  const query: Array<unknown> = []
  for (const [name, given] of Object.entries(record) as ReadonlyArray<readonly [string, unknown]>) {
    const list: ReadonlyArray<unknown> = Array.isArray(given) ? given.slice(0, maxValues) : [given]
    for (const value of list) if (value !== undefined) query.push(name, value)
  }
  return query
}

/** A query string with or without its question mark, a `URLSearchParams`, or the record that a framework made of one. */
export const queryFrom = (query: unknown): Query => {
  const text = query instanceof URLSearchParams ? `?${String(query)}` : query
  if (typeof text === 'string') return fromText(text, text.startsWith('?') ? 1 : 0, text.length)
  return fromRecord(isObject(query) ? query : {})
}

/** The query of a URL: from the first question mark up to the fragment. */
const queryInUrl = (url: string): Query => {
  const hash = url.indexOf('#')
  const end = hash < 0 ? url.length : hash
  const mark = url.indexOf('?')
  return mark < 0 ? [] : fromText(url, mark + 1, end)
}

/** `url` wins over `query`. A request with neither has no parameters. */
export const queryOf = (request: { readonly url?: unknown; readonly query?: unknown }): Query => {
  const { url } = request
  const href = isObject(url) ? url['href'] : url
  return typeof href === 'string' ? queryInUrl(href) : queryFrom(request.query)
}

/** All values of a parameter, by its exact name. */
export const valuesIn = (query: Query, name: string): ReadonlyArray<unknown> => {
  const values: Array<unknown> = []
  for (let i = 0; i < query.length; i += 2) if (query[i] === name) values.push(query[i + 1])
  return values
}
