import type * as t from 'io-ts'
import type { DocumentedField, FieldType } from './catalogue'
import { valueAt, withValueAt, type Path } from './json-path'

interface Values {
  /** One that has to pass. */
  readonly right: unknown
  /** Values of other types, and of other forms: none may pass. */
  readonly wrong: ReadonlyArray<unknown>
  /** Whether empty text passes. Where the documents leave it open, so do the laws. */
  readonly empty?: boolean
}

const notText = [null, true, 7, ['id'], { Id: 'id' }]
const notInteger = [null, true, '1', 1.5, 9_007_199_254_740_992, [1], {}]
const notObject = [null, true, 7, 'id', []]
const notList = [null, true, 7, 'id', {}, { 0: 'id', length: 1 }]

export const valuesOf: Readonly<Record<FieldType, Values>> = {
  UserId: { right: 'leckie', wrong: notText, empty: false },
  'UserId or ""': { right: 'leckie', wrong: notText, empty: true },
  GroupId: { right: '@TGS#2J4SZEAEL', wrong: notText, empty: false },
  enumeration: { right: 'ANewOne', wrong: notText, empty: false },
  string: { right: 'text', wrong: notText },
  'string (non-empty)': { right: 'text', wrong: notText, empty: false },
  'string (may be "")': { right: 'text', wrong: notText, empty: true },
  'string or Integer': { right: 7, wrong: [null, true, 1.5, ['value'], {}], empty: true },
  Integer: { right: 1, wrong: notInteger, empty: false },
  Seconds: { right: 1557481126, wrong: [...notInteger, -1], empty: false },
  EventTime: {
    right: 1670574414123,
    wrong: [null, true, -1, 1.5, 8_640_000_000_000_001, '01', '1e3', 'soon', [1], {}],
    empty: false
  },
  any: { right: 1, wrong: [] },
  object: { right: {}, wrong: notObject, empty: false },
  'list of objects': { right: [{}], wrong: notList, empty: false },
  'list of UserId': { right: ['leckie'], wrong: notList, empty: false },
  'list of string': { right: ['text'], wrong: notList, empty: false }
}

const stepsOf = (name: string): Path =>
  name.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), '[]'] : [step]))

/** The path in a packet, in the last item of every list on the way. */
export const pathOf = (packet: unknown, { name }: DocumentedField): Path =>
  stepsOf(name).reduce<Path>((before, step) => {
    const list = valueAt(packet, before)
    return [...before, step === '[]' && Array.isArray(list) ? list.length - 1 : step]
  }, [])

const filled = (value: unknown, [step, ...rest]: Path, right: unknown): unknown => {
  if (step === undefined) return value ?? right
  if (step === '[]') return Array.isArray(value) ? value.map((item) => filled(item, rest, right)) : value
  return withValueAt(value, [step], filled(valueAt(value, [step]), rest, right))
}

/** The packet with those of the fields that its example lacks. */
export const complete = (packet: object, fields: ReadonlyArray<DocumentedField>): object =>
  fields.reduce(
    (before, { name, type }) => filled(before, stepsOf(name), valuesOf[type].right) as typeof before,
    packet
  )

interface DeclaredField {
  /** As in the catalogue. */
  readonly name: string
  readonly required: boolean
}

/** The fields that a codec declares, those of its parts among them. */
export const declaredFields = (codec: t.Mixed, prefix = ''): ReadonlyArray<DeclaredField> => {
  if ('item' in codec) return declaredFields(codec.item as t.Mixed, prefix === '' ? '[]' : `${prefix}[]`)
  if (!('props' in codec && 'optional' in codec)) return []
  const optional = codec.optional as t.Props
  return Object.entries(codec.props as t.Props).flatMap(([key, part]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`
    return [{ name, required: !Object.hasOwn(optional, key) }, ...declaredFields(part, name)]
  })
}
