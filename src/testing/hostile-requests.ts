import type { AnyDefinition, CallbackError, CallbackOf, CommandInPacket } from 'tencent-im-callbacks'
import {
  reserved,
  sentAndReceived,
  type RequestOptions,
  type RequestTableOptions,
  type SentRequest
} from './callback-request'
import { packetOr } from './examples'
import { jsonObjectIn } from './json-object'
import { again, otherCommand, withoutParameter, withParameter, withQuery } from './request-changes'
import { wrongPackets } from './wrong-packets'

/** A request that must not be accepted. */
export interface HostileRequest {
  readonly name: string
  readonly request: Omit<SentRequest, 'method' | 'body'> & {
    readonly method: string
    /** As fetch takes it: `null` for a GET, and no bytes that are shared. */
    readonly body: string | ReturnType<typeof Uint8Array.of> | null
  }
  /** The `_tag` of the error that parsing it gives. */
  readonly expected: Exclude<CallbackError['_tag'], 'UnhandledCommand' | 'InternalError'>
  /** For a route that does not refuse it. */
  readonly advice: string
  /**
   * Whether a platform may hide what is wrong: some give an app one value of a parameter that was sent twice. Then the
   * request is accepted, which is harmless, since the value left is checked.
   */
  readonly mayBeHidden: boolean
}

const advice: Readonly<Record<HostileRequest['expected'], string>> = {
  MethodNotAllowed: 'callbacks are sent with POST: refuse other methods',
  InvalidParameters: 'refuse requests whose parameters are missing, repeated or malformed',
  SdkAppIdMismatch: 'compare SdkAppid with your own before anything else, as Tencent requires',
  AuthenticationFailed: 'check Sign and RequestTime, with tokenAuthentication({ token })',
  MalformedBody: 'answer FAIL, also where a body parser fails before your route runs',
  CommandMismatch: 'refuse a packet of another command than that of the URL',
  InvalidPacket: 'check the packet before you use it, and answer FAIL'
}

const repeatAdvice = 'refuse it, unless your platform hides repeats: that is harmless, since the value left is checked'

const row =
  (expected: HostileRequest['expected']) =>
  (name: string, request: HostileRequest['request']): HostileRequest => ({
    name,
    request,
    expected,
    advice: advice[expected],
    mayBeHidden: false
  })

const repeated = (request: HostileRequest): HostileRequest => ({
  ...request,
  advice: repeatAdvice,
  mayBeHidden: true
})

const wrongParameters = (request: SentRequest, sdkAppId: string): ReadonlyArray<HostileRequest> => {
  const invalid = row('InvalidParameters')
  // Far from the app's own, since people have several that are close together.
  const foreign = sdkAppId === '1' ? '2' : '1'
  return [
    row('MethodNotAllowed')('a GET', { ...request, method: 'GET', body: null }),
    invalid('the URL check of the console, with neither parameters nor body', {
      ...withQuery(request, (query) => {
        for (const name of reserved) query.delete(name)
      }),
      body: ''
    }),
    invalid('a request without SdkAppid', withoutParameter(request, 'SdkAppid')),
    invalid('an empty SdkAppid', withParameter(request, 'SdkAppid', '')),
    invalid('an SdkAppid with a leading zero', withParameter(request, 'SdkAppid', `0${sdkAppId}`)),
    invalid('an SdkAppid that is not a number', withParameter(request, 'SdkAppid', 'NaN')),
    repeated(invalid('a repeated SdkAppid', again(request, 'SdkAppid', foreign))),
    invalid('a request without CallbackCommand', withoutParameter(request, 'CallbackCommand')),
    repeated(invalid('a repeated CallbackCommand', again(request, 'CallbackCommand', otherCommand))),
    invalid('another contenttype than json', withParameter(request, 'contenttype', 'xml')),
    row('SdkAppIdMismatch')('the SDKAppID of another app', withParameter(request, 'SdkAppid', foreign))
  ]
}

