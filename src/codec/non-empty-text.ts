import type * as t from 'io-ts'
import { guarded } from './guarded'

/**
 * The check behind every branded text. All of them share this one function, so that `record` recognises it and can check
 * a field in place: texts are nearly all that a packet holds.
 */
export const isNonEmptyText = (u: unknown): u is string => typeof u === 'string' && u !== ''

/**
 * A codec for a branded string that is opaque but never empty: any script, any length, nothing trimmed.
 *
 * @category codecs
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import type { Branded } from 'io-ts'
 * import { nonEmptyText } from 'tencent-im-callbacks'
 *
 * interface GroupIdBrand { readonly GroupId: symbol }
 * type GroupId = Branded<string, GroupIdBrand>
 * const GroupId = nonEmptyText<GroupId>('GroupId')
 *
 * assert.equal(GroupId.is('@TGS#2J4SZEAEL'), true)
 * assert.equal(GroupId.is(''), false)
 */
export function nonEmptyText<A extends string>(name: string): t.Type<A, string>
// The brand exists for the type checker only: at run time the codec's values are strings.
export function nonEmptyText(name: string): t.Type<string> {
  return guarded<string, string>(name, isNonEmptyText)
}
