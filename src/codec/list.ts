import * as t from 'io-ts'
import { addErrors, maxErrors } from './errors'

/**
 * The codec that {@link list} makes.
 *
 * @category codecs
 * @since 0.1.0
 */
export interface ListC<Item extends t.Mixed> extends t.Type<
  ReadonlyArray<t.TypeOf<Item>>,
  ReadonlyArray<t.OutputOf<Item>>
> {
  /** The codec of every item. */
  readonly item: Item
}

/**
 * A JSON array whose items all have one codec. The empty array passes.
 *
 * Like `record` it asks `is` first. `decode` stops after a hundred errors.
 *
 * @category codecs
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { list, UserId } from 'tencent-im-callbacks'
 *
 * const Members = list(UserId)
 *
 * assert.equal(Members.is(['leckie', 'peter']), true)
 * assert.equal(Members.is(['leckie', '']), false)
 */
export function list<Item extends t.Mixed>(item: Item): ListC<Item>
export function list(item: t.Mixed): ListC<t.Mixed> {
  /** Not with for…of: an array may bring an iterator of its own. */
  const firstWrong = (items: ReadonlyArray<unknown>): number => {
    for (let i = 0, { length } = items; i < length; i++) if (!item.is(items[i])) return i
    return items.length
  }
  const is = (u: unknown): u is ReadonlyArray<unknown> => Array.isArray(u) && firstWrong(u) === u.length

  const validate: t.Validate<unknown, ReadonlyArray<unknown>> = (u, context) => {
    if (!Array.isArray(u)) return t.failure(u, context)
    const start = firstWrong(u)
    if (start === u.length) return t.success(u)
    const decoded: Array<unknown> = u.slice(0, start)
    const errors: t.Errors = []
    for (let i = start; i < u.length && errors.length < maxErrors; i++) {
      const value: unknown = u[i]
      const result = item.is(value)
        ? t.success(value)
        : item.validate(value, [...context, { key: String(i), type: item, actual: value }])
      if (result._tag === 'Left') addErrors(errors, result.left)
      // What failed without saying why stays as it is, so that the check at the end refuses it.
      decoded.push(result._tag === 'Left' ? value : result.right)
    }
    if (errors.length > 0) return t.failures(errors)
    return is(decoded) ? t.success(decoded) : t.failure(u, context)
  }

  const encode = (items: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
    items.map((value): unknown => item.encode(value))
  return Object.assign(new t.Type(`${item.name}[]`, is, validate, item.encode === t.identity ? t.identity : encode), {
    item
  })
}
