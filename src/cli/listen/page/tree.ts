import { isObject, type JsonObject } from '../../../codec/json-object'
import type { Kept, Place } from '../../../listen/api'
import type { ElementReference, FieldReference } from '../../../reference/reference'

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

/** What there is to say about a packet, besides the fields of its command. */
export interface Notes {
  readonly wrong: ReadonlyArray<Place>
  /** With `[]` for the number of any item. */
  readonly undocumented: ReadonlySet<string>
  readonly elements: ReadonlyArray<ElementReference>
}

const ofAnyItem = (path: string): string => path.replaceAll(/\[\d+\]/g, '[]')

export const notesOf = ({ verdict }: Kept, elements: ReadonlyArray<ElementReference>): Notes => ({
  wrong: verdict.kind === 'refused' ? verdict.issues : [],
  undocumented: new Set(verdict.kind === 'callback' ? verdict.undocumented.fields.map(ofAnyItem) : []),
  elements
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

/** The fields of an object. Those of an element of a message depend on its kind. */
const fieldsOf = (value: JsonObject, fields: Node['fields'], { elements }: Notes): Node['fields'] => {
  const isElement = fields.some(({ name }) => name === 'MsgType')
  const element = isElement ? elements.find(({ type }) => type === value['MsgType']) : undefined
  return element?.fields ?? fields
}

/** A field that the packet lacks, and whose absence is wrong. */
const missingIn = ({ path, value, fields }: Node, { wrong }: Notes): ReadonlyArray<Node> =>
  fields.flatMap((field) => {
    const own = pathIn(path, field.name)
    const isMissing = isObject(value) && !Object.hasOwn(value, field.name) && wrong.some((place) => place.path === own)
    return isMissing ? { key: field.name, path: own, field, fields: [] } : []
  })

/** What is in a place: at most so many of it, for a list may be long. */
export const childrenOf = (node: Node, notes: Notes, most: number): ReadonlyArray<Node> => {
  const { path, value, fields } = node
  if (Array.isArray(value)) {
    return value
      .slice(0, most)
      .map((item: unknown, i) => ({ key: String(i), path: `${path}[${String(i)}]`, value: item, fields }))
  }
  if (!isObject(value)) return []
  const known = fieldsOf(value, fields, notes)
  const present = Object.entries(value)
    .slice(0, most)
    .map(([key, one]): Node => {
      const field = known.find(({ name }) => name === key)
      const own = field === undefined ? { fields: [] } : { field, fields: field.fields }
      return { key, path: pathIn(path, key), value: one, ...own }
    })
  return [...missingIn(node, notes), ...present]
}

export const wrongAt = ({ path }: Node, { wrong }: Notes): ReadonlyArray<string> =>
  wrong.filter((place) => place.path === path).map(({ message }) => message)

export const isUndocumented = ({ path }: Node, { undocumented }: Notes): boolean => undocumented.has(ofAnyItem(path))

const shownLevels = 3
const shownItems = 20

/** Whether a place is open at first: the upper levels are, and what leads to a mark. */
export const isOpenAtFirst = ({ path, value }: Node, level: number, { wrong }: Notes): boolean =>
  (level < shownLevels && sizeOf(value) <= shownItems) ||
  wrong.some((place) => place.path.startsWith(`${path}.`) || place.path.startsWith(`${path}[`))
