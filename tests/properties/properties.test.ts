import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import * as t from 'io-ts'
import { isIP } from 'node:net'
import {
  BlocklistAddPacket,
  BlocklistPair,
  ClientIp,
  describeError,
  list,
  MsgBody,
  parseBlocklistAddCallback,
  record,
  responseTo,
  SdkAppId,
  UrlParameters,
  UserId,
  type CallbackRequest
} from '../../src'
import { add, sdkAppId } from '../fixtures/blocklist'

const runs = process.env.FC_NUM_RUNS
fc.configureGlobal({
  ...(runs !== undefined && { numRuns: Number(runs) }),
  ...(process.env.FC_SEED !== undefined && { seed: Number(process.env.FC_SEED) })
})

const parse = parseBlocklistAddCallback({ sdkAppId })
const verdict = (request: unknown) => {
  const result = parse(request as CallbackRequest)
  return result._tag === 'Right' ? result.right : result.left
}
const validUrl = `/?SdkAppid=1400000000&CallbackCommand=${add}`

const account = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('@TLS#NOT_FOUND', '用户', '"', '\\', ' ', '__proto__', '\ud800')
)
const pair = fc.record({ From_Account: account, To_Account: account })
const packet = fc.record({ CallbackCommand: fc.constant(add), PairList: fc.array(pair, { maxLength: 20 }) })
const documented = fc.record(
  {
    SdkAppid: fc.constant('1400000000'),
    CallbackCommand: fc.constant(add),
    contenttype: fc.constantFrom('json', 'JSON'),
    ClientIP: fc.oneof(fc.ipV4(), fc.ipV6()),
    OptPlatform: fc.constantFrom('iOS', 'Web', 'HarmonyOS Next'),
    RequestID: fc.uuid()
  },
  { requiredKeys: ['SdkAppid', 'CallbackCommand'] }
)
const foreign = fc.dictionary(
  fc.string({ unit: 'binary', minLength: 1 }).map((name) => `my ${name}`),
  fc.string({ unit: 'binary' }),
  { maxKeys: 3 }
)
const entries = fc
  .tuple(documented, foreign)
  .map(([known, other]) => Object.entries({ ...other, ...known }))
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))

/** All ways in which a server may hand over the same request. */
const forms = (all: ReadonlyArray<readonly [string, string]>, body: unknown): ReadonlyArray<CallbackRequest> => {
  const parameters = new URLSearchParams(all.map(([name, value]): [string, string] => [name, value]))
  const query = parameters.toString()
  return [
    { url: `/cb?${query}`, body },
    { url: `https://example.com/cb?${query}#top`, body },
    { url: new URL(`https://example.com?${query}`), body },
    { query, body },
    { query: `?${query}`, body },
    { query: parameters, body },
    { query: Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)])), body }
  ]
}

/** The text of a value, and all kinds of bytes that it may come in. */
const bodies = (value: unknown): ReadonlyArray<unknown> => {
  const text = JSON.stringify(value)
  const bytes = Buffer.from(text)
  return [value, text, `\ufeff${text}`, bytes, Uint8Array.from(bytes).buffer]
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withBoxedValues: true
})

describe('whatever a request holds', () => {
  it.each<[rule: string, request: fc.Arbitrary<unknown>]>([
    ['any request', anything],
    ['any url, method and body', fc.record({ url: fc.oneof(fc.string(), anything), method: anything, body: anything })],
    ['any query', fc.record({ query: anything, body: fc.constant('{}') })],
    ['any body', fc.record({ url: fc.constant(validUrl), body: fc.oneof(anything, fc.json(), fc.uint8Array()) })],
    [
      'any PairList',
      fc.record({
        url: fc.constant(validUrl),
        body: fc.record({ CallbackCommand: fc.constant(add), PairList: anything })
      })
    ]
  ])('nothing throws, and an error is described in one bounded line: %s', (_rule, request) => {
    fc.assert(
      fc.property(request, (one) => {
        const result = parse(one as CallbackRequest)
        if (result._tag === 'Left') expect(describeError(result.left)).toMatch(/^.{1,500}$/)
        else expect(BlocklistAddPacket.is(result.right.packet)).toBe(true)
      })
    )
  })

  it('messages hold nothing of it', () => {
    const secret = fc
      .string({ minLength: 8, maxLength: 20, unit: fc.constantFrom(...Array.from('012345QXZJ')) })
      .map((one) => `§${one}`)
    fc.assert(
      fc.property(secret, (one) => {
        const requests: ReadonlyArray<unknown> = [
          { method: one, url: '/', body: one },
          { url: `/${one}?SdkAppid=${one}&CallbackCommand=${one}&contenttype=${one}&${one}=${one}`, body: one },
          { query: { SdkAppid: [one, one], CallbackCommand: { [one]: one } }, body: one },
          { url: `/?SdkAppid=1400000000&CallbackCommand=${one}`, body: one },
          { url: validUrl, body: one },
          { url: validUrl, body: { CallbackCommand: one } },
          { url: validUrl, body: { CallbackCommand: add, [one]: one, PairList: { [one]: one } } },
          { url: validUrl, body: { CallbackCommand: add, PairList: [one, { [one]: one, From_Account: [one] }] } }
        ]
        for (const request of requests) {
          const result = parse(request as CallbackRequest)
          expect(result._tag).toBe('Left')
          expect(JSON.stringify(responseTo(result))).not.toContain(one)
          if (result._tag === 'Left' && 'issues' in result.left) expect(JSON.stringify(result.left)).not.toContain(one)
        }
      })
    )
  })
})

