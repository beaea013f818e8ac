import type * as t from 'io-ts'
import { isObject, type JsonObject } from '../codec/json-object'

interface WrongPacket {
  /** Such as `PairList[0].To_Account is a number`. */
  readonly name: string
  readonly packet: unknown
}

type Change = readonly [name: string, changed: unknown]

const without = (object: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))

const replacements: ReadonlyArray<Change> = [
  ['null', null],
  ['a number', 1],
  ['text', 'text']
]

/** All that can be changed at one place of a packet, and inside: of lists the first item stands for all. */
const changes = (path: string, value: unknown): ReadonlyArray<Change> => {
  const empty: ReadonlyArray<Change> = typeof value === 'string' ? [['empty', '']] : []
  const here = [...replacements, ...empty].map(([name, changed]): Change => [`${path} is ${name}`, changed])
  if (Array.isArray(value)) {
    if (value.length === 0) return here
    const items: ReadonlyArray<unknown> = value
    const [first, ...rest] = items
    return [...here, ...changes(`${path}[0]`, first).map(([name, item]): Change => [name, [item, ...rest]])]
  }
  return isObject(value) ? [...here, ...fieldChanges(`${path}.`, value)] : here
}

const fieldChanges = (prefix: string, object: JsonObject): ReadonlyArray<Change> =>
  Object.entries(object).flatMap(([key, value]): ReadonlyArray<Change> => [
    [`${prefix}${key} is missing`, without(object, key)],
    ...changes(`${prefix}${key}`, value).map(([name, changed]): Change => [name, { ...object, [key]: changed }])
  ])

/** A packet with one thing wrong, in all the ways that its codec refuses. */
export const wrongPackets = (codec: t.Mixed, packet: JsonObject): ReadonlyArray<WrongPacket> =>
  fieldChanges('', packet)
    .filter(([name, changed]) => !name.startsWith('CallbackCommand ') && codec.decode(changed)._tag === 'Left')
    .map(([name, changed]) => ({ name, packet: changed }))
