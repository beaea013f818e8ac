import type { Callback, CallbackDefinition } from 'tencent-im-callbacks'
import { sentAndReceived, type RequestOptions, type RequestTableOptions, type SentRequest } from './callback-request'
import { packetOr } from './examples'
import { isJsonObject } from './json-object'

/**
 * A request that has to be accepted.
 *
 * @category testing
 * @since 0.1.0
 */
export interface GenuineRequest {
  readonly name: string
  readonly request: SentRequest
}

const documentedOrder = ['SdkAppid', 'CallbackCommand', 'contenttype', 'ClientIP', 'OptPlatform', 'Sign', 'RequestTime']

const inDocumentedOrder = (request: SentRequest): SentRequest => {
  const query = new URLSearchParams()
  for (const name of documentedOrder)
    for (const value of new URLSearchParams(request.query).getAll(name)) query.append(name, value)
  return { ...request, query: query.toString(), url: `/?${query.toString()}` }
}

/** A thousand items like these, each to another account. */
const thousand = (items: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  Array.from({ length: 1000 }, (_, i) => {
    const item = items[i % items.length]
    return isJsonObject(item) && typeof item.To_Account === 'string'
      ? { ...item, To_Account: `${item.To_Account}-${String(i).padStart(20, '0')}` }
      : item
  })

/** The packet with a thousand items in its first list, on as many lines as Tencent's page would give it. */
const large = (body: string): string | undefined => {
  const packet: unknown = JSON.parse(body)
  if (!isJsonObject(packet)) return undefined
  for (const [key, value] of Object.entries(packet)) {
    if (Array.isArray(value) && value.length > 0) {
      return JSON.stringify({ ...packet, [key]: thousand(value) }, undefined, 4)
    }
  }
  return undefined
}

/**
 * The requests that a route has to accept, by name: what is documented, what was captured, and what Tencent may send one
 * day. The route answers OK to every one of them.
 *
 * @throws TypeError, where it is used wrongly, as with `callbackRequest`.
 * @category testing
 * @since 0.1.0
 * @example
 * import assert from 'node:assert/strict'
 * import { BlocklistAdd, parseBlocklistAddCallback } from 'tencent-im-callbacks'
 * import { genuineRequests } from 'tencent-im-callbacks/testing'
 *
 * const parse = parseBlocklistAddCallback({ sdkAppId: 1400000000 })
 *
 * for (const { name, request } of genuineRequests(BlocklistAdd, { sdkAppId: 1400000000 })) {
 *   assert.equal(parse(request)._tag, 'Right', name)
 * }
 */
export const genuineRequests = <A extends Callback>(
  definition: CallbackDefinition<A>,
  options: RequestTableOptions<A['packet']>
): ReadonlyArray<GenuineRequest> => {
  const packet = packetOr(options.packet, definition.command)
  const build = (change: Partial<RequestOptions> & { readonly packet?: unknown }): SentRequest =>
    sentAndReceived(definition, { ...options, packet, ...change }).request

  const captured = build({})
  const documented = inDocumentedOrder(captured)
  const body = large(captured.body)
  return [
    { name: 'the documented request', request: documented },
    { name: 'parameters in the order that was captured', request: captured },
    {
      name: 'parameters that are not documented',
      request: build({ requestId: '7f2c1f0e', extraParameters: { ...options.extraParameters, appId: '42' } })
    },
    { name: 'a platform that is new', request: build({ optPlatform: 'HarmonyOS' }) },
    { name: 'neither ClientIP nor OptPlatform', request: build({ clientIp: null, optPlatform: null }) },
    { name: 'the same callback again', request: documented },
    { name: 'no Content-Type', request: { ...documented, headers: {} } },
    { name: 'Content-Type text/plain', request: { ...documented, headers: { 'Content-Type': 'text/plain' } } },
    {
      name: 'a field that is not documented',
      request: build({ packet: { ...Object(packet), SyncOtherMachine: 1 } })
    },
    ...(body === undefined ? [] : [{ name: 'a list of 1000 items, beyond 100 KiB', request: { ...documented, body } }])
  ]
}
