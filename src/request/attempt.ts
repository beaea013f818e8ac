/** What is read from something foreign: `undefined` where reading throws, as getters and proxies can. */
export const attempt = (read: () => unknown): unknown => {
  try {
    return read()
  } catch {
    return undefined
  }
}
