import { describe, expect, it } from '@jest/globals'
import type { Either } from 'fp-ts/Either'
import * as t from 'io-ts'
import {
  allCallbacks,
  BlocklistAdd,
  defineCallback,
  list,
  packet,
  parseCallback,
  tokenAuthentication,
  type AnyDefinition,
  type CallbackError,
  type CallbackRequest
} from '../../src'
import { genuineRequests, hostileRequests, type GenuineRequest, type HostileRequest } from '../../src/testing'
import { jsonObjectIn } from '../../src/testing/json-object'
import { pairs, sdkAppId } from '../fixtures/blocklist'
import { documented } from '../support/catalogue'
import { own } from './definitions'

const now = (): number => 1669872112000
const definitions: ReadonlyArray<AnyDefinition> = allCallbacks
const tables: ReadonlyArray<{ readonly definition: AnyDefinition; readonly packet: object }> = [
  ...definitions.map((definition) => ({ definition, packet: documented(definition.command).exampleRequest })),
  ...Object.values(own)
]
const largeList = 'a list of 1000 items, beyond 100 KiB'
const names = (rows: ReadonlyArray<{ readonly name: string }>): ReadonlyArray<string> => rows.map(({ name }) => name)
const lowerCase = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

/** What becomes of each request, by its name. */
const outcomes = (
  parse: (request: CallbackRequest) => Either<CallbackError, unknown>,
  rows: ReadonlyArray<GenuineRequest | HostileRequest>
) =>
  rows.map(({ name, request }) => {
    const result = parse(request)
    return `${name}: ${result._tag === 'Left' ? result.left._tag : 'accepted'}`
  })
const expectedOf = (row: GenuineRequest | HostileRequest): string =>
  'expected' in row ? row.expected : row.name === 'another command' ? 'UnhandledCommand' : 'accepted'

describe.each(tables)('for $definition.command', ({ definition, packet }) => {
  const signed = { sdkAppId, packet, token: 'x', now }
  const rows = [
    ...genuineRequests(definition, { sdkAppId, packet }),
    ...hostileRequests(definition, { sdkAppId, packet })
  ]
  const signedRows = [...genuineRequests(definition, signed), ...hostileRequests(definition, signed)]
  const expected = (all: typeof rows) => all.map((row) => `${row.name}: ${expectedOf(row)}`)

  it('every request is accepted or refused as it says', () => {
    expect(outcomes(parseCallback(definition)({ sdkAppId }), rows)).toEqual(expected(rows))
  })
  it('every signed request is accepted or refused as it says', () => {
    const authenticate = tokenAuthentication({ token: 'x', now })
    expect(outcomes(parseCallback(definition)({ sdkAppId, authenticate }), signedRows)).toEqual(expected(signedRows))
  })
  it('names differ, and all that is wrong is different', () => {
    const hostile = hostileRequests(definition, signed)
    expect(new Set(names(signedRows)).size).toBe(signedRows.length)
    expect(new Set(hostile.map(({ request }) => JSON.stringify(request))).size).toBe(hostile.length)
  })
})

describe('what is sent', () => {
  const options = { sdkAppId, token: 'x', now }
  it.each([...genuineRequests(BlocklistAdd, options), ...hostileRequests(BlocklistAdd, options)])(
    'fetch sends as it is: $name',
    async ({ request }) => {
      const sent = new Request(`http://localhost/?${request.query}`, request)
      expect([sent.method, sent.url]).toEqual([request.method, `http://localhost${request.url}`])
      expect(Object.fromEntries(sent.headers)).toMatchObject(lowerCase(request.headers))
      expect(Buffer.from(await sent.arrayBuffer())).toEqual(Buffer.from(request.body ?? ''))
    }
  )
})

describe('genuineRequests', () => {
  const rows = genuineRequests(BlocklistAdd, { sdkAppId, token: 'x', now, extraParameters: { appId: '7' } })
  const request = (name: string) => rows.find((row) => row.name === name)?.request

  it('keep the order of the documentation, and then the parameters of the app', () => {
    expect(request('the documented request')?.query).toMatch(
      /^SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd&contenttype=json&ClientIP=127.0.0.1&OptPlatform=iOS&Sign=[0-9a-f]{64}&RequestTime=1669872112&appId=7$/
    )
    expect(request('parameters that are not documented')?.url).toContain('&appId=7&')
  })
  it('have a thousand different pairs', () => {
    const body = request(largeList)?.body ?? ''
    expect(Buffer.byteLength(body)).toBeGreaterThan(100 * 1024)
    const { PairList } = JSON.parse(body) as { PairList: ReadonlyArray<{ To_Account: string }> }
    expect(new Set(PairList.map(({ To_Account }) => To_Account)).size).toBe(1000)
  })
  const largeOf = (definition: AnyDefinition, packet: object): GenuineRequest | undefined =>
    genuineRequests(definition, { sdkAppId, packet }).find(({ name }) => name === largeList)

  it.each<[string, AnyDefinition, object]>([
    ['have no list', own.Result.definition, own.Result.packet],
    ['have an empty one', BlocklistAdd, { PairList: [] }],
    ['have only the elements of a message, which is never so long', own.Review.definition, own.Review.packet]
  ])('are without a long list for packets that %s', (_title, definition, packet) => {
    expect(largeOf(definition, packet)).toBeUndefined()
  })
  it.each<[item: unknown, items: number]>([
    ['leckie', 1000],
    [{ Member_Account: 'leckie' }, 1000],
    [{ Subscriber_Account: 'leckie' }, 1000],
    [{ Age: 7 }, 1],
    [7, 1]
  ])('have a thousand items like %j, of which %d differ', (item, different) => {
    const definition = defineCallback({ command: 'A', packet: packet('A', { Items: list(t.unknown) }) })
    const body = largeOf(definition, { Items: [item] })?.request.body ?? ''
    expect(body.length).toBeGreaterThan(100 * 1024)
    const { Items } = JSON.parse(body) as { Items: ReadonlyArray<unknown> }
    expect([Items.length, new Set(Items.map((one) => JSON.stringify(one))).size]).toEqual([1000, different])
  })
})

describe('jsonObjectIn', () => {
  it('is the object, or an empty one', () => {
    expect(['{ "a": 1 }', 'null', '[1]', '7'].map(jsonObjectIn)).toEqual([{ a: 1 }, {}, {}, {}])
  })
})

describe('hostileRequests', () => {
  it('are for another app than 1 where that is the own one', () => {
    const queries = [1, 2].map((id) => {
      const rows = hostileRequests(BlocklistAdd, { sdkAppId: id, packet: { PairList: pairs } })
      return rows.find(({ expected }) => expected === 'SdkAppIdMismatch')?.request.query
    })
    expect(queries).toEqual([expect.stringContaining('SdkAppid=2&'), expect.stringContaining('SdkAppid=1&')])
  })
  it('have an advice each', () => {
    for (const { advice } of hostileRequests(BlocklistAdd, { sdkAppId, token: 'x' }))
      expect(advice).toMatch(/^.{20,100}$/)
  })
  it("keep the app's own parameters in the URL check of the console", () => {
    const rows = hostileRequests(BlocklistAdd, { sdkAppId, extraParameters: { appId: '7' } })
    expect(rows.find(({ name }) => name.startsWith('the URL check'))?.request.url).toBe('/?appId=7')
  })
})
