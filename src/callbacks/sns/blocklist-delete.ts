import type * as t from 'io-ts'
import type { Callback } from '../../callback'
import { list, packet, type PacketCodec } from '../../codec'
import { after, type Definition } from '../../definition'
import { parser } from '../../parse-callback'
import { BlocklistPair } from './blocklist-pair'

const blocklistDelete = packet('Sns.CallbackBlackListDelete', {
  /** Who unblocked whom: up to 1,000 pairs, since one REST call can unblock many users. */
  PairList: list(BlocklistPair)
})

/** In every pair `From_Account` no longer blocks `To_Account`. */
export interface BlocklistDeletePacket extends t.TypeOf<typeof blocklistDelete> {}
export const BlocklistDeletePacket: PacketCodec<BlocklistDeletePacket> = blocklistDelete
export interface BlocklistDeleteCallback extends Callback<BlocklistDeletePacket> {}

/**
 * After users were removed from a blocklist.
 *
 * @see https://www.tencentcloud.com/document/product/1047/34362
 * @see `npx tencent-im-callbacks explain BlocklistDelete`
 */
export const BlocklistDelete: Definition<BlocklistDeleteCallback> = after(BlocklistDeletePacket)

/** Parses {@link BlocklistDelete} callbacks: who unblocked whom. */
export const parseBlocklistDeleteCallback = parser(BlocklistDelete)
