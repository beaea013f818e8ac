import { textOf, type Callback } from 'tencent-im-callbacks'
import { isObject } from '../../codec/json-object'
import { cut } from '../foreign'
import type { Mask } from '../secrets'

type Field = readonly [name: string, value: string | number]

/** More than anybody reads. */
const maxFields = 200

const isShort = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number'

/** The texts and numbers of a packet by their names, down to what is in the objects of its lists. */
const fieldsOf = (packet: object): ReadonlyArray<Field> => {
  const fields: Array<Field> = []
  const look = (name: string, value: unknown, levels: number): void => {
    if (fields.length >= maxFields) return
    if (isShort(value)) fields.push([name, value])
    else if (Array.isArray(value)) for (const item of value.slice(0, maxFields)) look(name, item, levels)
    else if (isObject(value) && levels > 0) for (const key of Object.keys(value)) look(key, value[key], levels - 1)
  }
  look('', packet, 2)
  return fields
}

const named = (fields: ReadonlyArray<Field>, is: (name: string) => boolean): ReadonlyArray<string> => [
  ...new Set(fields.filter(([name]) => is(name)).map(([, value]) => String(value)))
]

/** The names of whoever acts, the one that says most first. */
const actors = ['From_Account', 'Requester_Account', 'Requestor_Account', 'Report_Account', 'Operator_Account']

const places = ['GroupId', 'TopicId', 'Official_Account']

const actions = ['Action', 'JoinType', 'ExitType', 'EventType', 'OptionType', 'Name']

const maxNamed = 3

const listed = (names: ReadonlyArray<string>, most: (text: string) => string): string => {
  const more = names.length > maxNamed ? ` and ${String(names.length - maxNamed)} more` : ''
  return `${names.slice(0, maxNamed).map(most).join(', ')}${more}`
}

const messageIn = (packet: object): string => {
  const { MsgBody } = packet as { readonly MsgBody?: Parameters<typeof textOf>[0] }
  return MsgBody === undefined ? '' : textOf(MsgBody)
}

/** Who and what a callback is about, in a few words: `alice → bob: hello`. */
export const aboutOf = ({ packet }: Callback, mask: Mask): string => {
  const short = (text: string): string => cut(mask(text), 40)
  const object = packet as object
  const fields = fieldsOf(object)
  const [actor] = actors.filter((name) => fields.some(([field]) => field === name))
  const who = named(fields, (name) => name === actor)
  const whom = named(
    fields,
    (name) => name.endsWith('_Account') && !actors.includes(name) && !places.includes(name)
  ).filter((one) => !who.includes(one))
  const where = named(fields, (name) => places.includes(name))
  const what = named(fields, (name) => actions.includes(name))
  const text = messageIn(object)

  const people = [listed(who, short), listed(whom, short)].filter((one) => one !== '').join(' → ')
  const place = where.length === 0 ? '' : `in ${listed(where, short)}`
  const words = [people, place, listed(what, short)].filter((one) => one !== '').join(' ')
  if (text !== '') return `${words}: ${short(text)}`
  if (words !== '') return words
  // No account, no group: what there is says most.
  return fields
    .filter(([name]) => name !== 'CallbackCommand' && name !== 'EventTime')
    .slice(0, maxNamed)
    .map(([name, value]) => `${short(name)} ${short(String(value))}`)
    .join(', ')
}
