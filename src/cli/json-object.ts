import { UsageError } from './usage-error'

/** The packet that a person gives. */
export const jsonObjectOf = (json: string): object => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new UsageError('The packet is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError('The packet is not a JSON object')
  }
  return value
}
