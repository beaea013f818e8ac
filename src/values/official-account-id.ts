import type * as t from 'io-ts'
import { nonEmptyText } from '../codec/non-empty-text'

/** The brand of {@link OfficialAccountId}. */
export interface OfficialAccountIdBrand {
  readonly OfficialAccountId: symbol
}

/** The id of an official account. It is opaque: most begin with `@TOA#`, but not all do. */
export type OfficialAccountId = t.Branded<string, OfficialAccountIdBrand>

/**
 * Accepts every non-empty string.
 *
 * @see https://www.tencentcloud.com/document/product/1047/60796
 */
export const OfficialAccountId: t.Type<OfficialAccountId, string> = nonEmptyText('OfficialAccountId')
