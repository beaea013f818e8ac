import type * as t from 'io-ts'
import { defineCallback, type Callback, type CallbackDefinition } from '../../callback'
import type { JsonCodec } from '../../codec/json-codec'
import { list } from '../../codec/list'
import { packet } from '../../codec/packet'
import { parseCallback } from '../../parse-callback'
import { BlocklistPair } from './blocklist-pair'

const command = 'Sns.CallbackBlackListDelete'

const codec = /*#__PURE__*/ packet(command, { PairList: /*#__PURE__*/ list(BlocklistPair) })

/**
 * The pairs of `PairList` were removed: `From_Account` no longer blocks `To_Account`.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface BlocklistDeletePacket extends t.TypeOf<typeof codec> {}

/**
 * Gives a packet that comes from storage or from a queue its brands back.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34362}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const BlocklistDeletePacket: JsonCodec<BlocklistDeletePacket> = codec

/**
 * The callback after users are removed from a blocklist.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface BlocklistDeleteCallback extends Callback<typeof command, BlocklistDeletePacket> {}

/**
 * For `parseCallback`. Source: {@link https://www.tencentcloud.com/document/product/1047/34362}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const BlocklistDelete: CallbackDefinition<BlocklistDeleteCallback> = /*#__PURE__*/ defineCallback({
  command,
  packet: BlocklistDeletePacket
})

/**
 * Parses `Sns.CallbackBlackListDelete`, which Tencent sends after users are removed from a blocklist.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34362}
 *
 * @throws TypeError, when it is configured and never during a request: the own SDKAppID is none.
 * @category parsing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { parseBlocklistDeleteCallback } from 'tencent-im-callbacks'
 *
 * const parse = parseBlocklistDeleteCallback({ sdkAppId: 1400000000 })
 * const result = parse({
 *   method: 'POST',
 *   url: '/?SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListDelete&contenttype=json',
 *   body: '{"CallbackCommand":"Sns.CallbackBlackListDelete","PairList":[{"From_Account":"id","To_Account":"id1"}]}'
 * })
 *
 * assert.deepEqual(result._tag === 'Right' && result.right.packet.PairList, [{ From_Account: 'id', To_Account: 'id1' }])
 */
export const parseBlocklistDeleteCallback = /*#__PURE__*/ parseCallback(BlocklistDelete)
