import { property } from './property'

/**
 * All values of a URL parameter, by its exact name. They are texts, unless the query parser of a framework made something
 * else of them.
 */
export type ParameterValues = (name: string) => ReadonlyArray<unknown>

const none: ReadonlyArray<unknown> = []

const noParameters: ParameterValues = () => none

interface Pair {
  readonly name: string
  readonly value: string
  readonly previous: Pair | undefined
}

/**
 * Splits a query in which every character stands for itself. Most callbacks have one, and `URLSearchParams` would cost
 * more than all the checks together.
 */
const fromPlainText = (query: string): ParameterValues => {
  let last: Pair | undefined
  for (let start = query.startsWith('?') ? 1 : 0; start < query.length;) {
    const separator = query.indexOf('&', start)
    const end = separator < 0 ? query.length : separator
    const equals = query.indexOf('=', start)
    const nameEnd = equals < 0 || equals > end ? end : equals
    last = { name: query.slice(start, nameEnd), value: query.slice(nameEnd + 1, end), previous: last }
    start = end + 1
  }
  return (name) => {
    let found: Array<string> | undefined
    for (let pair = last; pair !== undefined; pair = pair.previous) {
      if (pair.name === name) (found ??= []).push(pair.value)
    }
    return found?.reverse() ?? none
  }
}

/** A query with or without its question mark. Nothing is an error here: a broken escape stands for itself. */
const fromText = (query: string): ParameterValues => {
  if (!query.includes('%') && !query.includes('+')) return fromPlainText(query)
  const parameters = new URLSearchParams(query)
  return (name) => parameters.getAll(name)
}

const fromObject =
  (query: object): ParameterValues =>
  (name) => {
    try {
      if (query instanceof URLSearchParams) return query.getAll(name)
      // What a record inherits was not in the request.
      const value: unknown = Object.hasOwn(query, name) ? Reflect.get(query, name) : undefined
      if (value === undefined) return none
      return Array.isArray(value) ? Array.from<unknown>(value) : [value]
    } catch {
      // There is a value, and it is no text.
      return [undefined]
    }
  }

/** A query string, a `URLSearchParams`, or the record that a framework made of one. */
export const queryValues = (query: unknown): ParameterValues => {
  if (typeof query === 'string') return fromText(query)
  return typeof query === 'object' && query !== null ? fromObject(query) : noParameters
}

/** From the question mark up to the fragment. */
const searchOf = (url: string): string => {
  const hash = url.indexOf('#')
  const end = hash < 0 ? url.length : hash
  const mark = url.indexOf('?')
  return mark < 0 || mark > end ? '' : url.slice(mark, end)
}

/** `url` wins over `query`. A request with neither has no parameters. */
export const parameterValues = (request: unknown): ParameterValues => {
  const url = property(request, 'url')
  const href = typeof url === 'string' ? url : property(url, 'href')
  return typeof href === 'string' ? fromText(searchOf(href)) : queryValues(property(request, 'query'))
}
