/** Prints a line on the console, and a value of the app's own, which may be one that cannot be shown. */
export const print = (text: string, ...values: ReadonlyArray<unknown>): void => {
  const line = `tencent-im-callbacks: ${text}`
  try {
    console.error(line, ...values)
  } catch {
    console.error(line)
  }
}
