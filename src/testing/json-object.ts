import { isObject, type JsonObject } from '../codec/json-object'

/** The object that a text holds: an empty one where it is something else. */
export const jsonObjectIn = (text: string): JsonObject => {
  const value: unknown = JSON.parse(text)
  return isObject(value) ? value : {}
}
