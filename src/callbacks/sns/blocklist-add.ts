import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { BlocklistPair } from './blocklist-pair'

const blocklistAdd = packet('Sns.CallbackBlackListAdd', {
  /** Who blocked whom: up to 1,000 pairs, since one REST call can block many users. */
  PairList: list(BlocklistPair)
})

/** In every pair `From_Account` now blocks `To_Account`. */
export interface BlocklistAddPacket extends t.TypeOf<typeof blocklistAdd> {}
export const BlocklistAddPacket: PacketCodec<BlocklistAddPacket> = blocklistAdd
export interface BlocklistAddCallback extends Callback<BlocklistAddPacket> {}

/**
 * After users were added to a blocklist.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34361
 * @see `npx tencent-im-callbacks explain BlocklistAdd`
 */
export const BlocklistAdd: Definition<BlocklistAddCallback> = after(BlocklistAddPacket)

/** Parses {@link BlocklistAdd} callbacks: who blocked whom. */
export const parseBlocklistAddCallback = parser(BlocklistAdd)
