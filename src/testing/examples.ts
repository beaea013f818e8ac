import { BlocklistAdd, BlocklistDelete, type Callback, type CallbackDefinition } from 'tencent-im-callbacks'
import type { PacketToSend } from './callback-request'

/**
 * A command, and the packet that Tencent's page about it shows.
 *
 * @category testing
 * @since 0.1.0
 */
export interface Example<A extends Callback> {
  readonly definition: CallbackDefinition<A>
  readonly packet: PacketToSend<A['packet']>
}

const example = <A extends Callback>(
  definition: CallbackDefinition<A>,
  packet: PacketToSend<A['packet']>
): Example<A> => ({ definition, packet })

const PairList = /*#__PURE__*/ ['id1', 'id2', 'id3'].map((To_Account) => ({ From_Account: 'id', To_Account }))

/**
 * The examples of all commands of this library, one entry a command.
 *
 * Source: {@link https://www.tencentcloud.com/document/product/1047/34355}
 *
 * @category testing
 * @since 0.1.0
 */
export const examples = [
  /*#__PURE__*/ example(BlocklistAdd, { PairList }),
  /*#__PURE__*/ example(BlocklistDelete, { PairList })
] as const

/**
 * The definitions that this library has an example for: all of its own.
 *
 * @category testing
 * @since 0.1.0
 */
export type KnownDefinition = (typeof examples)[number]['definition']

/** The packet that is given, else that of the example. */
export const packetOr = (given: unknown, command: string): unknown => {
  if (given !== undefined) return given
  const known = examples.find(({ definition }) => definition.command === command)
  if (known === undefined) throw new TypeError(`There is no example of ${command}: give its packet`)
  return known.packet
}
