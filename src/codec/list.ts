import * as t from 'io-ts'
import type { Described } from './guard'
import { isCodec } from './is-codec'
import { addErrorsOf, decodePart, maxErrors } from './part'

/** The codec that {@link list} makes. */
export interface ListC<Item extends t.Mixed>
  extends t.Type<ReadonlyArray<t.TypeOf<Item>>, ReadonlyArray<t.OutputOf<Item>>>, Described {
  /** The codec of every item. */
  readonly item: Item
}

/** Records check many objects faster at once than one by one. */
interface ChecksMany {
  readonly isEvery: (values: ReadonlyArray<unknown>) => boolean
}

/**
 * A JSON array whose items all have one codec. The empty array passes.
 *
 * @example
 * import assert from 'node:assert/strict'
 * import { list, UserId } from 'tencent-im-callbacks'
 *
 * const Members = list(UserId)
 *
 * assert.equal(Members.is(['leckie', 'peter']), true)
 * assert.equal(Members.is(['leckie', '']), false)
 */
/*#__NO_SIDE_EFFECTS__*/
export function list<Item extends t.Mixed>(item: Item): ListC<Item> {
  type Value = ReadonlyArray<t.TypeOf<Item>>

  if (!isCodec(item)) throw new TypeError('list needs a codec')

  const oneByOne = (values: ReadonlyArray<unknown>): boolean => {
    for (let i = 0; i < values.length; i++) if (!item.is(values[i])) return false
    return true
  }
  const { isEvery = oneByOne } = item as Partial<ChecksMany>
  const is = (u: unknown): u is Value => Array.isArray(u) && isEvery(u)

  const validate: t.Validate<unknown, Value> = (u, context) => {
    if (!Array.isArray(u)) return t.failure(u, context)
    const values: ReadonlyArray<unknown> = u
    const errors: t.Errors = []
    const changed = new Map<number, unknown>()
    for (let i = 0; i < values.length && errors.length < maxErrors; i++) {
      const value = values[i]
      const part = decodePart(item, value)
      if (part._tag === 'Left') addErrorsOf({ key: String(i), type: item, actual: value }, part.left, context, errors)
      else if (!Object.is(part.right, value)) changed.set(i, part.right)
    }
    if (errors.length > 0) return t.failures(errors)
    return t.success(changed.size === 0 ? values : values.map((value, i) => (changed.has(i) ? changed.get(i) : value)))
  }

  const encode = (values: Value) => values.map((value) => item.encode(value) as t.OutputOf<Item>)
  const codec = new t.Type<Value, ReadonlyArray<t.OutputOf<Item>>>(`${item.name}[]`, is, validate, encode)
  return Object.assign(codec, { expected: 'a list', item })
}
