import type { AnyDefinition, CallbackOf } from 'tencent-im-callbacks'
import { isObject } from '../codec/json-object'
import { sentAndReceived, type RequestOptions, type RequestTableOptions, type SentRequest } from './callback-request'
import { packetOr } from './examples'
import { jsonObjectIn } from './json-object'
import { otherCommand, withParameter } from './request-changes'

/** A request that has to be accepted. */
export interface GenuineRequest {
  readonly name: string
  /** For a route that does not accept it. */
  readonly advice: string
  readonly request: SentRequest
}

const documentedOrder = ['SdkAppid', 'CallbackCommand', 'contenttype', 'ClientIP', 'OptPlatform', 'Sign', 'RequestTime']

const inDocumentedOrder = (request: SentRequest): SentRequest => {
  const given = [...new URLSearchParams(request.query)]
  const documented = documentedOrder.flatMap((wanted) => given.filter(([name]) => name === wanted))
  const others = given.filter(([name]) => !documentedOrder.includes(name))
  const query = new URLSearchParams([...documented, ...others]).toString()
  return { ...request, query, url: `/?${query}` }
}

const accounts = ['To_Account', 'Member_Account', 'Subscriber_Account']

/** The item for another account, where it is one or names one. */
const numbered = (item: unknown, i: number): unknown => {
  const tail = `-${String(i).padStart(20, '0')}`
  if (typeof item === 'string') return `${item}${tail}`
  if (!isObject(item)) return item
  const key = accounts.find((name) => typeof item[name] === 'string')
  return key === undefined ? item : { ...item, [key]: `${String(item[key])}${tail}` }
}

const thousand = (items: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  Array.from({ length: 1000 }, (_, i) => numbered(items[i % items.length], i))

/** The packet with a thousand items in its first list, on as many lines as Tencent's page would give it. */
const large = (body: string): string | undefined => {
  const packet = jsonObjectIn(body)
  // A message is at most 12 KB long, whatever its elements are.
  const list = Object.entries(packet).find(
    ([key, value]) => key !== 'MsgBody' && Array.isArray(value) && value.length > 0
  )
  if (list === undefined) return undefined
  const [key, items] = list as [string, ReadonlyArray<unknown>]
  // Spaces at the end, where the items are too short for the length.
  return JSON.stringify({ ...packet, [key]: thousand(items) }, undefined, 4).padEnd(101 * 1024)
}

/**
 * The requests that a route has to answer OK, each with a name: what is documented, what was captured, and what Tencent
 * may send one day. Among them is a callback of another command, because Tencent sends all callbacks to one URL, and a
 * FAIL could stop its event.
 *
 * @throws TypeError where it is used wrongly, as with `callbackRequest`.
 * @example
 * import assert from 'node:assert/strict'
 * import { BlocklistAdd, parseBlocklistAddCallback, responseTo } from 'tencent-im-callbacks'
 * import { genuineRequests } from 'tencent-im-callbacks/testing'
 *
 * const parse = parseBlocklistAddCallback({ sdkAppId: 1400000000 })
 *
 * for (const { name, request } of genuineRequests(BlocklistAdd, { sdkAppId: 1400000000 })) {
 *   assert.equal(responseTo(parse(request)).ActionStatus, 'OK', name)
 * }
 */
export const genuineRequests = <Definition extends AnyDefinition>(
  definition: Definition,
  options: RequestTableOptions<CallbackOf<Definition>['packet']>
): ReadonlyArray<GenuineRequest> => {
  const packet = packetOr(options.packet, definition)
  const build = (change: Partial<RequestOptions> & { readonly packet?: unknown }): SentRequest =>
    sentAndReceived(definition, { ...options, packet, ...change }).request

  const captured = build({})
  const documented = inDocumentedOrder(captured)
  const body = large(captured.body)
  const row = (name: string, advice: string, request: SentRequest): GenuineRequest => ({ name, advice, request })
  return [
    row('the documented request', 'is the SDKAppID the right one?', documented),
    row('the captured order of parameters', 'read parameters by name, not by position', captured),
    row(
      'parameters that are not documented',
      'ignore the parameters that you do not know',
      build({ requestId: '7f2c1f0e', extraParameters: { appId: '42', ...options.extraParameters } })
    ),
    row('a platform that is new', 'accept any OptPlatform', build({ optPlatform: 'HarmonyOS' })),
    row(
      'a request without ClientIP and OptPlatform',
      'do not require them: they are informational',
      build({ clientIp: null, optPlatform: null })
    ),
    row('the same callback again', 'a callback can come twice: do its work once, and answer OK again', documented),
    row('a request without Content-Type', 'read the body whatever its Content-Type', { ...documented, headers: {} }),
    row('a request with Content-Type text/plain', 'read the body whatever its Content-Type', {
      ...documented,
      headers: { 'Content-Type': 'text/plain' }
    }),
    row(
      'a field that is not documented',
      'ignore the fields that you do not know',
      build({ packet: { ...Object(packet), SyncOtherMachine: 1 } })
    ),
    row('another command', 'answer OK to commands that you do not handle: a FAIL could stop their events', {
      ...withParameter(documented, 'CallbackCommand', otherCommand),
      body: JSON.stringify({ CallbackCommand: otherCommand })
    }),
    ...(body === undefined
      ? []
      : [row('a list of 1000 items, beyond 100 KiB', 'let bodies be 1 MiB long', { ...documented, body })])
  ]
}
