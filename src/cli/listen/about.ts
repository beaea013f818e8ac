import { MsgBody, textOf, type Callback } from 'tencent-im-callbacks'
import { isObject, type JsonObject } from '../../codec/json-object'
import { cut } from '../foreign'
import type { Mask } from '../secrets'

type Field = readonly [name: string, value: string | number]

/** More than anybody reads. */
const maxFields = 200

/** As deep as the accounts of the documented packets: a list of objects that hold lists. */
const maxLevels = 4

const isShort = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number'

/** The texts and numbers of a packet by their names, down to what is in the objects of its lists. */
const fieldsOf = (packet: unknown): ReadonlyArray<Field> => {
  const fields: Array<Field> = []
  const look = (name: string, value: unknown, levels: number): void => {
    if (fields.length >= maxFields) return
    if (isShort(value)) fields.push([name, value])
    else if (levels === 0) return
    else if (Array.isArray(value)) for (const item of value.slice(0, maxFields)) look(name, item, levels - 1)
    else if (isObject(value)) for (const key of Object.keys(value)) look(key, value[key], levels - 1)
  }
  look('', packet, maxLevels)
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
  const more = names.length > maxNamed ? ' and more' : ''
  return `${names.slice(0, maxNamed).map(most).join(', ')}${more}`
}

const messageIn = ({ MsgBody: body }: JsonObject): string => (MsgBody.is(body) ? textOf(body) : '')

/** Who and what a callback is about, in a few words: `alice → bob: hello`. */
export const aboutOf = (callback: Callback, mask: Mask): string => {
  // Every packet is one.
  const packet = callback.packet as JsonObject
  const short = (text: string): string => cut(mask(text), 40)
  const fields = fieldsOf(packet)
  // Who acts is said at the top, and in each event or pair where there is a list of them.
  const actor =
    actors.find((name) => isShort(packet[name])) ?? actors.find((name) => fields.some(([field]) => field === name))
  const who = named(fields, (name) => name === actor)
  const whom = named(
    fields,
    (name) => name.endsWith('_Account') && !actors.includes(name) && !places.includes(name)
  ).filter((one) => !who.includes(one))
  const where = named(fields, (name) => places.includes(name))
  const what = named(fields, (name) => actions.includes(name)).filter((one) => !/^[0-9]+$/.test(one))
  const text = messageIn(packet)

  const people = [listed(who, short), listed(whom, short)].filter((one) => one !== '').join(' → ')
  const place = where.length === 0 ? '' : `in ${listed(where, short)}`
  const action = what.length === 0 ? '' : `(${listed(what, short)})`
  const words = [people, place, action].filter((one) => one !== '').join(' ')
  if (text !== '') return `${words}: ${short(text)}`
  if (words !== '') return words
  // No account, no group: what there is says most.
  return fields
    .filter(([name]) => name !== 'CallbackCommand' && name !== 'EventTime')
    .slice(0, maxNamed)
    .map(([name, value]) => `${short(name)} ${short(String(value))}`)
    .join(', ')
}
