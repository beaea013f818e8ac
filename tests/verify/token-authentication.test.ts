import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { setImmediate } from 'node:timers/promises'
import { SdkAppId, sign, tokenAuthentication, type Authenticate, type TokenAuthenticationOptions } from '../../src'
import { checkAuthenticity } from '../../src/verify/authenticate'
import { queryFrom } from '../../src/request/query'
import { expectRight } from '../support/either'

const token = 'xxxxyyyy'
const time = '1669872112'
const signature = '17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061'
const now = () => 1000 * Number(time)
const [app, otherApp] = ['1400000000', '1400000001'].map((digits) => expectRight(SdkAppId.decode(digits)))

interface Sent {
  readonly Sign?: unknown
  readonly RequestTime?: unknown
}
const signed: Sent = { Sign: signature, RequestTime: time }

const check = (authenticate: Authenticate, sent: Sent = signed, sdkAppId = app) =>
  checkAuthenticity(authenticate, queryFrom(sent), sdkAppId ?? expectRight(SdkAppId.decode('1')))

const verdict = (...given: Parameters<typeof check>): string => {
  const result = check(...given)
  if (result._tag === 'Right') return 'authentic'
  return result.left._tag === 'AuthenticationFailed' ? result.left.reason : result.left._tag
}
const authenticate = tokenAuthentication({ token, now })

/** What anyone can sign: the time alone. */
const signatureOfNothing = createHash('sha256').update(time).digest('hex')

describe('tokenAuthentication', () => {
  it('accepts what the token signed', () => {
    expect(verdict(authenticate)).toBe('authentic')
  })

  it.each<[rule: string, sent: Sent, reason: string]>([
    ['nothing', {}, 'missing'],
    ['no time', { Sign: signature }, 'missing'],
    ['no signature', { RequestTime: time }, 'missing'],
    ['no signature and a malformed time', { RequestTime: 'x' }, 'missing'],
    ['two signatures and no time', { Sign: [signature, signature] }, 'missing'],
    ['an empty signature', { ...signed, Sign: '' }, 'malformed'],
    ['a signature that is not text', { ...signed, Sign: { a: 1 } }, 'malformed'],
    ['an empty time', { ...signed, RequestTime: '' }, 'malformed'],
    ['a time with a leading zero', { ...signed, RequestTime: `0${time}` }, 'malformed'],
    ['a fraction of a second', { ...signed, RequestTime: `${time}.0` }, 'malformed'],
    ['a time beyond all numbers', { ...signed, RequestTime: '9'.repeat(400) }, 'malformed'],
    ['two signatures', { ...signed, Sign: [signature, signature] }, 'malformed'],
    ['two times', { ...signed, RequestTime: [time, time] }, 'malformed'],
    ['an empty signature and an old time', { Sign: '', RequestTime: '0' }, 'malformed'],
    ['an old time', { ...signed, RequestTime: '0' }, 'stale'],
    ['a wrong signature and an old time', { Sign: 'x', RequestTime: '0' }, 'stale'],
    ['a wrong signature', { ...signed, Sign: sign('xxxyyy', time) }, 'mismatch'],
    ['the signature of another time', { ...signed, RequestTime: '1669872113' }, 'mismatch']
  ])('%s: %s', (_rule, sent, reason) => {
    expect(verdict(authenticate, sent)).toBe(reason)
  })

  it.each<[away: number, toleranceSeconds: number | undefined, expected: string]>([
    [60_000, undefined, 'authentic'],
    [-60_000, undefined, 'authentic'],
    [60_001, undefined, 'stale'],
    [-60_001, undefined, 'stale'],
    [0, 0, 'authentic'],
    [1, 0, 'stale'],
    [5_000, 5, 'authentic'],
    [5_001, 5, 'stale'],
    [NaN, undefined, 'stale']
  ])('%d ms away, with a tolerance of %p seconds: %s', (away, toleranceSeconds, expected) => {
    expect(verdict(tokenAuthentication({ token, now: () => now() + away, toleranceSeconds }))).toBe(expected)
  })

  it('goes by the clock of the machine', () => {
    const fresh = String(Math.floor(Date.now() / 1000))
    const byClock = tokenAuthentication({ token })
    expect(verdict(byClock, { Sign: sign(token, fresh), RequestTime: fresh })).toBe('authentic')
    expect(verdict(byClock)).toBe('stale')
  })

  it.each<[token: TokenAuthenticationOptions['token'], sdkAppId: SdkAppId | undefined, expected: string]>([
    [['next', token], app, 'authentic'],
    [[token, 'old'], app, 'authentic'],
    [['next', 'old'], app, 'mismatch'],
    [(id) => (id === app ? token : 'another'), app, 'authentic'],
    [(id) => (id === app ? token : 'another'), otherApp, 'mismatch'],
    [() => ['next', token], app, 'authentic'],
    [() => undefined, app, 'mismatch'],
    [() => [], app, 'mismatch'],
    // Anyone can sign with an empty token.
    [() => '', app, 'mismatch'],
    [() => [token, ''], app, 'mismatch']
  ])('%p for the app %p: %s', (given, sdkAppId, expected) => {
    expect(verdict(tokenAuthentication({ token: given, now }), signed, sdkAppId)).toBe(expected)
  })

  it('an empty token signs nothing', () => {
    const empty = { Sign: signatureOfNothing, RequestTime: time }
    expect(verdict(tokenAuthentication({ token: () => '', now }), empty)).toBe('mismatch')
    expect(verdict(tokenAuthentication({ token: () => ['', token], now }), empty)).toBe('mismatch')
  })

  it.each(['secret\n', ' secret', ['next', 'secret\r\n']])(
    '%j has white space around it, which a file or a variable brought',
    (given) => {
      expect(() => tokenAuthentication({ token: given })).toThrow(
        new TypeError('token begins or ends with white space, such as the end of the line in a file: trim it')
      )
    }
  )

  it('keeps the list of tokens that was checked', () => {
    const tokens = [token]
    const byList = tokenAuthentication({ token: tokens, now })
    tokens.push('')
    expect(verdict(byList, { Sign: signatureOfNothing, RequestTime: time })).toBe('mismatch')
  })

  it.each<[name: string, options: object]>([
    ['token', { token: () => Promise.reject(new Error('gone')), now }],
    ['now', { token, now: () => Promise.reject(new Error('gone')) }]
  ])('fails closed if %s returns a promise, which does not end the process', async (name, options) => {
    expect(check(tokenAuthentication(options as TokenAuthenticationOptions))).toMatchObject({
      left: { _tag: 'InternalError', cause: new TypeError(`${name} returned a promise, but it must be synchronous`) }
    })
    await setImmediate()
  })

  it.each<[rule: string, options: unknown, message: string]>([
    ['no options', undefined, 'The options are missing'],
    ['a token instead of options', token, 'The options are missing'],
    [
      'what a request is asked for, since nobody called it',
      () => [],
      'Call it: authenticate: tokenAuthentication({ token })'
    ],
    ['no token', {}, 'token must be'],
    [
      'an empty token',
      { token: '' },
      'token must be a non-empty string, a list of them, or a function. Is the setting there when this line runs? A .env file may be read later, and a build has no secrets: then make the handler when they are there'
    ],
    ['a token that is a number', { token: 7 }, 'token must be'],
    ['an empty list', { token: [] }, 'token must be'],
    ['a list with an empty token', { token: ['a', ''] }, 'token must be'],
    ['a list with a hole', { token: new Array(1) }, 'token must be'],
    ['a tolerance that is NaN', { token, toleranceSeconds: NaN }, 'toleranceSeconds must be'],
    ['a negative tolerance', { token, toleranceSeconds: -1 }, 'toleranceSeconds must be'],
    ['a tolerance that is text', { token, toleranceSeconds: '60' }, 'toleranceSeconds must be'],
    ['a clock that is not a function', { token, now: 5 }, 'now must be'],
    ['a tolerance under another name', { token, tolerance: 5 }, 'Unknown option "tolerance"']
  ])('%s: a TypeError', (_rule, options, message) => {
    const configure = () => tokenAuthentication(options as TokenAuthenticationOptions)
    expect(configure).toThrow(TypeError)
    expect(configure).toThrow(message)
  })
})