describe('a valid request', () => {
  it('parses to what was sent, in every form', () => {
    fc.assert(
      fc.property(entries, packet, (all, sent) => {
        const wellFormed: unknown = JSON.parse(Buffer.from(JSON.stringify(sent)).toString())
        const { RequestID, ...parameters } = Object.fromEntries(all.filter(([name]) => !name.startsWith('my ')))
        for (const body of bodies(wellFormed))
          for (const request of forms(all, body))
            expect(verdict(request)).toEqual({
              command: add,
              parameters: { ...parameters, SdkAppid: sdkAppId },
              packet: wellFormed,
              ...(RequestID !== undefined && { requestId: RequestID })
            })
      }),
      { numRuns: Number(runs ?? 100) / 4 }
    )
  })

  it('keeps the fields that nobody documented', () => {
    const name = fc.string({ minLength: 1 }).filter((one) => one !== '__proto__')
    fc.assert(
      fc.property(packet, fc.dictionary(name, fc.jsonValue()), (sent, more) => {
        expect(verdict({ url: validUrl, body: { ...more, ...sent } })).toMatchObject({ packet: { ...more, ...sent } })
      })
    )
  })

  it('is not changed', () => {
    const freeze = (value: unknown): void => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
    }
    fc.assert(
      fc.property(entries, packet, (all, body) => {
        const request = { query: Object.fromEntries(all), body }
        freeze(request)
        expect(parse(request)._tag).toBe('Right')
      })
    )
  })
})

describe('one thing wrong', () => {
  it.each(['SdkAppid', 'CallbackCommand'])('gives its place in every form: %s is missing, or given twice', (name) => {
    fc.assert(
      fc.property(entries, fc.string(), (all, other) => {
        const found = (code: string) => ({ _tag: 'InvalidParameters', issues: [{ path: [name], code }], total: 1 })
        const without = all.filter(([one]) => one !== name)
        for (const request of forms(without, '')) expect(verdict(request)).toMatchObject(found('missing'))
        for (const request of forms([...all, [name, other]], ''))
          expect(verdict(request)).toMatchObject(found('repeated'))
      })
    )
  })

  it('any other app is refused', () => {
    const id = fc.maxSafeNat().filter((one) => one > 0 && one !== sdkAppId)
    fc.assert(
      fc.property(id, (received) => {
        const url = `/?SdkAppid=${String(received)}&CallbackCommand=${add}`
        expect(verdict({ url, body: '' })).toEqual({ _tag: 'SdkAppIdMismatch', received })
      })
    )
  })

  it('gives its place: a wrong account', () => {
    const wrong = fc.oneof(fc.integer(), fc.constantFrom('', null), fc.array(fc.string()), fc.boolean())
    const field = fc.constantFrom('From_Account', 'To_Account')
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), fc.nat(), field, wrong, (pairs, n, name, value) => {
        const i = n % pairs.length
        const PairList = pairs.map((one, j) => (j === i ? { ...one, [name]: value } : one))
        expect(verdict({ url: validUrl, body: { CallbackCommand: add, PairList } })).toMatchObject({
          _tag: 'InvalidPacket',
          issues: [{ path: ['PairList', i, name], code: value === '' ? 'empty' : 'malformed' }],
          total: 1
        })
      })
    )
  })
})

describe('codecs', () => {
  const Text = t.refinement(t.string, (text) => text !== '')
  const item = fc.record(
    { A: fc.oneof(fc.string(), fc.integer()), B: fc.oneof(fc.integer(), fc.string(), fc.constant(undefined)) },
    { requiredKeys: [] }
  )
  const Ours = list(record('R', { A: UserId }, { B: t.number }))
  const Plain = t.array(t.intersection([t.type({ A: Text }), t.partial({ B: t.number })]))

  it('of this library agree with those of io-ts, but that a list is not an object', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(item), fc.anything()), (u) => {
        const isPlain = Plain.is(u) && u.every((one) => !Array.isArray(one))
        expect([Ours.is(u), Ours.decode(u)._tag]).toStrictEqual([isPlain, isPlain ? 'Right' : 'Left'])
      })
    )
  })

  const element = fc.record({ MsgType: account, MsgContent: fc.object() })
  it.each<[name: string, codec: t.Mixed, valid: fc.Arbitrary<unknown>]>([
    ['UserId', UserId, account],
    ['ClientIp', ClientIp, fc.oneof(fc.ipV4(), fc.ipV6())],
    ['SdkAppId', SdkAppId, fc.integer({ min: 1 }).map(String)],
    ['BlocklistPair', BlocklistPair, pair],
    ['BlocklistAddPacket', BlocklistAddPacket, packet],
    ['MsgBody', MsgBody, fc.array(element)],
    ['UrlParameters', UrlParameters, documented.map(({ RequestID: _, ...parameters }) => parameters)]
  ])('%s: what it decodes and encodes again is what came', (_name, codec, valid) => {
    fc.assert(
      fc.property(valid, (u) => {
        const decoded = codec.decode(u)
        expect(decoded._tag === 'Right' && codec.is(decoded.right)).toBe(true)
        expect(decoded._tag === 'Right' && codec.encode(decoded.right)).toEqual(u)
      })
    )
  })

  it('ClientIp takes what node takes for an address, zones apart', () => {
    const alphabet = fc.constantFrom(...Array.from('0123456789.:abcf x'))
    const valid = fc.oneof(fc.ipV4(), fc.ipV6())
    const near = fc
      .tuple(valid, fc.nat(16), fc.nat(2), fc.string({ unit: alphabet, maxLength: 2 }))
      .map(([text, at, length, more]) => text.slice(0, at) + more + text.slice(at + length))
    fc.assert(
      fc.property(fc.oneof(valid, near, fc.string({ unit: alphabet, maxLength: 18 })), (text) => {
        expect(ClientIp.is(text)).toBe(isIP(text) > 0)
      })
    )
  })
})
