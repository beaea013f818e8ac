import type * as t from 'io-ts'
import type { JsonCodec } from '../../codec/json-codec'
import { record } from '../../codec/record'
import { UserId } from '../../values/user-id'

const codec = /*#__PURE__*/ record('BlocklistPair', { From_Account: UserId, To_Account: UserId })

/**
 * Who blocks whom: `To_Account` is on the blocklist of `From_Account`, or was until now.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface BlocklistPair extends t.TypeOf<typeof codec> {}

/**
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34361}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const BlocklistPair: JsonCodec<BlocklistPair> = codec
