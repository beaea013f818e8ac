import type { AnyDefinition, CallbackOf } from 'tencent-im-callbacks'
import { sentAndReceived, type RequestOptions, type RequestTableOptions, type SentRequest } from './callback-request'
import { packetOr } from './examples'

/** Everything has a default: `sdkAppId` is 1400000000, and the packet is the one on Tencent's page. */
export interface ExampleOptions<Packet = unknown> extends Partial<RequestTableOptions<Packet>> {}

const complete = (definition: AnyDefinition, options: ExampleOptions) => ({
  ...options,
  sdkAppId: options.sdkAppId ?? 1400000000,
  packet: packetOr(options.packet, definition)
})

/**
 * The request of Tencent's page about a command of this library.
 *
 * @throws TypeError where an option is wrong or unknown, or there is no page about the command.
 * @example
 * import assert from 'node:assert/strict'
 * import { BlocklistAdd } from 'tencent-im-callbacks'
 * import { exampleRequest } from 'tencent-im-callbacks/testing'
 *
 * const { body } = exampleRequest(BlocklistAdd)
 *
 * assert.match(body, /"From_Account":"id","To_Account":"id3"/)
 */
export const exampleRequest = (definition: AnyDefinition, options: Partial<RequestOptions> = {}): SentRequest => {
  if ('packet' in options) throw new TypeError('exampleRequest has a packet: callbackRequest takes another')
  return sentAndReceived(definition, complete(definition, options)).request
}

/**
 * A genuine callback, for unit tests of what the app does with it. It is made by parsing a request. The commands of
 * this library have a packet by default, and others need one.
 *
 * @throws TypeError where the packet is not one of the command, or is needed and not given.
 * @example
 * import assert from 'node:assert/strict'
 * import { BlocklistAdd, type BlocklistAddCallback } from 'tencent-im-callbacks'
 * import { exampleCallback } from 'tencent-im-callbacks/testing'
 *
 * const blocked = ({ packet }: BlocklistAddCallback) => packet.PairList.map(({ To_Account }) => To_Account)
 *
 * assert.deepEqual(blocked(exampleCallback(BlocklistAdd)), ['id1', 'id2', 'id3'])
 * assert.deepEqual(
 *   blocked(exampleCallback(BlocklistAdd, { packet: { PairList: [{ From_Account: 'id', To_Account: 'peter' }] } })),
 *   ['peter']
 * )
 */
export const exampleCallback = <Definition extends AnyDefinition>(
  definition: Definition,
  options: ExampleOptions<CallbackOf<Definition>['packet']> = {}
): CallbackOf<Definition> => sentAndReceived(definition, complete(definition, options)).callback
