import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import * as t from 'io-ts'
import { createHash } from 'node:crypto'
import { isIPv4 } from 'node:net'
import {
  BlocklistAddPacket,
  BlocklistPair,
  ClientIp,
  describeError,
  list,
  OptPlatform,
  parseBlocklistAddCallback,
  record,
  responseTo,
  SdkAppId,
  tokenAuthentication,
  UrlParameters,
  UserId,
  type CallbackRequest
} from '../../src'
import { queryFrom, queryOf } from '../../src/request/query'
import { sdkAppIdFromDigits } from '../../src/values/sdk-app-id'
import { add, sdkAppId } from '../fixtures/blocklist'

const runs = process.env.FC_NUM_RUNS
fc.configureGlobal({
  ...(runs !== undefined && { numRuns: Number(runs) }),
  ...(process.env.FC_SEED !== undefined && { seed: Number(process.env.FC_SEED) })
})

const parse = parseBlocklistAddCallback({ sdkAppId })

const account = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('@TLS#NOT_FOUND', '用户', '😀', '"', '\\', ' ')
)
const pair = fc.record({ From_Account: account, To_Account: account })
const packet = fc.record({ CallbackCommand: fc.constant(add), PairList: fc.array(pair, { maxLength: 20 }) })
const foreignName = fc
  .string({ minLength: 1 })
  .filter(
    (name) =>
      ![
        'SdkAppid',
        'CallbackCommand',
        'contenttype',
        'ClientIP',
        'OptPlatform',
        'RequestID',
        'RequestId',
        '__proto__'
      ].includes(name)
  )
const platform = fc.oneof(fc.constantFrom('iOS', 'Web'), fc.string({ unit: 'grapheme', minLength: 1 }))
const ip = fc.oneof(fc.ipV4(), fc.ipV6())
const documented = fc.record(
  {
    SdkAppid: fc.constant('1400000000'),
    CallbackCommand: fc.constant(add),
    contenttype: fc.constantFrom('json', 'JSON'),
    ClientIP: ip,
    OptPlatform: platform
  },
  { requiredKeys: ['SdkAppid', 'CallbackCommand'] }
)
const parameters = fc
  .tuple(documented, fc.dictionary(foreignName, fc.string(), { maxKeys: 3 }))
  .chain(([known, foreign]) =>
    fc.shuffledSubarray(Object.entries({ ...foreign, ...known }), {
      minLength: Object.keys({ ...foreign, ...known }).length
    })
  )

/** All ways in which a server may hand over the same request. */
const forms = (entries: ReadonlyArray<readonly [string, string]>, body: unknown): ReadonlyArray<CallbackRequest> => {
  const search = new URLSearchParams(entries.map(([name, value]): [string, string] => [name, value]))
  const query = search.toString()
  return [
    { url: `/cb?${query}`, body },
    { url: `https://example.com/cb?${query}#top`, body },
    { url: new URL(`https://example.com?${query}`), body },
    { query, body },
    { query: search, body },
    { query: Object.fromEntries(entries), body }
  ]
}
/** The text of a value, and all kinds of bytes that it may come in. */
const bodies = (value: unknown): ReadonlyArray<unknown> => {
  const text = JSON.stringify(value)
  const bytes = Buffer.from(text)
  const view = new Uint8Array(Buffer.concat([Buffer.from('xx'), bytes, bytes])).subarray(2, 2 + bytes.length)
  return [text, `\ufeff${text}`, bytes, view, Uint8Array.from(bytes).buffer]
}
const verdict = (request: unknown) => {
  const result = parse(request as CallbackRequest)
  return result._tag === 'Right' ? result.right : result.left
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
const validUrl = `/?SdkAppid=1400000000&CallbackCommand=${add}`

describe('whatever a request holds', () => {
  it('nothing throws, and the error is described in one bounded line', () => {
    fc.assert(
      fc.property(anything, (request) => {
        const result = parse(request as CallbackRequest)
        expect(result._tag === 'Left' && describeError(result.left)).toMatch(/^.{1,500}$/u)
      })
    )
  })
  it('nothing throws on any url, method and body', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true }), anything),
        anything,
        anything,
        (url, method, body) => {
          expect(['Left', 'Right']).toContain(parse({ method, url, body } as CallbackRequest)._tag)
        }
      )
    )
  })
  it('nothing throws on any query', () => {
    fc.assert(
      fc.property(anything, (query) => {
        expect(parse({ query, body: '{}' })._tag).toBe('Left')
      })
    )
  })
  it('nothing throws on any body behind a valid URL', () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.json(), fc.uint8Array()), (body) => {
        expect(parse({ url: validUrl, body })._tag).toBe('Left')
      })
    )
  })
  it('nothing throws on any PairList', () => {
    fc.assert(
      fc.property(anything, (PairList) => {
        const result = parse({ url: validUrl, body: { CallbackCommand: add, PairList } })
        expect(result._tag).toBe(BlocklistAddPacket.is({ CallbackCommand: add, PairList }) ? 'Right' : 'Left')
      })
    )
  })
})

