import type * as t from 'io-ts'
import { nonEmptyText } from '../codec/non-empty-text'

/** The brand of {@link MsgKey}. */
export interface MsgKeyBrand {
  readonly MsgKey: symbol
}

/**
 * What identifies a message outside groups: of a user, also in the REST API, or of an official account. Its parts come in
 * several orders: do not take it apart.
 */
export type MsgKey = t.Branded<string, MsgKeyBrand>

/**
 * Accepts every non-empty string.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34364
 */
export const MsgKey: t.Type<MsgKey, string> = nonEmptyText('MsgKey')
