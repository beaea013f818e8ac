import type * as t from 'io-ts'
import { isObject, ownField, type JsonObject } from './json-object'
import { isNonEmptyText } from './non-empty-text'

/** Whether a value is an object with a certain field, and with all that the next check asks for. */
export type FieldCheck = t.Is<JsonObject>

export interface Field {
  readonly key: string
  readonly codec: t.Mixed
  readonly optional: boolean
}

type TextCheck = (key: string, next: FieldCheck | undefined) => FieldCheck

/**
 * The check of a required text, once for each of the first names that packets are made of. They are the same on purpose:
 * V8 keeps what it learns about a load with the place where the load is written. One place for all fields would meet so
 * many shapes of objects that, as soon as an app receives five kinds of packets, loading a field costs more than the rest.
 *
 * Every check asks for an object again, which is cheap. So the first is the whole check, and no call leads to it.
 */
// prettier-ignore -- a line each, so that it is seen at once that they are the same
const textChecks: readonly [TextCheck, ...ReadonlyArray<TextCheck>] = [
  (key, next) =>
    (u): u is JsonObject =>
      isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u)),
  (key, next) =>
    (u): u is JsonObject =>
      isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u)),
  (key, next) =>
    (u): u is JsonObject =>
      isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u)),
  (key, next) =>
    (u): u is JsonObject =>
      isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u)),
  (key, next) =>
    (u): u is JsonObject =>
      isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u)),
  (key, next) =>
    (u): u is JsonObject =>
      isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u)),
  (key, next) =>
    (u): u is JsonObject =>
      isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u)),
  (key, next) =>
    (u): u is JsonObject =>
      isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u))
]

const checkOfName = /*#__PURE__*/ new Map<string, TextCheck>()

/** The names that come after the first few share one check. */
const textCheck = (name: string): TextCheck => {
  const known = checkOfName.get(name)
  if (known !== undefined) return known
  const free = textChecks[checkOfName.size]
  if (free === undefined) return textChecks[0]
  checkOfName.set(name, free)
  return free
}

const field = (o: JsonObject, key: string): unknown => o[key]

/** The check of one field, which calls that of the next: several times faster than a loop over the fields. */
export const fieldCheck = ({ key, codec, optional }: Field, next: FieldCheck | undefined): FieldCheck => {
  const isInherited = key in Object.prototype
  if (codec.is === isNonEmptyText && !optional && !isInherited) return textCheck(key)(key, next)
  const valueIn = isInherited ? ownField : field
  return (u): u is JsonObject => {
    if (!isObject(u)) return false
    const value = valueIn(u, key)
    return ((optional && value === undefined) || codec.is(value)) && (next === undefined || next(u))
  }
}