describe('a valid request', () => {
  it('parses to what was sent, in every form', () => {
    fc.assert(
      fc.property(parameters, packet, (entries, sent) => {
        for (const request of forms(entries, JSON.stringify(sent)))
          expect(verdict(request)).toMatchObject({ command: add, packet: sent })
      })
    )
  })
  it('parses to the same from text and from bytes', () => {
    fc.assert(
      fc.property(packet, (sent) => {
        const wellFormed: unknown = JSON.parse(Buffer.from(JSON.stringify(sent)).toString())
        for (const body of bodies(wellFormed))
          expect(verdict({ url: validUrl, body })).toMatchObject({ packet: wellFormed })
      })
    )
  })
  it('gives the parameters that are documented, and no other', () => {
    fc.assert(
      fc.property(parameters, packet, (entries, sent) => {
        const names = Object.keys((verdict(forms(entries, sent)[0]) as { parameters: object }).parameters)
        const expected = entries
          .map(([name]) => name)
          .filter((name) => ['SdkAppid', 'CallbackCommand', 'contenttype', 'ClientIP', 'OptPlatform'].includes(name))
        expect(names.sort()).toEqual(expected.sort())
      })
    )
  })
  it('keeps the fields that it does not know', () => {
    fc.assert(
      fc.property(packet, fc.dictionary(foreignName, fc.jsonValue()), (sent, more) => {
        const body = { ...more, ...sent }
        expect(verdict({ url: validUrl, body })).toHaveProperty('packet', body)
      })
    )
  })
  it('is not changed', () => {
    fc.assert(
      fc.property(parameters, packet, (entries, sent) => {
        const freeze = (value: unknown): void => {
          if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
        }
        const request = { query: Object.fromEntries(entries), body: sent }
        freeze(request)
        expect(parse(request)._tag).toBe('Right')
      })
    )
  })
})

