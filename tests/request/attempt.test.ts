import { describe, expect, it } from '@jest/globals'
import { attempt } from '../../src/request/attempt'

const throwing = (): never => {
  throw new Error('not readable')
}

const revokedProxy = (): { readonly body?: unknown } => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const body = (of: unknown): unknown => attempt(() => (of as { readonly body: unknown }).body)

describe('attempt', () => {
  it.each<[rule: string, of: unknown, value: unknown]>([
    ['gives what is read', { body: 'text' }, 'text'],
    ['gives what a getter gives', { get body() { return 'text' } }, 'text'], // prettier-ignore
    ['gives null', { body: null }, null],
    ['gives undefined where nothing is there', {}, undefined],
    ['gives undefined where a getter throws', Object.defineProperty({}, 'body', { get: throwing }), undefined],
    ['gives undefined where a proxy throws', new Proxy({ body: 'text' }, { get: throwing }), undefined],
    ['gives undefined where a proxy is revoked', revokedProxy(), undefined],
    ['gives undefined where undefined is read from', undefined, undefined],
    ['gives undefined where null is read from', null, undefined]
  ])('%s', (_rule, of, value) => {
    expect(body(of)).toBe(value)
  })
})
