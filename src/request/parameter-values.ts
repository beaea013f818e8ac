import { ownField } from '../codec/json-object'

/**
 * All values of a URL parameter, by its exact name. They are texts, unless the query parser of a framework made something
 * else of them.
 */
export type ParameterValues = (name: string) => ReadonlyArray<unknown>

const noValues: ReadonlyArray<unknown> = []

const noParameters: ParameterValues = () => noValues

/** A query with or without its question mark. Nothing is an error here: a broken escape stands for itself. */
const fromText = (query: string): ParameterValues => {
  const parameters = new URLSearchParams(query)
  return (name) => parameters.getAll(name)
}

const fromObject =
  (query: object): ParameterValues =>
  (name) => {
    try {
      if (query instanceof URLSearchParams) return query.getAll(name)
      const value = ownField(query, name)
      if (value === undefined) return noValues
      return Array.isArray(value) ? Array.from<unknown>(value) : [value]
    } catch {
      // There is a value, and it is no text.
      return [undefined]
    }
  }

/** A query string, a `URLSearchParams`, or the record that a framework made of one. */
export const parameterValues = (query: unknown): ParameterValues => {
  if (typeof query === 'string') return fromText(query)
  return typeof query === 'object' && query !== null ? fromObject(query) : noParameters
}