describe('what is done by hand for speed', () => {
  const pieces = ['SdkAppid', 'CallbackCommand', 'contenttype', 'ClientIP', 'OptPlatform', 'RequestID', 'RequestId']
  const piece = fc.oneof(fc.constantFrom(...pieces, '&', '=', '?', '1400000000'), fc.string())
  const plainText = fc.array(piece, { maxLength: 30 }).map((all) => all.join('').replaceAll(/[%+#]/g, ''))

  it('splits every query into what URLSearchParams finds', () => {
    fc.assert(
      fc.property(plainText, (text) => {
        const found = queryFrom(new URLSearchParams(`?${text}`)).documented
        expect(queryFrom(`?${text}`).documented).toStrictEqual(found)
        expect(queryOf({ url: `/im?${text}#${text}` }).documented).toStrictEqual(found)
      })
    )
  })

  const near = (valid: fc.Arbitrary<string>) => {
    const alphabet = fc.constantFrom(...Array.from('0123456789.:abcf -+eE'))
    return fc.oneof(
      valid,
      fc.string({ unit: alphabet, maxLength: 18 }),
      fc
        .tuple(valid, fc.nat(16), fc.nat(2), fc.string({ unit: alphabet, maxLength: 2 }))
        .map(([text, at, length, more]) => text.slice(0, at) + more + text.slice(at + length))
    )
  }

  it('knows the IPv4 addresses that node knows', () => {
    fc.assert(
      fc.property(near(fc.ipV4()), (text) => {
        if (!text.includes(':')) expect(ClientIp.is(text)).toBe(isIPv4(text))
      })
    )
  })

  it('reads the digits that a regular expression accepts', () => {
    fc.assert(
      fc.property(near(fc.bigInt({ min: 0n, max: 2n ** 54n }).map(String)), (text) => {
        const isCanonical = /^[1-9][0-9]*$/.test(text) && BigInt(text) <= Number.MAX_SAFE_INTEGER
        expect(sdkAppIdFromDigits(text)).toBe(isCanonical ? Number(text) : undefined)
      })
    )
  })
})

describe('one thing wrong', () => {
  it.each(['SdkAppid', 'CallbackCommand'])('a missing %s gives its path', (missing) => {
    fc.assert(
      fc.property(parameters, packet, (entries, sent) => {
        for (const request of forms(
          entries.filter(([name]) => name !== missing),
          sent
        )) {
          expect(verdict(request)).toMatchObject({
            _tag: 'InvalidParameters',
            issues: [{ path: [missing], code: 'missing' }],
            total: 1
          })
        }
      })
    )
  })
  it('a repeated parameter is refused in every form', () => {
    fc.assert(
      fc.property(parameters, packet, fc.constantFrom('SdkAppid', 'CallbackCommand'), (entries, sent, name) => {
        const again = [...entries, [name, entries.find(([one]) => one === name)?.[1] ?? ''] as const]
        for (const request of forms(again, sent).slice(0, 5)) {
          expect(verdict(request)).toMatchObject({
            _tag: 'InvalidParameters',
            issues: [{ path: [name], code: 'repeated' }]
          })
        }
      })
    )
  })
  it('any other app is refused', () => {
    fc.assert(
      fc.property(
        fc.maxSafeNat().filter((id) => id > 0 && id !== sdkAppId),
        packet,
        (id, body) => {
          expect(verdict({ url: `/?SdkAppid=${String(id)}&CallbackCommand=${add}`, body })).toEqual({
            _tag: 'SdkAppIdMismatch',
            received: id
          })
        }
      )
    )
  })
  it('any text but the digits of the app is refused', () => {
    fc.assert(
      fc.property(
        fc
          .oneof(fc.string(), fc.constant(' 1400000000'), fc.double().map(String))
          .filter((text) => text !== '1400000000'),
        (id) => {
          expect(parse({ query: { SdkAppid: id, CallbackCommand: add }, body: '' })._tag).toBe('Left')
        }
      )
    )
  })
  it('any method but POST is refused', () => {
    fc.assert(
      fc.property(
        fc.string().filter((method) => !/^post$/i.test(method)),
        packet,
        (method, body) => {
          expect(verdict({ method, url: validUrl, body })).toEqual({ _tag: 'MethodNotAllowed' })
        }
      )
    )
  })
  it('a wrong account gives its path', () => {
    const wrong = fc.oneof(fc.integer(), fc.constant(''), fc.constant(null), fc.array(fc.string()), fc.boolean())
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 1 }),
        fc.nat(),
        fc.constantFrom('From_Account', 'To_Account'),
        wrong,
        (pairs, n, field, value) => {
          const i = n % pairs.length
          const PairList = pairs.map((one, j) => (j === i ? { ...one, [field]: value } : one))
          expect(verdict({ url: validUrl, body: { CallbackCommand: add, PairList } })).toMatchObject({
            _tag: 'InvalidPacket',
            issues: [{ path: ['PairList', i, field], code: value === '' ? 'empty' : 'malformed' }],
            total: 1
          })
        }
      )
    )
  })
})

describe('messages', () => {
  it('contain nothing from the request', () => {
    const secret = fc
      .string({ minLength: 8, maxLength: 20, unit: fc.constantFrom('0', '1', '2', '3', '4', '5', 'Q', 'X', 'Z', 'J') })
      .map((text) => `§${text}`)
    fc.assert(
      fc.property(secret, (one) => {
        const requests: ReadonlyArray<unknown> = [
          { method: one, url: '/', body: one },
          { url: `/${one}?SdkAppid=${one}&CallbackCommand=${one}&contenttype=${one}&${one}=${one}`, body: one },
          { query: { SdkAppid: [one, one], CallbackCommand: { [one]: one } }, body: one },
          { url: `/?SdkAppid=1400000000&CallbackCommand=${one}`, body: one },
          { url: validUrl, body: one },
          { url: validUrl, body: { CallbackCommand: one } },
          { url: validUrl, body: { CallbackCommand: add, [one]: one, PairList: one } },
          { url: validUrl, body: { CallbackCommand: add, PairList: { [one]: one } } },
          { url: validUrl, body: { CallbackCommand: add, PairList: [one, { [one]: one, From_Account: [one] }] } }
        ]
        for (const request of requests) {
          const result = parse(request as CallbackRequest)
          expect(result._tag).toBe('Left')
          expect(JSON.stringify(responseTo(result))).not.toContain(one)
          if (result._tag === 'Left' && 'issues' in result.left)
            for (const { message } of result.left.issues) expect(message).not.toContain(one)
        }
      })
    )
  })
})