describe('a signature', () => {
  const one = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() === text)
  const tokens = fc.array(one, { minLength: 1, maxLength: 3 })
  const moment = fc.nat(4_000_000_000)

  it('is accepted of every token, within the tolerance', () => {
    fc.assert(
      fc.property(tokens, fc.nat(2), moment, fc.integer({ min: -60_000, max: 60_000 }), (all, n, seconds, away) => {
        const Sign = sign(all[n % all.length] ?? '', String(seconds))
        const byList = tokenAuthentication({ token: all, now: () => 1000 * seconds + away })
        expect(verdict(byList, { Sign, RequestTime: String(seconds) })).toBe('authentic')
      })
    )
  })

  /** What stands near the signature: what is cut off it, added to it, or written in its place. */
  const near: ReadonlyArray<[rule: string, change: fc.Arbitrary<(right: string) => string>]> = [
    ['a prefix of it', fc.integer({ min: 1, max: 63 }).map((n) => (right) => right.slice(0, n))],
    ['an end of it', fc.integer({ min: 1, max: 63 }).map((n) => (right) => right.slice(n))],
    ['it and more', fc.string({ minLength: 1, unit: 'binary' }).map((more) => (right) => right + more)],
    [
      'it and characters that count as zero',
      fc.integer({ min: 1, max: 9 }).map((n) => (right) => right + '\0'.repeat(n))
    ],
    ['more and it', fc.string({ minLength: 1, unit: 'binary' }).map((more) => (right) => more + right)],
    ['it twice', fc.constant((right) => right + right)],
    ['in capital letters', fc.constant((right) => `F${right.slice(1)}`.toUpperCase())],
    ['in Base64', fc.constant((right) => Buffer.from(right, 'hex').toString('base64'))],
    [
      'with another character somewhere',
      fc.tuple(fc.nat(63), fc.string({ minLength: 1, maxLength: 1 })).map(
        ([at, character]) =>
          (right) =>
            right.slice(0, at) + (right[at] === character ? '~' : character) + right.slice(at + 1)
      )
    ],
    [
      'with a character of the same low byte somewhere',
      fc.tuple(fc.nat(63), fc.integer({ min: 1, max: 255 })).map(
        ([at, high]) =>
          (right) =>
            right.slice(0, at) + String.fromCharCode(right.charCodeAt(at) + 256 * high) + right.slice(at + 1)
      )
    ],
    ['any other text', fc.string({ minLength: 1, unit: 'binary' }).map((text) => () => text)]
  ]
  it.each(near)('is refused: %s', (_rule, change) => {
    fc.assert(
      fc.property(tokens, moment, change, (all, seconds, changed) => {
        const RequestTime = String(seconds)
        const byList = tokenAuthentication({ token: all, now: () => 1000 * seconds })
        for (const one of all)
          expect(verdict(byList, { Sign: changed(sign(one, RequestTime)), RequestTime })).toBe('mismatch')
      })
    )
  })
})
