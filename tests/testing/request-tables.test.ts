import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import {
  BlocklistAdd,
  defineCallback,
  list,
  packet,
  parseCallback,
  tokenAuthentication,
  type AnyCallbackDefinition
} from '../../src'
import { examples, genuineRequests, hostileRequests } from '../../src/testing'
import { jsonObjectIn } from '../../src/testing/json-object'
import { pairs, sdkAppId } from '../fixtures/blocklist'
import { expectLeft, expectRight } from '../support/either'
import { Bare, Rename, renamePacket } from './definitions'

const now = (): number => 1669872112000
const tables: ReadonlyArray<{ definition: AnyCallbackDefinition; packet: object }> = [
  ...examples,
  { definition: Rename, packet: renamePacket },
  { definition: Bare, packet: { Result: 0 } }
]
const names = (rows: ReadonlyArray<{ readonly name: string }>): ReadonlyArray<string> => rows.map(({ name }) => name)
const lowerCase = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

describe.each(tables)('for $definition.command', ({ definition, packet }) => {
  const parse = parseCallback(definition)({ sdkAppId })
  const signed = parseCallback(definition)({ sdkAppId, authenticate: tokenAuthentication({ token: 'x', now }) })
  const options = { sdkAppId, packet }
  const signedOptions = { ...options, token: 'x', now }

  it.each(genuineRequests(definition, options))('$name is accepted', ({ request }) => {
    expect(expectRight(parse(request)).command).toBe(definition.command)
  })
  it.each(genuineRequests(definition, signedOptions))('$name is accepted, signed', ({ request }) => {
    expect(expectRight(signed(request)).command).toBe(definition.command)
  })
  it.each(hostileRequests(definition, options))('$name gives $expected', ({ request, expected }) => {
    expect(expectLeft(parse(request))._tag).toBe(expected)
  })
  it.each(hostileRequests(definition, signedOptions))('$name gives $expected, signed', ({ request, expected }) => {
    expect(expectLeft(signed(request))._tag).toBe(expected)
  })
  it.each([...genuineRequests(definition, signedOptions), ...hostileRequests(definition, signedOptions)])(
    '$name is one that fetch sends as it is',
    async ({ request }) => {
      const sent = new Request(`http://localhost/?${request.query}`, request)
      expect([sent.method, sent.url]).toEqual([request.method, `http://localhost${request.url}`])
      expect(Object.fromEntries(sent.headers)).toMatchObject(lowerCase(request.headers))
      expect(Buffer.from(await sent.arrayBuffer())).toEqual(Buffer.from(request.body ?? ''))
    }
  )
  it('names differ, and all that is wrong is different', () => {
    const hostile = hostileRequests(definition, signedOptions)
    expect(new Set(names(hostile)).size).toBe(hostile.length)
    expect(new Set(hostile.map(({ request }) => JSON.stringify(request))).size).toBe(hostile.length)
  })
})

describe('genuineRequests', () => {
  const rows = genuineRequests(BlocklistAdd, { sdkAppId, token: 'x', now, extraParameters: { appId: '7' } })
  const request = (name: string) => rows.find((row) => row.name === name)?.request

  it('are these', () => {
    expect(names(rows)).toEqual([
      'the documented request',
      'the captured order of parameters',
      'parameters that are not documented',
      'a platform that is new',
      'a request without ClientIP and OptPlatform',
      'the same callback again',
      'a request without Content-Type',
      'a request with Content-Type text/plain',
      'a field that is not documented',
      'a list of 1000 items, beyond 100 KiB'
    ])
  })
  it('keep the order of the documentation, and then the parameters of the app', () => {
    expect(request('the documented request')?.query).toMatch(
      /^SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd&contenttype=json&ClientIP=127.0.0.1&OptPlatform=iOS&Sign=[0-9a-f]{64}&RequestTime=1669872112&appId=7$/
    )
    expect(request('parameters that are not documented')?.url).toContain('&appId=7&')
  })
  it('have a thousand different pairs', () => {
    const body = request('a list of 1000 items, beyond 100 KiB')?.body ?? ''
    expect(Buffer.byteLength(body)).toBeGreaterThan(100 * 1024)
    const { PairList } = JSON.parse(body) as { PairList: ReadonlyArray<{ To_Account: string }> }
    expect(new Set(PairList.map(({ To_Account }) => To_Account)).size).toBe(1000)
  })
  it('are without a long list where the packet has none', () => {
    expect(names(genuineRequests(Bare, { sdkAppId, packet: { Result: 0 } }))).not.toContain(
      'a list of 1000 items, beyond 100 KiB'
    )
    expect(names(genuineRequests(BlocklistAdd, { sdkAppId, packet: { PairList: [] } }))).not.toContain(
      'a list of 1000 items, beyond 100 KiB'
    )
  })
})

