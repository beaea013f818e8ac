export type JsonObject = Readonly<Record<string, unknown>>

export const isJsonObject = (u: unknown): u is JsonObject => typeof u === 'object' && u !== null && !Array.isArray(u)
