// As nginx writes a variable by default: each byte that is a quotation mark, a control character or not ASCII.
const escapedByte = /\\x([0-9A-Fa-f]{2})/g

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Where the object that begins at `start` ends: after its last brace, which is not within a text. */
const endOfObject = (text: string, start: number): number => {
  let depth = 0
  let isInText = false
  for (let i = start; i < text.length; i++) {
    const character = text[i]
    if (isInText) {
      if (character === '\\') i++
      else if (character === '"') isInText = false
    } else if (character === '"') isInText = true
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0) return i + 1
  }
  return text.length
}

/** A body that a log has in the same line, in JSON, or escaped as a part of JSON or as nginx does it. */
export const inlineBody = (rest: string): string | Uint8Array | undefined => {
  const start = rest.search(/\{\s*(?:"|\\"|\\x22)/)
  const end = rest.lastIndexOf('}') + 1
  if (start < 0 || end < start) return undefined
  const found = rest.slice(start, end)
  if (/^\{\s*\\x22/.test(found)) {
    const bytes = found.replaceAll(escapedByte, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    return Buffer.from(bytes, 'latin1')
  }
  if (/^\{\s*\\"/.test(found)) return isJson(`"${found}"`) ? String(JSON.parse(`"${found}"`)) : undefined
  const own = rest.slice(start, endOfObject(rest, start))
  return isJson(own) ? own : undefined
}
