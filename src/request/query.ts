import { isObject } from '../codec/json-object'

/**
 * All URL parameters of a request, in the order in which they were sent. A value is text, unless the query parser of a
 * framework made something else of it.
 */
export interface Query {
  readonly names: ReadonlyArray<string>
  /** The value of the name at the same place. */
  readonly values: ReadonlyArray<unknown>
}

/** Halves of characters, which `URLSearchParams` replaces. */
const halves = /[\ud800-\udfff]/

/** Whether `URLSearchParams` takes every character as it stands: no escape, no space, and no half of a character. */
const isPlain = (query: string): boolean => !query.includes('%') && !query.includes('+') && !halves.test(query)

/** The fast way for a text in which every character stands for itself, as in most callbacks. */
const fromPlainText = (query: string): Query => {
  const names: Array<string> = []
  const values: Array<string> = []
  let equals = query.indexOf('=')
  for (let start = 0; start < query.length;) {
    const separator = query.indexOf('&', start)
    const end = separator < 0 ? query.length : separator
    // Looked for once a sign, not once a parameter: a long text without one would be searched again and again.
    if (equals >= 0 && equals < start) equals = query.indexOf('=', start)
    const nameEnd = equals < 0 || equals > end ? end : equals
    if (end > start) {
      names.push(query.slice(start, nameEnd))
      values.push(query.slice(nameEnd + 1, end))
    }
    start = end + 1
  }
  return { names, values }
}

/** A query without its question mark, as the `searchParams` of a URL read it: a broken escape stands for itself. */
const fromText = (query: string): Query => {
  if (isPlain(query)) return fromPlainText(query)
  // As a part of a URL, since a `URLSearchParams` that Node makes of text mistakes letters beside a broken escape. What
  // would not be in the query of a URL is escaped, and the last sign keeps the spaces before it.
  const { searchParams } = new URL(`http://localhost/?${query.replace(/[\t\n\r#]/g, encodeURIComponent)}&`)
  return { names: [...searchParams.keys()], values: [...searchParams.values()] }
}

/** More values of one parameter than this are not looked at. */
const maxValues = 100

/** What a framework made of a query: a list where it found several values. */
const fromRecord = (record: object): Query => {
  const names: Array<string> = []
  const values: Array<unknown> = []
  for (const [name, given] of Object.entries(record) as ReadonlyArray<readonly [string, unknown]>) {
    const list: ReadonlyArray<unknown> = Array.isArray(given) ? given.slice(0, maxValues) : [given]
    for (const value of list) {
      if (value === undefined) continue
      names.push(name)
      values.push(value)
    }
  }
  return { names, values }
}

/** A query string with or without its question mark, a `URLSearchParams`, or the record that a framework made of one. */
export const queryFrom = (query: unknown): Query => {
  if (typeof query === 'string') return fromText(query.startsWith('?') ? query.slice(1) : query)
  if (query instanceof URLSearchParams) return fromText(String(query))
  return fromRecord(isObject(query) ? query : {})
}

/** The query of a URL: from the first question mark up to the fragment. */
const queryInUrl = (url: string): Query => {
  const hash = url.indexOf('#')
  const beforeHash = hash < 0 ? url : url.slice(0, hash)
  const mark = beforeHash.indexOf('?')
  return fromText(mark < 0 ? '' : beforeHash.slice(mark + 1))
}

/** `url` wins over `query`. A request with neither has no parameters. */
export const queryOf = (request: { readonly url?: unknown; readonly query?: unknown }): Query => {
  const { url } = request
  const href = isObject(url) ? url['href'] : url
  return typeof href === 'string' ? queryInUrl(href) : queryFrom(request.query)
}

/** All values of a parameter, by its exact name. */
export const valuesIn = ({ names, values }: Query, name: string): ReadonlyArray<unknown> =>
  values.filter((_, i) => names[i] === name)