const notAuthentic = (request: SentRequest): ReadonlyArray<HostileRequest> => {
  const failed = row('AuthenticationFailed')
  return [
    failed('a request without Sign', withoutParameter(request, 'Sign')),
    failed('a request without RequestTime', withoutParameter(request, 'RequestTime')),
    failed('a Sign of another token', withParameter(request, 'Sign', '0'.repeat(64))),
    failed('an empty Sign', withParameter(request, 'Sign', '')),
    repeated(failed('a repeated Sign', again(request, 'Sign', '0'.repeat(64))))
  ]
}

const wrongBodies = (request: SentRequest, { commandInPacket }: AnyDefinition): ReadonlyArray<HostileRequest> => {
  const packet = jsonObjectIn(request.body)
  const malformed = row('MalformedBody')
  const invalid = row('InvalidPacket')
  const withCommand = (CallbackCommand: unknown): SentRequest => ({
    ...request,
    body: JSON.stringify({ ...packet, CallbackCommand })
  })
  const ofCommand: Readonly<Record<CommandInPacket, () => ReadonlyArray<HostileRequest>>> = {
    required: () => [...ofCommand.optional(), invalid('a packet without CallbackCommand', withCommand(undefined))],
    optional: () => [
      row('CommandMismatch')('a packet of another command', withCommand(otherCommand)),
      invalid('a packet whose CallbackCommand is a number', withCommand(1))
    ],
    absent: () => []
  }
  return [
    malformed('an empty body', { ...request, body: '' }),
    malformed('broken JSON', { ...request, body: request.body.slice(0, -1) }),
    malformed('a form instead of JSON', { ...request, body: request.query }),
    malformed('bytes that are not UTF-8', { ...request, body: Uint8Array.of(0x22, 0xff, 0x22) }),
    invalid('a packet that is null', { ...request, body: 'null' }),
    invalid('a packet that is a list', { ...request, body: `[${request.body}]` }),
    ...ofCommand[commandInPacket]()
  ]
}

/**
 * The requests that a route has to refuse, each with a name and the `_tag` of the error that parsing it gives. With a
 * `token` there are also requests whose signature is missing, wrong or too old.
 *
 * @throws TypeError where it is used wrongly, as with `callbackRequest`.
 * @example
 * import assert from 'node:assert/strict'
 * import { BlocklistAdd, parseBlocklistAddCallback } from 'tencent-im-callbacks'
 * import { hostileRequests } from 'tencent-im-callbacks/testing'
 *
 * const parse = parseBlocklistAddCallback({ sdkAppId: 1400000000 })
 *
 * for (const { name, request, expected } of hostileRequests(BlocklistAdd, { sdkAppId: 1400000000 })) {
 *   const result = parse(request)
 *   assert.equal(result._tag === 'Left' && result.left._tag, expected, name)
 * }
 */
export const hostileRequests = <Definition extends AnyDefinition>(
  definition: Definition,
  options: RequestTableOptions<CallbackOf<Definition>['packet']>
): ReadonlyArray<HostileRequest> => {
  const given = packetOr(options.packet, definition)
  const build = (change: Partial<RequestOptions>): SentRequest =>
    sentAndReceived(definition, { ...options, packet: given, ...change }).request

  const request = build({})
  const hourAgo = (options.now ?? Date.now)() - 3_600_000
  const stale = (): HostileRequest =>
    row('AuthenticationFailed')('a Sign of an hour ago', build({ now: () => hourAgo }))
  return [
    ...wrongParameters(request, String(options.sdkAppId)),
    ...(options.token === undefined ? [] : [...notAuthentic(request), stale()]),
    ...wrongBodies(request, definition),
    ...wrongPackets(definition.packet, jsonObjectIn(request.body)).map(({ name, packet }) =>
      row('InvalidPacket')(`a packet where ${name}`, { ...request, body: JSON.stringify(packet) })
    )
  ]
}