describe('a list of a thousand', () => {
  it.each([['id'], [{ Age: 7 }]])('is one of any items: %j', (item) => {
    const definition = defineCallback({ command: 'A', packet: packet('A', { Items: list(t.unknown) }) })
    const [large] = genuineRequests(definition, { sdkAppId, packet: { Items: [item] } }).slice(-1)
    expect(large?.request.body.length).toBeGreaterThan(100 * 1024)
    expect(JSON.parse(large?.request.body ?? '')).toEqual({ CallbackCommand: 'A', Items: Array(1000).fill(item) })
  })
})

describe('jsonObjectIn', () => {
  it('is the object, or an empty one', () => {
    expect(['{ "a": 1 }', 'null', '[1]', '7'].map(jsonObjectIn)).toEqual([{ a: 1 }, {}, {}, {}])
  })
})

describe('hostileRequests', () => {
  it('are these', () => {
    expect(hostileRequests(BlocklistAdd, { sdkAppId, token: 'x' }).map((row) => `${row.name}: ${row.expected}`))
      .toMatchInlineSnapshot(`
     [
       "a GET: MethodNotAllowed",
       "the URL check of the console, with neither parameters nor body: InvalidParameters",
       "a request without SdkAppid: InvalidParameters",
       "an empty SdkAppid: InvalidParameters",
       "an SdkAppid with a leading zero: InvalidParameters",
       "an SdkAppid that is no number: InvalidParameters",
       "a repeated SdkAppid: InvalidParameters",
       "a request without CallbackCommand: InvalidParameters",
       "a repeated CallbackCommand: InvalidParameters",
       "another contenttype than json: InvalidParameters",
       "the SDKAppID of another app: SdkAppIdMismatch",
       "a request without Sign: AuthenticationFailed",
       "a request without RequestTime: AuthenticationFailed",
       "a Sign of another token: AuthenticationFailed",
       "an empty Sign: AuthenticationFailed",
       "a repeated Sign: AuthenticationFailed",
       "a Sign of an hour ago: AuthenticationFailed",
       "another command: UnexpectedCommand",
       "an empty body: MalformedBody",
       "broken JSON: MalformedBody",
       "a form instead of JSON: MalformedBody",
       "bytes that are not UTF-8: MalformedBody",
       "a packet that is null: InvalidPacket",
       "a packet that is a list: InvalidPacket",
       "a packet of another command: CommandMismatch",
       "a packet without CallbackCommand: InvalidPacket",
       "a packet whose CallbackCommand is a number: InvalidPacket",
       "a packet where PairList is missing: InvalidPacket",
       "a packet where PairList is null: InvalidPacket",
       "a packet where PairList is a number: InvalidPacket",
       "a packet where PairList is text: InvalidPacket",
       "a packet where PairList[0] is null: InvalidPacket",
       "a packet where PairList[0] is a number: InvalidPacket",
       "a packet where PairList[0] is text: InvalidPacket",
       "a packet where PairList[0].From_Account is missing: InvalidPacket",
       "a packet where PairList[0].From_Account is null: InvalidPacket",
       "a packet where PairList[0].From_Account is a number: InvalidPacket",
       "a packet where PairList[0].From_Account is empty: InvalidPacket",
       "a packet where PairList[0].To_Account is missing: InvalidPacket",
       "a packet where PairList[0].To_Account is null: InvalidPacket",
       "a packet where PairList[0].To_Account is a number: InvalidPacket",
       "a packet where PairList[0].To_Account is empty: InvalidPacket",
     ]
    `)
  })
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
