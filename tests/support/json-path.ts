/** The way into a JSON value. */
export type Path = ReadonlyArray<string | number>

const child = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined

export const valueAt = (value: unknown, path: Path): unknown => path.reduce(child, value)

/** A copy with another value at a path; `undefined` takes the field away. */
export const withValueAt = (value: unknown, [key, ...rest]: Path, put: unknown): unknown => {
  if (key === undefined) return put
  const changed = withValueAt(child(value, key), rest, put)
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === key ? changed : item))
  const others = Object.entries(value ?? {}).filter(([name]) => name !== key)
  return Object.fromEntries(changed === undefined ? others : [...others, [key, changed]])
}

/** All places of a JSON value, itself included. */
export const pathsIn = (value: unknown): ReadonlyArray<Path> => {
  if (typeof value !== 'object' || value === null) return [[]]
  const entries: ReadonlyArray<[string | number, unknown]> = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value)
  return [[], ...entries.flatMap(([key, one]) => pathsIn(one).map((path) => [key, ...path]))]
}
