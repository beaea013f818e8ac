import { visible } from '../../../foreign'

/** Deeper than any packet, and far less than what this function can take. */
const maxDepth = 100

const width = 90

export const textLiteral = (text: string): string =>
  `'${visible(text.replaceAll('\\', '\\\\').replaceAll("'", "\\'"))}'`

// `__proto__: …` in a literal would not make a field.
const keyLiteral = (key: string): string => {
  if (key === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : textLiteral(key)
}

/** A value that JSON can hold, as TypeScript; nothing where it is nested too deeply. */
export const literal = (value: unknown, depth = 0): string | undefined => {
  if (typeof value === 'string') return textLiteral(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (depth === maxDepth) return undefined
  const isList = Array.isArray(value)
  const items: Array<string> = []
  for (const [key, item] of Object.entries(value) as ReadonlyArray<readonly [string, unknown]>) {
    const text = literal(item, depth + 1)
    if (text === undefined) return undefined
    items.push(isList ? text : `${keyLiteral(key)}: ${text}`)
  }
  const [open, space, close] = isList ? ['[', '', ']'] : ['{', ' ', '}']
  if (items.length === 0) return `${open}${close}`
  const line = `${open}${space}${items.join(', ')}${space}${close}`
  if (line.length <= width && !line.includes('\n')) return line
  const indent = '  '.repeat(depth)
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}${close}`
}
