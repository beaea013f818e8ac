import type * as t from 'io-ts'
import { nonEmptyText } from '../codec/non-empty-text'

/**
 * The brand of a {@link ClientCmd} that is not documented.
 *
 * @category values
 * @since 0.1.0
 */
export interface ClientCmdBrand {
  readonly ClientCmd: symbol
}

/**
 * The documented commands that make friends. Tencent names each of them in two ways.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34359}
 *
 * @category values
 * @since 0.1.0
 */
export type KnownClientCmd = 'friend_add' | 'FriendAdd' | 'friend_response' | 'FriendResponse'

/**
 * What made two users friends. The set is open: documented names narrow in a `switch`, new ones pass.
 *
 * @category values
 * @since 0.1.0
 */
export type ClientCmd = KnownClientCmd | t.Branded<string, ClientCmdBrand>

/**
 * Accepts every non-empty string.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34359}
 *
 * @category values
 * @since 0.1.0
 */
export const ClientCmd: t.Type<ClientCmd, string> = /*#__PURE__*/ nonEmptyText<ClientCmd>('ClientCmd')
