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

type RequiredCheck = (key: string, next: FieldCheck | undefined, codec: t.Mixed) => FieldCheck

/**
 * The check of a required text, once for each of the first names that packets are made of. They are the same on purpose:
 * V8 keeps what it learns about a load with the place where the load is written. One place for all fields would meet so
 * many shapes of objects that, as soon as an app receives five kinds of packets, loading a field costs more than the rest.
 *
 * Every check asks for an object again, which is cheap. So the first is the whole check, and no call leads to it. A line
 * each, so that it is seen at once that they are the same.
 */
// prettier-ignore
const textChecks: readonly [RequiredCheck, ...ReadonlyArray<RequiredCheck>] = [
  (key, next) => (u): u is JsonObject => isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u)),
  (key, next) => (u): u is JsonObject => isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u)),
  (key, next) => (u): u is JsonObject => isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u)),
  (key, next) => (u): u is JsonObject => isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u)),
  (key, next) => (u): u is JsonObject => isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u)),
  (key, next) => (u): u is JsonObject => isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u)),
  (key, next) => (u): u is JsonObject => isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u)),
  (key, next) => (u): u is JsonObject => isObject(u) && isNonEmptyText(u[key]) && (next === undefined || next(u))
]

/** The same for what is no text. */
// prettier-ignore
const otherChecks: readonly [RequiredCheck, ...ReadonlyArray<RequiredCheck>] = [
  (key, next, codec) => (u): u is JsonObject => isObject(u) && codec.is(u[key]) && (next === undefined || next(u)),
  (key, next, codec) => (u): u is JsonObject => isObject(u) && codec.is(u[key]) && (next === undefined || next(u)),
  (key, next, codec) => (u): u is JsonObject => isObject(u) && codec.is(u[key]) && (next === undefined || next(u)),
  (key, next, codec) => (u): u is JsonObject => isObject(u) && codec.is(u[key]) && (next === undefined || next(u)),
  (key, next, codec) => (u): u is JsonObject => isObject(u) && codec.is(u[key]) && (next === undefined || next(u)),
  (key, next, codec) => (u): u is JsonObject => isObject(u) && codec.is(u[key]) && (next === undefined || next(u))
]

/** Gives each of the first names a check of its own. The names that come after them share one. */
const byName = (checks: readonly [RequiredCheck, ...ReadonlyArray<RequiredCheck>]) => {
  const ofName = new Map<string, RequiredCheck>()
  return (name: string): RequiredCheck => {
    const check = ofName.get(name) ?? checks[ofName.size] ?? checks[0]
    ofName.set(name, check)
    return check
  }
}

const textCheck = /*#__PURE__*/ byName(textChecks)
const otherCheck = /*#__PURE__*/ byName(otherChecks)

/** The check of one field, which calls that of the next: several times faster than a loop over the fields. */
export const fieldCheck = ({ key, codec, optional }: Field, next: FieldCheck | undefined): FieldCheck => {
  const isInherited = key in Object.prototype
  if (!optional && !isInherited) {
    return (codec.is === isNonEmptyText ? textCheck : otherCheck)(key)(key, next, codec)
  }
  return (u): u is JsonObject => {
    if (!isObject(u)) return false
    const value = isInherited ? ownField(u, key) : u[key]
    return ((optional && value === undefined) || codec.is(value)) && (next === undefined || next(u))
  }
}
