import type * as t from 'io-ts'
import { guard } from './guard'
import { isNonEmptyText } from './non-empty-text'

/** A documented word, or one that Tencent may add: only a documented one narrows in a `switch`. */
export type OneOf<Word extends string> = Word | t.Branded<string, { readonly OneOf: symbol }>

/** The codec that {@link oneOf} makes. */
export interface OneOfC<Word extends string> extends t.Type<OneOf<Word>, string> {
  /** The documented words. */
  readonly words: ReadonlyArray<Word>
}

/**
 * An open enumeration: documented words narrow in a `switch`, and any other non-empty string passes.
 *
 * @example
 * import assert from 'node:assert/strict'
 * import { oneOf } from 'tencent-im-callbacks'
 *
 * const JoinType = oneOf('JoinType', ['Apply', 'Invited'])
 *
 * assert.equal(JoinType.is('Apply'), true)
 * assert.equal(JoinType.is('ANewOne'), true)
 */
/*#__NO_SIDE_EFFECTS__*/
export function oneOf<Word extends string>(name: string, words: ReadonlyArray<Word>): OneOfC<Word> {
  const codec = guard<OneOf<Word>, string>(name, 'a non-empty string', isNonEmptyText as t.Is<OneOf<Word>>)
  return Object.assign(codec, { words })
}
