import { describe, expect, it } from '@jest/globals'
import { property } from '../../src/request/property'

const throwing = (): never => {
  throw new Error('not readable')
}

const revokedProxy = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

describe('property', () => {
  it.each<[rule: string, of: unknown, value: unknown]>([
    ['reads an own property', { body: 'text' }, 'text'],
    ['reads an inherited property, as the getters of a framework request are', Object.create({ body: 'text' }), 'text'],
    ['reads what a getter gives', { get body() { return 'text' } }, 'text'], // prettier-ignore
    ['reads null', { body: null }, null],
    ['reads a property of an array', Object.assign([], { body: 'text' }), 'text'],
    ['gives undefined for an absent property', { url: '/' }, undefined],
    ['gives undefined for a getter that throws', Object.defineProperty({}, 'body', { get: throwing }), undefined],
    ['gives undefined for a proxy that throws', new Proxy({ body: 'text' }, { get: throwing }), undefined],
    ['gives undefined for a revoked proxy', revokedProxy(), undefined],
    ['gives undefined for undefined', undefined, undefined],
    ['gives undefined for null', null, undefined],
    ['gives undefined for a function', Object.assign(() => 1, { body: 'text' }), undefined]
  ])('%s', (_rule, of, value) => {
    expect(property(of, 'body')).toBe(value)
  })

  it('gives undefined for a text, whatever methods it has', () => {
    expect(property('text', 'length')).toBe(undefined)
  })
})
