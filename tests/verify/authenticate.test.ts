import { describe, expect, it } from '@jest/globals'
import { right } from 'fp-ts/Either'
import { setImmediate } from 'node:timers/promises'
import { SdkAppId, type Authenticate } from '../../src'
import { queryFrom } from '../../src/request/query'
import { checkAuthenticity } from '../../src/verify/authenticate'
import { expectRight } from '../support/either'

const sdkAppId = expectRight(SdkAppId.decode('1400000000'))
const check = (authenticate: unknown, query: unknown = '') =>
  checkAuthenticity(authenticate as Authenticate, queryFrom(query), sdkAppId)

describe('checkAuthenticity', () => {
  it('gives all values of a parameter in their order, and the SDKAppID', () => {
    const seen: Array<unknown> = []
    const authenticate: Authenticate = (values, id) => void seen.push(values('mine'), values('other'), id)
    expect(check(authenticate, 'mine=1&MINE=3&mine=%32')).toStrictEqual(right(undefined))
    expect(seen).toStrictEqual([['1', '2'], [], sdkAppId])
  })

  it('gives empty text for a value that is not text', () => {
    const seen: Array<unknown> = []
    check((values: (name: string) => unknown) => void seen.push(values('mine')), { mine: ['1', 2, { a: '1' }, null] })
    expect(seen).toStrictEqual([['1', '', '', '']])
  })

  it.each(['missing', 'malformed', 'stale', 'mismatch'])('passes the reason %s on, and nothing else', (reason) => {
    expect(check(() => ({ reason, secret: 'token' }))).toStrictEqual({
      _tag: 'Left',
      left: { _tag: 'AuthenticationFailed', reason }
    })
  })

  const thrown = new Error('the database is gone')
  it('keeps what it throws', () => {
    const authenticate = () => {
      throw thrown
    }
    expect(check(authenticate)).toStrictEqual({
      _tag: 'Left',
      left: { _tag: 'InternalError', in: 'authenticate', cause: thrown }
    })
  })

  it.each<[rule: string, returned: unknown]>([
    ['true', true],
    ['false', false],
    ['null', null],
    ['a reason alone', 'mismatch'],
    ['a reason that nobody documented', { _tag: 'AuthenticationFailed', reason: 'toString' }],
    ['no reason', { _tag: 'AuthenticationFailed' }],
    ['a list', ['mismatch']]
  ])('fails closed if it returns %s', (_rule, returned) => {
    expect(check(() => returned)).toMatchObject({
      left: {
        _tag: 'InternalError',
        in: 'authenticate',
        cause: new TypeError('authenticate must return undefined or an AuthenticationFailed')
      }
    })
  })

  it.each<[rule: string, authenticate: () => unknown]>([
    ['undefined', () => Promise.resolve(undefined)],
    ['a failure', () => Promise.resolve({ reason: 'mismatch' })],
    ['an error', () => Promise.reject(thrown)]
  ])('fails closed if it promises %s, which does not end the process', async (_rule, authenticate) => {
    expect(check(authenticate)).toMatchObject({
      left: {
        _tag: 'InternalError',
        in: 'authenticate',
        cause: new TypeError('authenticate returned a promise, but it must be synchronous')
      }
    })
    await setImmediate()
  })
})
