import * as fc from 'fast-check'
import { MsgElement, type AnyDefinition, type CallbackOf } from 'tencent-im-callbacks'
import { callbackRequest, hostileRequests, type HostileRequest, type SentRequest } from 'tencent-im-callbacks/testing'
import { isObject } from '../../codec/json-object'
import { checkOptions } from '../../options'
import { codecArbitrary, text, type ArbitrariesByName } from './codec-arbitrary'

export interface PacketArbitraryOptions {
  /** For codecs that no arbitrary can be derived from, or to have other values than it would give. */
  readonly arbitraries?: ArbitrariesByName | undefined
}

export interface RequestArbitraryOptions extends PacketArbitraryOptions {
  readonly sdkAppId: number | string
  /** Where it is given, the requests are signed. */
  readonly token?: string | undefined
  /** The time of signing, in milliseconds since 1970. `Date.now` by default. */
  readonly now?: (() => number) | undefined
}

/** What no codec tells: which command the URL names, and which elements are common. */
const defaults = ({ command }: AnyDefinition): ArbitrariesByName => ({
  CallbackCommand: fc.constantFrom('', command),
  MsgElement: fc.oneof(
    fc.record({ MsgType: fc.constant('TIMTextElem'), MsgContent: fc.record({ Text: text }) }),
    codecArbitrary(MsgElement, {})
  )
})

/**
 * Packets of a command: what its codec accepts, derived from what the codec is made of.
 *
 * @throws TypeError where an option is unknown, or no arbitrary can be derived from some codec in it. It names the codec.
 * @example
 * import assert from 'node:assert/strict'
 * import fc from 'fast-check'
 * import { BlocklistAdd, BlocklistAddPacket } from 'tencent-im-callbacks'
 * import { packetArbitrary } from 'tencent-im-callbacks/testing/arbitrary'
 *
 * fc.assert(fc.property(packetArbitrary(BlocklistAdd), (packet) => BlocklistAddPacket.is(packet)))
 *
 * const few = packetArbitrary(BlocklistAdd, { arbitraries: { UserId: fc.constantFrom('leckie', 'peter') } })
 * fc.assert(fc.property(few, ({ PairList }) => PairList.every((pair) => pair.From_Account.length <= 6)))
 * assert.equal(fc.sample(few, 1).length, 1)
 */
export const packetArbitrary = <Definition extends AnyDefinition>(
  definition: Definition,
  options: PacketArbitraryOptions = {}
): fc.Arbitrary<CallbackOf<Definition>['packet']> => {
  checkOptions(options, ['arbitraries'])
  const { packet } = definition
  const packets = codecArbitrary(packet, { ...defaults(definition), ...options.arbitraries })
  return packets.filter((value): value is CallbackOf<Definition>['packet'] => packet.is(value))
}

/** The packets as objects, which is all that sending them takes, and what each request is built with. */
const parts = (definition: AnyDefinition, { arbitraries, ...options }: RequestArbitraryOptions) => {
  checkOptions(options, ['sdkAppId', 'token', 'now'])
  return { packet: packetArbitrary(definition, { arbitraries }).filter(isObject), options }
}

/**
 * Requests that Tencent may send: any packet of the command, with and without the parameters that may be absent, with
 * parameters of the app's own, and with any `Content-Type`. Every route has to accept all of them.
 *
 * @throws TypeError as `packetArbitrary` and `callbackRequest` do.
 * @example
 * import fc from 'fast-check'
 * import { BlocklistAdd, parseBlocklistAddCallback } from 'tencent-im-callbacks'
 * import { requestArbitrary } from 'tencent-im-callbacks/testing/arbitrary'
 *
 * const sdkAppId = 1400000000
 * const parse = parseBlocklistAddCallback({ sdkAppId })
 *
 * fc.assert(fc.property(requestArbitrary(BlocklistAdd, { sdkAppId }), (request) => parse(request)._tag === 'Right'))
 */
export const requestArbitrary = (
  definition: AnyDefinition,
  given: RequestArbitraryOptions
): fc.Arbitrary<SentRequest> => {
  const { packet, options } = parts(definition, given)
  const clientIp = fc.option(fc.oneof(fc.ipV4(), fc.ipV6()))
  const optPlatform = fc.option(fc.oneof(fc.constantFrom('iOS', 'Web', 'RESTAPI'), fc.string({ minLength: 1 })))
  const requestId = fc.option(fc.uuid(), { nil: undefined })
  // No parameter of Tencent's begins like this.
  const names = fc.string({ unit: 'grapheme' }).map((name) => `my${name}`)
  const extraParameters = fc.dictionary(names, fc.string({ unit: 'grapheme' }))
  const headers = fc.constantFrom<SentRequest['headers']>(
    { 'Content-Type': 'application/json' },
    { 'Content-Type': 'text/plain; charset=utf-8' },
    {}
  )
  return fc
    .record({ packet, clientIp, optPlatform, requestId, extraParameters, headers })
    .map(({ headers, ...one }) => ({ ...callbackRequest(definition, { ...options, ...one }), headers }))
}

/**
 * Requests that are nearly valid: any packet of the command, with one thing wrong about the request. Every route has to
 * refuse all of them.
 *
 * @throws TypeError as `packetArbitrary` and `callbackRequest` do.
 * @example
 * import fc from 'fast-check'
 * import { BlocklistAdd, parseBlocklistAddCallback } from 'tencent-im-callbacks'
 * import { hostileRequestArbitrary } from 'tencent-im-callbacks/testing/arbitrary'
 *
 * const sdkAppId = 1400000000
 * const parse = parseBlocklistAddCallback({ sdkAppId })
 *
 * fc.assert(
 *   fc.property(hostileRequestArbitrary(BlocklistAdd, { sdkAppId }), ({ request, expected }) => {
 *     const result = parse(request)
 *     return result._tag === 'Left' && result.left._tag === expected
 *   })
 * )
 */
export const hostileRequestArbitrary = (
  definition: AnyDefinition,
  given: RequestArbitraryOptions
): fc.Arbitrary<HostileRequest> => {
  const { packet, options } = parts(definition, given)
  return packet.chain((one) => fc.constantFrom(...hostileRequests(definition, { ...options, packet: one })))
}
