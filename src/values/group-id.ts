import type * as t from 'io-ts'
import { nonEmptyText } from '../codec/non-empty-text'

/** The brand of {@link GroupId}. */
export interface GroupIdBrand {
  readonly GroupId: symbol
}

/** The id of a group. It is opaque: an app may choose ids of its own instead of Tencent's `@TGS#…`. */
export type GroupId = t.Branded<string, GroupIdBrand>

/**
 * Accepts every non-empty string.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34374
 */
export const GroupId: t.Type<GroupId, string> = nonEmptyText('GroupId')
