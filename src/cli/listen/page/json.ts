import { parsedJson } from '../../parsed-json'

/** JSON for a person to read or edit; any other text, and what is nested too deeply to be written, as it is. */
export const pretty = (text: string): string => {
  const value = parsedJson(text)
  if (value === undefined) return text
  try {
    return JSON.stringify(value, null, 2)
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
