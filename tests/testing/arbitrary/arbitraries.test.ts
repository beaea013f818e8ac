import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import * as t from 'io-ts'
import {
  BlocklistAdd,
  ClientIp,
  defineCallback,
  list,
  OptPlatform,
  packet,
  parseCallback,
  record,
  StateChange,
  tokenAuthentication,
  UserId,
  type AnyDefinition,
  type MsgBody,
  type MsgElement
} from '../../../src'
import { callbackRequest } from '../../../src/testing'
import { hostileRequestArbitrary, packetArbitrary, requestArbitrary } from '../../../src/testing/arbitrary'
import { sdkAppId } from '../../fixtures/blocklist'
import { valueAt } from '../../support/json-path'
import { own } from '../definitions'

const dates = { arbitraries: { Date: fc.date({ noInvalidDate: true }) } }
const definitions: ReadonlyArray<AnyDefinition> = [
  BlocklistAdd,
  StateChange,
  ...Object.values(own).map(({ definition }) => definition)
]

/** Some packets that have one field of the codec. */
const samples = (codec: t.Mixed): ReadonlyArray<unknown> => {
  const definition = defineCallback({ command: 'A', packet: packet('A', { Field: codec }) })
  return fc.sample(packetArbitrary(definition), { numRuns: 200, seed: 1 }).map(({ Field }): unknown => Field)
}

describe.each(definitions)('for $command', (definition) => {
  it('every packet is one, and what is sent comes back', () => {
    fc.assert(
      fc.property(packetArbitrary(definition, dates), (some) => {
        expect(definition.packet.is(some)).toBe(true)
        const result = parseCallback(definition)({ sdkAppId })(
          callbackRequest(definition, { sdkAppId, packet: some as object })
        )
        expect(result).toMatchObject({ _tag: 'Right', right: { packet: some } })
      })
    )
  })
  const signing = { token: 'x', now: () => 1669872112000 }
  const parse = parseCallback(definition)({ sdkAppId, authenticate: tokenAuthentication(signing) })
  const options = { sdkAppId, ...signing, ...dates }

  it('every request is accepted', () => {
    fc.assert(
      fc.property(requestArbitrary(definition, options), (request) => {
        expect(parse(request)._tag).toBe('Right')
      })
    )
  })
  it('every hostile request is refused as it says', () => {
    fc.assert(
      fc.property(hostileRequestArbitrary(definition, options), ({ request, expected }) => {
        expect(parse(request)).toMatchObject({ _tag: 'Left', left: { _tag: expected } })
      }),
      { numRuns: 50 }
    )
  })
})

describe.each<[string, (options: never) => unknown]>([
  ['packetArbitrary', (options) => packetArbitrary(BlocklistAdd, options)],
  ['requestArbitrary', (options) => requestArbitrary(BlocklistAdd, options)],
  ['hostileRequestArbitrary', (options) => hostileRequestArbitrary(BlocklistAdd, options)]
])('%s', (_name, build) => {
  it('refuses an option that it does not know', () => {
    expect(() => build({ packets: [] } as never)).toThrow(/^Unknown option "packets"/)
  })
})

describe('a packet', () => {
  const packets = (definition: AnyDefinition) =>
    fc.sample<unknown>(packetArbitrary(definition), { numRuns: 200, seed: 1 })

  it('has its command, empty text or neither where it need not have it', () => {
    const commands = packets(own.Review.definition).map((one) => valueAt(one, ['CallbackCommand']))
    expect(new Set(commands)).toEqual(new Set([undefined, '', 'Example.Review']))
  })
  it('has texts among the elements of its messages, and elements that are new', () => {
    const elements = packets(own.Review.definition).flatMap((one) => valueAt(one, ['MsgBody']) as MsgBody)
    const isText = ({ MsgType, MsgContent }: MsgElement) =>
      MsgType === 'TIMTextElem' && typeof MsgContent['Text'] === 'string'
    expect(new Set(elements.map(isText))).toEqual(new Set([true, false]))
  })
  it('has documented words, and words that are new', () => {
    const words = packets(own.Logout.definition).map((one) => valueAt(one, ['Why']))
    expect(words).toEqual(expect.arrayContaining(['Kicked', 'Quit']))
    expect(new Set(words).size).toBeGreaterThan(10)
  })
})

describe('requests', () => {
  // Not while this file loads: an arbitrary that filters in vain would never let it.
  const requests = () => fc.sample(requestArbitrary(BlocklistAdd, { sdkAppId }), { numRuns: 200, seed: 1 })
  it.each<[string, (one: ReturnType<typeof requests>[number]) => boolean]>([
    ['a ClientIP', ({ query }) => query.includes('ClientIP')],
    ['an OptPlatform', ({ query }) => query.includes('OptPlatform')],
    ['a RequestID', ({ query }) => query.includes('RequestID')],
    ['a parameter of the app', ({ query }) => query.includes('&my')],
    ['a Content-Type', ({ headers }) => 'Content-Type' in headers],
    ['a pair', ({ body }) => body.includes('From_Account')]
  ])('come with and without %s', (_title, has) => {
    expect(new Set(requests().map(has))).toEqual(new Set([true, false]))
  })
})

