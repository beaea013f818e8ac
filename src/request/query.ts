import { isObject } from '../codec/json-object'
import { attempt } from './attempt'
import { documentedValues, documentedValuesOfPlainText, type DocumentedValues } from './documented-values'
import { parameterValues, type ParameterValues } from './parameter-values'

/** The URL parameters of a request. */
export interface Query {
  readonly documented: DocumentedValues
  /** For all others. */
  readonly values: ParameterValues
}

const queryInText = (text: string, from: number, to: number): Query => {
  let parsed: ParameterValues | undefined
  const values: ParameterValues = (name) => (parsed ??= parameterValues(text.slice(from, to)))(name)
  const isPlain = text.indexOf('%', from) < 0 && text.indexOf('+', from) < 0
  return { documented: isPlain ? documentedValuesOfPlainText(text, from, to) : documentedValues(values), values }
}

/** From the question mark up to the fragment. */
const queryOfUrl = (url: string): Query => {
  const hash = url.indexOf('#')
  const end = hash < 0 ? url.length : hash
  const mark = url.indexOf('?')
  return queryInText(url, mark < 0 ? end : mark + 1, end)
}

/** A query string with or without its question mark, a `URLSearchParams`, or the record that a framework made of one. */
export const queryFrom = (query: unknown): Query => {
  if (typeof query === 'string') return queryInText(query, query.startsWith('?') ? 1 : 0, query.length)
  const values = parameterValues(query)
  return { documented: documentedValues(values), values }
}

/** `url` wins over `query`. A request with neither has no parameters. */
export const queryOf = (request: { readonly url?: unknown; readonly query?: unknown }): Query => {
  const href = attempt(() => {
    const { url } = request
    return isObject(url) ? url['href'] : url
  })
  return typeof href === 'string' ? queryOfUrl(href) : queryFrom(attempt(() => request.query))
}
