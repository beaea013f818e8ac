import { describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import {
  describeError,
  parseBlocklistAddCallback,
  tokenAuthentication,
  type Authenticate,
  type CallbackRequest
} from '../../src'
import { body, query, sdkAppId } from '../fixtures/blocklist'
import { expectLeft } from '../support/either'

const token = 'xxxxyyyy'
const time = '1669872112'
const sign = '17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061'
const at = (milliseconds: number) => () => milliseconds
const now = at(Number(time) * 1000)

const verdict = (authenticate: Authenticate, more: string | Record<string, unknown>): string => {
  const request: CallbackRequest =
    typeof more === 'string'
      ? { query: `${query}&${more}`, body }
      : { query: { ...Object.fromEntries(new URLSearchParams(query)), ...more }, body }
  const result = parseBlocklistAddCallback({ sdkAppId, authenticate })(request)
  if (result._tag === 'Right') return 'authentic'
  return result.left._tag === 'AuthenticationFailed' ? result.left.reason : result.left._tag
}

describe('tokenAuthentication', () => {
  it('accepts the true test vector', () => {
    expect(verdict(tokenAuthentication({ token, now }), `Sign=${sign}&RequestTime=${time}`)).toBe('authentic')
  })
  it('refuses the wrong published vector', () => {
    expect(verdict(tokenAuthentication({ token: 'xxxyyy', now }), `Sign=${sign}&RequestTime=${time}`)).toBe('mismatch')
  })
  it.each<[string, string]>([
    ['', 'missing'],
    [`Sign=${sign}`, 'missing'],
    [`RequestTime=${time}`, 'missing'],
    [`RequestTime=x`, 'missing'],
    [`Sign=&RequestTime=${time}`, 'malformed'],
    [`Sign=${sign}&RequestTime=`, 'malformed'],
    [`Sign=${sign}&RequestTime=0${time}`, 'malformed'],
    [`Sign=${sign}&RequestTime=+${time}`, 'malformed'],
    [`Sign=${sign}&RequestTime=${time}.0`, 'malformed'],
    [`Sign=${sign}&RequestTime=1e9`, 'malformed'],
    [`Sign=${sign}&Sign=${sign}&RequestTime=${time}`, 'malformed'],
    [`Sign=${sign}&RequestTime=${time}&RequestTime=${time}`, 'malformed'],
    [`Sign=${sign}&RequestTime=0`, 'stale'],
    [`Sign=${sign}&RequestTime=${'9'.repeat(400)}`, 'stale'],
    [`Sign=${sign.toUpperCase()}&RequestTime=${time}`, 'mismatch'],
    [`Sign=${sign.slice(1)}&RequestTime=${time}`, 'mismatch'],
    [`Sign=1${sign.slice(1, -1)}2&RequestTime=${time}`, 'mismatch'],
    [`Sign=${sign}0&RequestTime=${time}`, 'mismatch']
  ])('%s: %s', (more, reason) => {
    expect(verdict(tokenAuthentication({ token, now }), more)).toBe(reason)
  })
  it('takes a value that is no text for malformed', () => {
    expect(verdict(tokenAuthentication({ token, now }), { Sign: { a: 1 }, RequestTime: time })).toBe('malformed')
  })
  it.each<[number, number | undefined, string]>([
    [60_000, undefined, 'authentic'],
    [-60_000, undefined, 'authentic'],
    [60_001, undefined, 'stale'],
    [-60_001, undefined, 'stale'],
    [0, 0, 'authentic'],
    [1, 0, 'stale'],
    [NaN, undefined, 'stale'],
    [5_000, 5, 'authentic'],
    [5_001, 5, 'stale']
  ])('%s ms away, tolerance %s: %s', (away, toleranceSeconds, expected) => {
    const authenticate = tokenAuthentication({ token, now: at(now() + away), toleranceSeconds })
    expect(verdict(authenticate, `Sign=${sign}&RequestTime=${time}`)).toBe(expected)
  })
  it('goes by the clock of the machine by default', () => {
    const fresh = String(Math.floor(Date.now() / 1000))
    const signed = createHash('sha256')
      .update(token + fresh)
      .digest('hex')
    expect(verdict(tokenAuthentication({ token }), `Sign=${signed}&RequestTime=${fresh}`)).toBe('authentic')
    expect(verdict(tokenAuthentication({ token }), `Sign=${sign}&RequestTime=${time}`)).toBe('stale')
  })
  it('accepts any token of a list', () => {
    const more = `Sign=${sign}&RequestTime=${time}`
    expect(verdict(tokenAuthentication({ token: ['next', token], now }), more)).toBe('authentic')
    expect(verdict(tokenAuthentication({ token: [token, 'old'], now }), more)).toBe('authentic')
    expect(verdict(tokenAuthentication({ token: ['next', 'old'], now }), more)).toBe('mismatch')
  })
  it.each<[string, object, string]>([
    ['an empty token', { token: '' }, 'token must be'],
    ['no token', {}, 'token must be'],
    ['a token that is a number', { token: 7 }, 'token must be'],
    ['an empty list', { token: [] }, 'token must be'],
    ['a list with an empty token', { token: ['a', ''] }, 'token must be'],
    ['a tolerance that is NaN', { token, toleranceSeconds: NaN }, 'toleranceSeconds must be'],
    ['a negative tolerance', { token, toleranceSeconds: -1 }, 'toleranceSeconds must be'],
    ['a tolerance that is text', { token, toleranceSeconds: '60' }, 'toleranceSeconds must be'],
    ['a clock that is no function', { token, now: 5 }, 'now must be']
  ])('%s is a TypeError', (_title, options, message) => {
    const configure = () => tokenAuthentication(options as { token: string })
    expect(configure).toThrow(TypeError)
    expect(configure).toThrow(message)
  })
})

describe('tokenAuthentication, called by itself', () => {
  it.each<[string, Readonly<Record<string, ReadonlyArray<string>>>]>([
    ['missing', {}],
    ['malformed', { Sign: ['a', 'a'], RequestTime: ['1669872112'] }],
    ['stale', { Sign: ['a'], RequestTime: ['1'] }],
    ['mismatch', { Sign: ['a'], RequestTime: ['1669872112'] }]
  ])('says %s', (reason, parameters) => {
    const authenticate = tokenAuthentication({ token: 'xxxxyyyy', now: () => 1669872112000 })
    expect(authenticate((name) => parameters[name] ?? [])).toEqual({ _tag: 'AuthenticationFailed', reason })
  })
})

describe('authenticate', () => {
  it('sees all values of a parameter, in their order', () => {
    const seen: Array<ReadonlyArray<string>> = []
    const authenticate: Authenticate = (values) => void seen.push(values('mine'), values('other'))
    verdict(authenticate, 'mine=1&mine=2')
    verdict(authenticate, 'mine=1&mine=%32')
    verdict(authenticate, { mine: ['1', 2] })
    expect(seen).toEqual([['1', '2'], [], ['1', '2'], [], ['1', ''], []])
  })
  it.each<[string, unknown]>([
    [
      'throws',
      () => {
        throw new Error('no')
      }
    ],
    ['returns true', () => true],
    ['returns null', () => null],
    ['returns a promise', () => Promise.resolve(undefined)],
    ['returns another error', () => ({ _tag: 'Other' })],
    ['returns an unknown reason', () => ({ _tag: 'AuthenticationFailed', reason: 'toString' })],
    ['returns no reason', () => ({ _tag: 'AuthenticationFailed' })]
  ])('fails closed if it %s', (_title, authenticate) => {
    expect(verdict(authenticate as Authenticate, '')).toBe('malformed')
  })
  it.each([
    ['missing', 'the authentication parameters are missing'],
    ['malformed', 'the authentication parameters are malformed'],
    ['stale', 'RequestTime is too far from the time here'],
    ['mismatch', 'the signature does not match']
  ] as const)('describes %s without a value', (reason, message) => {
    const result = parseBlocklistAddCallback({
      sdkAppId,
      authenticate: () => ({ _tag: 'AuthenticationFailed', reason })
    })({ query, body })
    expect(describeError(expectLeft(result))).toBe(`Authentication failed: ${message}`)
  })
})