describe('variety', () => {
  const requests = () => fc.sample(requestArbitrary(BlocklistAdd, { sdkAppId }), { numRuns: 500, seed: 1 })

  it('is in the Content-Type', () => {
    const types = new Set(requests().map(({ headers }) => headers['Content-Type']))
    expect(types).toEqual(new Set(['application/json', 'text/plain; charset=utf-8', undefined]))
  })
  it('is in the platform, which is never empty', () => {
    const platforms = requests().map(({ query }) => new URLSearchParams(query).get('OptPlatform'))
    for (const platform of ['iOS', 'Web', 'RESTAPI']) expect(platforms).toContain(platform)
    expect(new Set(platforms).size).toBeGreaterThan(10)
    expect(platforms).not.toContain('')
  })
  it("is in the parameters of the app's own, of any script", () => {
    const own = requests().flatMap(({ query }) =>
      [...new URLSearchParams(query)].filter(([name]) => name.startsWith('my'))
    )
    const isForeign = (text: string): boolean => /[^\0-\x7f]/.test(text)
    expect(own.some(([name]) => isForeign(name))).toBe(true)
    expect(own.some(([, value]) => isForeign(value))).toBe(true)
  })
})

describe('what a codec does not take', () => {
  it('is not a packet, whatever the parts of the codec are', () => {
    const parts: [t.Mixed, t.Mixed] = [
      t.type({ A: t.literal(1) }),
      t.type({ A: t.union([t.literal(1), t.literal(2)]) })
    ]
    const definition = defineCallback({ command: 'A', packet: t.intersection(parts), commandInPacket: 'absent' })
    for (const one of fc.sample(packetArbitrary(definition), { numRuns: 100, seed: 1 })) expect(one).toEqual({ A: 1 })
  })
  it('is not sent: a packet is an object, though its codec takes anything', () => {
    const definition = defineCallback({ command: 'A', packet: t.unknown, commandInPacket: 'absent' })
    for (const { body } of fc.sample(requestArbitrary(definition, { sdkAppId }), { numRuns: 500, seed: 1 })) {
      expect(body).toMatch(/^\{.*\}$/s)
    }
  })
})

describe('what is derived from a codec', () => {
  const Nested: t.Mixed = t.recursion('Nested', () => new t.StringType())
  it.each<[string, t.Mixed]>([
    ['text', t.string],
    ['numbers', t.number],
    ['true and false', t.boolean],
    ['null', t.null],
    ['anything', t.unknown],
    ['a literal', t.literal('Add_Type_Both')],
    ['an enumeration', t.keyof({ A: null, B: null })],
    ['a union', t.union([t.literal(0), t.literal(1), UserId])],
    ['an intersection', t.intersection([t.type({ A: t.string }), t.partial({ B: t.number })])],
    ['an array', t.array(t.string)],
    ['a readonly array', t.readonlyArray(t.number)],
    ['a readonly object', t.readonly(t.type({ A: t.string }))],
    ['an exact object', t.exact(t.type({ A: t.string }))],
    ['an integer', t.Int],
    ['a record of optional fields', record('Optional', {}, { A: UserId })],
    ['a list', list(t.string)],
    ['a user id', UserId],
    ['a platform', OptPlatform],
    ['an address', ClientIp],
    ['what refers to itself', Nested]
  ])('%s is valid, has variety, and survives JSON', (_title, codec) => {
    const values = samples(codec)
    const texts = values.map((value) => JSON.stringify(value))
    for (const [i, value] of values.entries()) {
      expect(codec.is(value)).toBe(true)
      expect(JSON.parse(texts[i] ?? '')).toEqual(value)
    }
    const isConstant = codec === t.null || codec instanceof t.LiteralType
    expect(new Set(texts).size > 1).toBe(!isConstant)
  })
  it('has every optional field in some, and not in others', () => {
    const has = samples(record('Optional', {}, { A: t.string })).map((value) => Object.hasOwn(value as object, 'A'))
    expect(new Set(has)).toEqual(new Set([true, false]))
  })
  it('is what is given for a codec of this name', () => {
    const { arbitraries } = { arbitraries: { UserId: fc.constant('leckie') } }
    fc.assert(
      fc.property(packetArbitrary(BlocklistAdd, { arbitraries }), ({ PairList }) => {
        for (const pair of PairList) expect(pair).toEqual({ From_Account: 'leckie', To_Account: 'leckie' })
      })
    )
  })
  it('is nothing for a codec of unknown make that takes none of the usual values: it is named', () => {
    expect(() => packetArbitrary(own.Rename.definition)).toThrow(
      new TypeError('There is no arbitrary for Date: give one by this name')
    )
  })
})
