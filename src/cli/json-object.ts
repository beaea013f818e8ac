import { parsedJson } from './parsed-json'
import { UsageError } from './usage-error'

/** The packet that a person gives. */
export const jsonObjectOf = (json: string): object => {
  const value = parsedJson(json)
  if (value === undefined) throw new UsageError('The packet is not JSON')
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError('The packet is not a JSON object')
  }
  return value
}
