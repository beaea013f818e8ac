import * as t from 'io-ts'
import type { Described } from './guard'
import { isCodec } from './is-codec'
import { isObject, type JsonObject } from './json-object'
import { isNonEmptyText } from './non-empty-text'
import { addErrorsOf, decodePart } from './part'

type NoFields = Record<never, t.Mixed>

/** The codec that {@link record} makes. */
export interface RecordC<Required extends t.Props, Optional extends t.Props = NoFields>
  extends
    t.Type<
      { readonly [K in keyof Required]: t.TypeOf<Required[K]> } & {
        readonly [K in keyof Optional]?: t.TypeOf<Optional[K]> | undefined
      },
      { readonly [K in keyof Required]: t.OutputOf<Required[K]> } & {
        readonly [K in keyof Optional]?: t.OutputOf<Optional[K]> | undefined
      }
    >,
    Described {
  /** The codec of every named field. Messages name a field only if it is one of these. */
  readonly props: t.Props
  /** The fields that may be absent. */
  readonly optional: t.Props
  /** Whether every value is such an object. */
  readonly isEvery: (values: ReadonlyArray<unknown>) => boolean
}

/** The codec of a JSON object that has a name of its own. It encodes to what `JSON.stringify` takes. */
export interface JsonCodec<A> extends t.Type<A, JsonObject> {}

interface Field {
  readonly key: string
  readonly codec: t.Mixed
  readonly isOptional: boolean
  /** Every object inherits a `constructor`, say, which nobody sent. */
  readonly isInherited: boolean
  readonly isRequiredText: boolean
}

const valueOf = ({ key, isInherited }: Field, o: JsonObject): unknown =>
  isInherited && !Object.hasOwn(o, key) ? undefined : o[key]

const isRight = (field: Field, o: JsonObject): boolean => {
  const value = valueOf(field, o)
  return (field.isOptional && value === undefined) || field.codec.is(value)
}

const fieldOf = (key: string, codec: t.Mixed, isOptional: boolean): Field => {
  const isInherited = key in Object.prototype
  return {
    key,
    codec,
    isOptional,
    isInherited,
    isRequiredText: codec.is === isNonEmptyText && !isOptional
  }
}

const areTexts = (objects: ReadonlyArray<JsonObject>, key: string): boolean => {
  for (const object of objects) if (!isNonEmptyText(object[key])) return false
  return true
}

const areRight = (objects: ReadonlyArray<JsonObject>, field: Field): boolean => {
  for (const object of objects) if (!isRight(field, object)) return false
  return true
}

const areObjects = (values: ReadonlyArray<unknown>): values is ReadonlyArray<JsonObject> => {
  for (let i = 0; i < values.length; i++) if (!isObject(values[i])) return false
  return true
}

/**
 * A JSON object with required fields and optional ones. Fields that it does not name are kept.
 *
 * @example
 * import assert from 'node:assert/strict'
 * import * as t from 'io-ts'
 * import { record, UserId } from 'tencent-im-callbacks'
 *
 * const Member = record('Member', { Member_Account: UserId }, { NameCard: t.string })
 *
 * assert.equal(Member.is({ Member_Account: 'leckie' }), true)
 * assert.equal(Member.is({ Member_Account: 'leckie', NameCard: 7 }), false)
 */
/*#__NO_SIDE_EFFECTS__*/
export function record<Required extends t.Props, Optional extends t.Props = NoFields>(
  name: string,
  required: Required,
  optional?: Optional
): RecordC<Required, Optional> {
  return recordOf(name, required, optional, false)
}

/**
 * The same. The codec of a whole value asks each field whether it is right before it decodes it: nearly all are, and to
 * ask is cheaper. Parts do not, so that nothing is walked more than twice, however deep it lies.
 */
/*#__NO_SIDE_EFFECTS__*/
export function recordOf<Required extends t.Props, Optional extends t.Props = NoFields>(
  name: string,
  required: Required,
  optional: Optional | undefined,
  isWhole: boolean
): RecordC<Required, Optional> {
  // In plain JavaScript, a record without its name, or with a codec that was not imported, would check nothing.
  if (typeof name !== 'string' || !isObject(required)) throw new TypeError('record takes a name and its fields')
  const props: t.Props = { ...required, ...optional }
  const fields = Object.entries(props).map(([key, codec]) => {
    if (!isCodec(codec)) throw new TypeError(`${key} of ${name} needs a codec`)
    return fieldOf(key, codec, optional !== undefined && Object.hasOwn(optional, key))
  })

  const is = (u: unknown): u is JsonObject => {
    if (!isObject(u)) return false
    for (const field of fields) if (!isRight(field, u)) return false
    return true
  }

  // Field by field through all of them, and required texts, which are nearly all that a list holds, in a loop of their own:
  // V8 loads one field of many objects faster than many fields of one, and a call that it can foresee costs nothing.
  const isEvery = (values: ReadonlyArray<unknown>): boolean => {
    if (!areObjects(values)) return false
    for (const field of fields) {
      if (!(field.isRequiredText ? areTexts(values, field.key) : areRight(values, field))) return false
    }
    return true
  }

  const validate: t.Validate<unknown, JsonObject> = (u, context) => {
    if (!isObject(u)) return t.failure(u, context)
    const errors: t.Errors = []
    let changed: Record<string, unknown> | undefined
    for (const field of fields) {
      const { key, codec, isOptional } = field
      const value = valueOf(field, u)
      if ((isOptional && value === undefined) || (isWhole && codec.is(value))) continue
      const part = decodePart(codec, value)
      if (part._tag === 'Left') addErrorsOf({ key, type: codec, actual: value }, part.left, context, errors)
      else if (!Object.is(part.right, value)) {
        changed ??= { ...u }
        changed[key] = part.right
      }
    }
    return errors.length > 0 ? t.failures(errors) : t.success(changed ?? u)
  }

  const encode = (o: JsonObject): JsonObject => {
    const encoded: Record<string, unknown> = { ...o }
    for (const field of fields) {
      const value = valueOf(field, o)
      if (value !== undefined) encoded[field.key] = field.codec.encode(value)
    }
    return encoded
  }

  const codec = new t.Type<JsonObject>(name, is, validate, encode)
  // The type of what it takes is derived from the fields, which no annotation above can say.
  return Object.assign(codec, {
    expected: 'an object',
    props,
    optional: optional ?? {},
    isEvery
  }) as unknown as RecordC<Required, Optional>
}
