import { isObject } from '../../codec/json-object'
import type { Kept, Place } from '../api'
import type { FieldReference } from '../../reference/reference'

/** A place in a packet, with what is known about it. */
export interface Node {
  /** The name of a field, or the number of an item. */
  readonly key: string
  readonly path: string
  /** Absent where the field is missing. */
  readonly value?: unknown
  readonly field?: FieldReference
  /** What the fields of the objects in this place are. */
  readonly fields: ReadonlyArray<FieldReference>
}

/** What is to be marked in a packet. */
export interface Marks {
  readonly wrong: ReadonlyArray<Place>
  /** With `[]` for the number of any item. */
  readonly undocumented: ReadonlySet<string>
}

const ofAnyItem = (path: string): string => path.replaceAll(/\[\d+\]/g, '[]')

export const marksOf = ({ verdict }: Kept): Marks => ({
  wrong: verdict.kind === 'refused' ? verdict.issues : [],
  undocumented: new Set(verdict.kind === 'callback' ? verdict.undocumented.fields.map(ofAnyItem) : [])
})

export const rootOf = (packet: unknown, fields: ReadonlyArray<FieldReference>): Node => ({
  key: '',
  path: '',
  value: packet,
  fields
})

const pathIn = (parent: string, key: string): string => (parent === '' ? key : `${parent}.${key}`)

/** How many places there are in a value. */
export const sizeOf = (value: unknown): number =>
  Array.isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : 0

/** A field that the packet lacks, and whose absence is wrong. */
const missingIn = ({ path, value, fields }: Node, { wrong }: Marks): ReadonlyArray<Node> =>
  fields.flatMap((field) => {
    const own = pathIn(path, field.name)
    const isMissing = isObject(value) && !Object.hasOwn(value, field.name) && wrong.some((place) => place.path === own)
    return isMissing ? { key: field.name, path: own, field, fields: [] } : []
  })

/** What is in a place: at most so many of it, for a list may be long. */
export const childrenOf = (node: Node, marks: Marks, most: number): ReadonlyArray<Node> => {
  const { path, value, fields } = node
  if (Array.isArray(value)) {
    return value
      .slice(0, most)
      .map((item: unknown, i) => ({ key: String(i), path: `${path}[${String(i)}]`, value: item, fields }))
  }
  if (!isObject(value)) return []
  const present = Object.entries(value)
    .slice(0, most)
    .map(([key, one]): Node => {
      const field = fields.find(({ name }) => name === key)
      const known = field === undefined ? { fields: [] } : { field, fields: field.fields }
      return { key, path: pathIn(path, key), value: one, ...known }
    })
  return [...missingIn(node, marks), ...present]
}

export const wrongAt = ({ path }: Node, { wrong }: Marks): ReadonlyArray<string> =>
  wrong.filter((place) => place.path === path).map(({ message }) => message)

export const isUndocumented = ({ path }: Node, { undocumented }: Marks): boolean => undocumented.has(ofAnyItem(path))

const shownLevels = 3
const shownItems = 20

/** Whether a place is open at first: the upper levels are, and what leads to a mark. */
export const isOpenAtFirst = ({ path, value }: Node, level: number, { wrong }: Marks): boolean =>
  (level < shownLevels && sizeOf(value) <= shownItems) ||
  wrong.some((place) => place.path.startsWith(`${path}.`) || place.path.startsWith(`${path}[`))
