import type * as t from 'io-ts'
import { nonEmptyText } from '../codec/non-empty-text'

/** The brand of {@link MsgKey}. */
export interface MsgKeyBrand {
  readonly MsgKey: symbol
}

/**
 * The key of a one-to-one message, also in the REST API, or of a message of an official account. Do not take it apart:
 * its parts come in several orders.
 */
export type MsgKey = t.Branded<string, MsgKeyBrand>

/**
 * Accepts every non-empty string.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34364
 */
export const MsgKey: t.Type<MsgKey, string> = nonEmptyText('MsgKey')