describe('codecs', () => {
  const near = fc.oneof(
    pair,
    fc.record(
      { From_Account: fc.oneof(account, fc.anything()), To_Account: fc.oneof(account, fc.anything()) },
      { requiredKeys: [] }
    ),
    fc.anything()
  )
  const Plain = t.type({
    From_Account: t.refinement(t.string, (text) => text !== ''),
    To_Account: t.refinement(t.string, (text) => text !== '')
  })
  it('the fast pair agrees with the plain io-ts codec', () => {
    fc.assert(
      fc.property(
        near.filter((one) => !Array.isArray(one)),
        (u) => {
          expect(BlocklistPair.is(u)).toBe(Plain.is(u))
          expect(BlocklistPair.decode(u)._tag).toBe(Plain.decode(u)._tag)
        }
      )
    )
  })
  it('the fast list agrees with the plain io-ts codec', () => {
    const Optional = record('Optional', { A: UserId }, { B: t.number })
    const PlainOptional = t.intersection([
      t.type({ A: t.refinement(t.string, (text) => text !== '') }),
      t.partial({ B: t.number })
    ])
    const item = fc.record(
      { A: fc.oneof(fc.string(), fc.integer()), B: fc.oneof(fc.integer(), fc.string(), fc.constant(undefined)) },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(fc.oneof(fc.array(item), fc.anything()), (u) => {
        const isPlain = Array.isArray(u) && u.every((one) => !Array.isArray(one) && PlainOptional.is(one))
        expect(list(Optional).is(u)).toBe(isPlain)
        expect(list(Optional).decode(u)._tag).toBe(isPlain ? 'Right' : 'Left')
      })
    )
  })
  it.each<[string, t.Mixed, fc.Arbitrary<unknown>]>([
    ['UserId', UserId, account],
    ['OptPlatform', OptPlatform, platform],
    ['ClientIp', ClientIp, ip],
    [
      'SdkAppId',
      SdkAppId,
      fc
        .maxSafeNat()
        .filter((id) => id > 0)
        .map(String)
    ],
    ['BlocklistPair', BlocklistPair, pair],
    ['BlocklistAddPacket', BlocklistAddPacket, packet],
    ['UrlParameters', UrlParameters, documented]
  ])('%s: what it decodes and encodes again is what came', (_name, codec, valid) => {
    fc.assert(
      fc.property(valid, (u) => {
        const decoded = codec.decode(u)
        expect(decoded._tag === 'Right' && codec.is(decoded.right)).toBe(true)
        expect(decoded._tag === 'Right' && codec.encode(decoded.right)).toEqual(u)
      })
    )
  })
  it.each<[string, t.Mixed, fc.Arbitrary<unknown>]>([
    ['UserId', UserId, account],
    ['OptPlatform', OptPlatform, platform],
    ['ClientIp', ClientIp, ip],
    ['BlocklistPair', BlocklistPair, near],
    ['BlocklistAddPacket', BlocklistAddPacket, packet]
  ])('%s: what it accepts it decodes to the same', (_name, codec, some) => {
    fc.assert(
      fc.property(some, (u) => {
        if (codec.is(u)) expect(codec.decode(u)).toHaveProperty('right', u)
        else expect(codec.decode(u)._tag).toBe('Left')
      })
    )
  })
})

describe('token authentication', () => {
  it('accepts what any of the tokens signed within the tolerance, and nothing that differs', () => {
    const tokens = fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(
        tokens,
        fc.nat(),
        fc.nat(4_000_000_000),
        fc.integer({ min: -60_000, max: 60_000 }),
        (all, n, seconds, away) => {
          const [first = '', ...rest] = all
          const token = all[n % all.length] ?? ''
          const Sign = createHash('sha256')
            .update(`${token}${String(seconds)}`)
            .digest('hex')
          const authenticate = tokenAuthentication({ token: [first, ...rest], now: () => seconds * 1000 + away })
          const values = (sign: string) => (name: string) => [name === 'Sign' ? sign : String(seconds)]
          expect(authenticate(values(Sign))).toBe(undefined)
          expect(authenticate(values(Sign.replace(/.$/, (last) => (last === '0' ? '1' : '0'))))).toEqual({
            _tag: 'AuthenticationFailed',
            reason: 'mismatch'
          })
        }
      )
    )
  })
})
