/** What JSON says, in an object: `null` is a value, too. */
export const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

/** JSON for a person to read or edit; any other text, and what is nested too deeply to be written, as it is. */
export const pretty = (text: string): string => {
  const json = parsed(text)
  if (json === undefined) return text
  try {
    return JSON.stringify(json.value, null, 2)
  } catch {
    return text
  }
}

/** Why a text is not JSON. */
export const problemIn = (text: string): string | undefined => {
  try {
    JSON.parse(text)
    return undefined
  } catch (problem) {
    return (problem as SyntaxError).message
  }
}
