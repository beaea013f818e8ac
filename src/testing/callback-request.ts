import {
  describeError,
  parseCallback,
  sign,
  tokenAuthentication,
  verifySdkAppId,
  type AnyDefinition,
  type Callback,
  type CallbackOf
} from 'tencent-im-callbacks'
import { isObject } from '../codec/json-object'
import { checkOptions } from '../options'
import type { Unbranded } from './unbranded'

/** A request as Tencent sends it. A parser takes it as it is, and so does any HTTP client. */
export interface SentRequest {
  readonly method: 'POST'
  /** Path and query, as in node's `request.url`. */
  readonly url: string
  /** The query alone, without its question mark: to be appended to the URL that is under test. */
  readonly query: string
  /** Tencent documents no `Content-Type`: this one is the likely one. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What a request says besides its packet. */
export interface RequestOptions {
  readonly sdkAppId: number | string
  /** `127.0.0.1` by default; `null` leaves the parameter out, as some commands do. */
  readonly clientIp?: string | null | undefined
  /** `iOS` by default; `null` leaves the parameter out, as some commands do. */
  readonly optPlatform?: string | null | undefined
  /** Sent as `RequestID`. None by default. Some real requests carry one, though no page of Chat says so. */
  readonly requestId?: string | undefined
  /** If it is given, `Sign` and `RequestTime` are added, as with callback authentication switched on. */
  readonly token?: string | undefined
  /** The time here, in milliseconds since 1970. `Date.now` by default. */
  readonly now?: (() => number) | undefined
  /** Parameters of the app's own URL, which Tencent merges with its own. */
  readonly extraParameters?: Readonly<Record<string, string | ReadonlyArray<string>>> | undefined
}

/** The packet to send, without brands and without its `CallbackCommand`, which is filled in. */
export type PacketToSend<Packet> = Unbranded<Omit<Packet, 'CallbackCommand'>>

export interface CallbackRequestOptions<Packet> extends RequestOptions {
  readonly packet: PacketToSend<Packet>
}

export interface RequestTableOptions<Packet> extends RequestOptions {
  /** By default the one on Tencent's page. Commands that the library lacks need one. */
  readonly packet?: PacketToSend<Packet> | undefined
}

interface UncheckedOptions extends RequestOptions {
  readonly packet: unknown
}

interface Exchange<A extends Callback> {
  readonly request: SentRequest
  readonly callback: A
}

/** In plain JavaScript anything may be given for a definition, such as the name of its command. */
export const checkDefinition = (given: unknown): void => {
  if (!('replyCodec' in Object(given))) throw new TypeError('A definition is needed, such as BlocklistAdd')
}

const optionNames = ['sdkAppId', 'packet', 'clientIp', 'optPlatform', 'requestId', 'token', 'now', 'extraParameters']

/** The parameters that Tencent sets. */
export const reserved: ReadonlySet<string> = new Set([
  'SdkAppid',
  'CallbackCommand',
  'contenttype',
  'ClientIP',
  'OptPlatform',
  'RequestID',
  'RequestId',
  'RequestTime',
  'Sign'
])

/** Anything else would become a text that nobody wanted, such as `null`. */
const textOf = (name: string, given: unknown): string => {
  if (typeof given === 'string') return given
  throw new TypeError(`${name} must be a string`)
}

const queryOf = (command: string, time: number, options: RequestOptions): string => {
  const { clientIp = '127.0.0.1', optPlatform = 'iOS', requestId, token, extraParameters = {} } = options
  const query = new URLSearchParams({ SdkAppid: String(options.sdkAppId), CallbackCommand: command })
  query.set('contenttype', 'json')
  if (clientIp !== null) query.set('ClientIP', textOf('clientIp', clientIp))
  if (optPlatform !== null) query.set('OptPlatform', textOf('optPlatform', optPlatform))
  if (requestId !== undefined) query.set('RequestID', textOf('requestId', requestId))
  if (token !== undefined) {
    const seconds = String(Math.floor(time / 1000))
    query.set('RequestTime', seconds)
    query.set('Sign', sign(token, seconds))
  }
  for (const [name, values] of Object.entries(extraParameters)) {
    if (reserved.has(name)) throw new TypeError(`${name} is a parameter that Tencent sets itself: leave it out`)
    for (const value of [values].flat()) query.append(name, textOf(`extraParameters.${name}`, value))
  }
  // Captured requests have their parameters in ASCII order, those of the app among them.
  query.sort()
  return query.toString()
}

const bodyOf = ({ command, packet, commandInPacket }: AnyDefinition, given: unknown): string => {
  const sent = commandInPacket === 'required' && isObject(given) ? { CallbackCommand: command, ...given } : given
  // What the codec does not take for a packet goes as it is: parsing then says what is wrong with it.
  return JSON.stringify(packet.is(sent) ? packet.encode(sent) : sent)
}

/** Builds a request, and parses it: only what the receiver accepts gets out of here. */
export function sentAndReceived<Definition extends AnyDefinition>(
  definition: Definition,
  options: UncheckedOptions
): Exchange<CallbackOf<Definition>>
export function sentAndReceived(definition: AnyDefinition, options: UncheckedOptions): Exchange<Callback>
export function sentAndReceived(definition: AnyDefinition, options: UncheckedOptions): Exchange<Callback> {
  const { sdkAppId, packet, token } = options
  checkDefinition(definition)
  checkOptions(options, optionNames)
  verifySdkAppId(sdkAppId)
  if (packet === undefined) throw new TypeError("packet is missing; exampleRequest sends that of Tencent's page")
  const time = (options.now ?? Date.now)()
  const query = queryOf(definition.command, time, options)
  const request: SentRequest = {
    method: 'POST',
    url: `/?${query}`,
    query,
    headers: { 'Content-Type': 'application/json' },
    body: bodyOf(definition, packet)
  }
  const authenticate = token === undefined ? undefined : tokenAuthentication({ token, now: () => time })
  const result = parseCallback(definition)({ sdkAppId, authenticate })(request)
  if (result._tag === 'Left') throw new TypeError(`${definition.command}: ${describeError(result.left)}`)
  return { request, callback: result.right }
}

/**
 * Builds the request that Tencent sends for a packet, for tests of the app's own route. Parsing what it builds never
 * fails.
 *
 * @throws TypeError that names the mistake: the packet is not one of the command, or an option is wrong or unknown.
 * @example
 * import assert from 'node:assert/strict'
 * import { BlocklistAdd, parseBlocklistAddCallback } from 'tencent-im-callbacks'
 * import { callbackRequest } from 'tencent-im-callbacks/testing'
 *
 * const request = callbackRequest(BlocklistAdd, {
 *   sdkAppId: 1400000000,
 *   packet: { PairList: [{ From_Account: 'leckie', To_Account: 'peter' }] }
 * })
 *
 * assert.equal(
 *   request.url,
 *   '/?CallbackCommand=Sns.CallbackBlackListAdd&ClientIP=127.0.0.1&OptPlatform=iOS&SdkAppid=1400000000&contenttype=json'
 * )
 * assert.equal(parseBlocklistAddCallback({ sdkAppId: 1400000000 })(request)._tag, 'Right')
 */
export const callbackRequest = <Definition extends AnyDefinition>(
  definition: Definition,
  options: CallbackRequestOptions<CallbackOf<Definition>['packet']>
): SentRequest => sentAndReceived(definition, options).request
