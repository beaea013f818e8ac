import type * as t from 'io-ts'
import { defineCallback, type Callback, type CallbackDefinition } from '../../callback'
import type { JsonCodec } from '../../codec/json-codec'
import { list } from '../../codec/list'
import { packet } from '../../codec/packet'
import { parseCallback } from '../../parse-callback'
import { BlocklistPair } from './blocklist-pair'

const command = 'Sns.CallbackBlackListAdd'

const codec = /*#__PURE__*/ packet(command, { PairList: /*#__PURE__*/ list(BlocklistPair) })

/**
 * The pairs of `PairList` were added: `From_Account` now blocks `To_Account`.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface BlocklistAddPacket extends t.TypeOf<typeof codec> {}

/**
 * Gives a packet that comes from storage or from a queue its brands back.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34361}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const BlocklistAddPacket: JsonCodec<BlocklistAddPacket> = codec

/**
 * The callback after users are added to a blocklist.
 *
 * @category callbacks
 * @since 0.1.0
 */
export interface BlocklistAddCallback extends Callback<typeof command, BlocklistAddPacket> {}

/**
 * For `parseCallback`. Source: {@link https://www.tencentcloud.com/document/product/1047/34361}
 *
 * @category callbacks
 * @since 0.1.0
 */
export const BlocklistAdd: CallbackDefinition<BlocklistAddCallback> = /*#__PURE__*/ defineCallback({
  command,
  packet: BlocklistAddPacket
})

/**
 * Parses `Sns.CallbackBlackListAdd`, which Tencent sends after users are added to a blocklist.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34361}
 *
 * @throws TypeError, when it is configured and never during a request: the own SDKAppID is none.
 * @category parsing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { parseBlocklistAddCallback } from 'tencent-im-callbacks'
 *
 * const parse = parseBlocklistAddCallback({ sdkAppId: 1400000000 })
 * const result = parse({
 *   method: 'POST',
 *   url: '/?SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd&contenttype=json',
 *   body: '{"CallbackCommand":"Sns.CallbackBlackListAdd","PairList":[{"From_Account":"id","To_Account":"id1"}]}'
 * })
 *
 * assert.deepEqual(result._tag === 'Right' && result.right.packet.PairList, [{ From_Account: 'id', To_Account: 'id1' }])
 */
export const parseBlocklistAddCallback = /*#__PURE__*/ parseCallback(BlocklistAdd)
