export type JsonObject = Readonly<Record<string, unknown>>

export const isJsonObject = (u: unknown): u is JsonObject => typeof u === 'object' && u !== null && !Array.isArray(u)

/** The object that a text holds: an empty one where it is something else. */
export const jsonObjectIn = (text: string): JsonObject => {
  const value: unknown = JSON.parse(text)
  return isJsonObject(value) ? value : {}
}
