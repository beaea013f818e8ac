import { visible } from './foreign'

/** Deeper than any packet, and far less than what JSON.stringify can take. */
const maxDepth = 100

const shallow = (value: unknown, depth: number): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return `… (more than ${String(maxDepth)} levels)`
  if (Array.isArray(value)) return value.map((item) => shallow(item, depth - 1))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shallow(item, depth - 1)]))
}

/** A value as JSON that is fit for a terminal, and the same JSON for a script. */
export const jsonOf = (value: unknown): string =>
  JSON.stringify(shallow(value, maxDepth), null, 2).split('\n').map(visible).join('\n')
