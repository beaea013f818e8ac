const isObject = (u: unknown): u is Readonly<Record<string, unknown>> => typeof u === 'object' && u !== null

/** A property of anything: `undefined` where there is none, and where reading it throws, as getters and proxies can. */
export const property = (of: unknown, key: string): unknown => {
  try {
    return isObject(of) ? of[key] : undefined
  } catch {
    return undefined
  }
}
