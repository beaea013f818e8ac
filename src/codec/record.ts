import * as t from 'io-ts'
import { addErrors } from './errors'
import { fieldCheck, type Field, type FieldCheck } from './field-check'
import { isObject, ownField, type JsonObject } from './json-object'

type NoFields = Record<never, t.Mixed>

/**
 * The codec that {@link record} makes.
 *
 * @category codecs
 * @since 0.1.0
 */
export interface RecordC<Required extends t.Props, Optional extends t.Props = NoFields> extends t.Type<
  { readonly [K in keyof Required]: t.TypeOf<Required[K]> } & {
    readonly [K in keyof Optional]?: t.TypeOf<Optional[K]> | undefined
  },
  { readonly [K in keyof Required]: t.OutputOf<Required[K]> } & {
    readonly [K in keyof Optional]?: t.OutputOf<Optional[K]> | undefined
  }
> {
  /** The codec of every named field. Messages name a field only if it is one of these. */
  readonly props: t.Props
  /** Those of the fields that may be absent. */
  readonly optional: t.Props
}

/**
 * A JSON object with required fields, and with optional ones that may be absent. Fields that it does not name are kept.
 *
 * `decode` asks `is` first, which is fast: only a wrong value pays for finding out what is wrong. The codec of a field must
 * accept its own values: `is(x)` implies that `decode(x)` is `right(x)`.
 *
 * @category codecs
 * @since 0.1.0
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
export function record<Required extends t.Props, Optional extends t.Props = NoFields>(
  name: string,
  required: Required,
  optional?: Optional
): RecordC<Required, Optional>
export function record(name: string, required: t.Props, optional: t.Props = {}): RecordC<t.Props, t.Props> {
  const props = { ...required, ...optional }
  const fields = Object.entries(props).map(([key, codec]): Field => ({
    key,
    codec,
    optional: Object.hasOwn(optional, key)
  }))
  const is = fields.reduceRight<FieldCheck | undefined>((next, field) => fieldCheck(field, next), undefined) ?? isObject

  const validate: t.Validate<unknown, JsonObject> = (u, context) => {
    if (is(u)) return t.success(u)
    if (!isObject(u)) return t.failure(u, context)
    const decoded = { ...u }
    const errors: t.Errors = []
    for (const { key, codec, optional } of fields) {
      const value = ownField(u, key)
      if (value === undefined && optional) continue
      const field = codec.validate(value, [...context, { key, type: codec, actual: value }])
      if (field._tag === 'Left') addErrors(errors, field.left)
      else decoded[key] = field.right
    }
    if (errors.length > 0) return t.failures(errors)
    return is(decoded) ? t.success(decoded) : t.failure(u, context)
  }

  const encode = (o: JsonObject): JsonObject => {
    const encoded = { ...o }
    for (const { key, codec } of fields) if (ownField(o, key) !== undefined) encoded[key] = codec.encode(o[key])
    return encoded
  }

  const encodesToItself = fields.every(({ codec }) => codec.encode === t.identity)
  return Object.assign(new t.Type(name, is, validate, encodesToItself ? t.identity : encode), { props, optional })
}
