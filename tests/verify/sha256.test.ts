import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { createSha256 } from '../../src/verify/sha256'
import { sign } from '../../src'

/** A host that has these functions of `node:crypto`. */
const host = (crypto: unknown) => ({ process: { getBuiltinModule: () => crypto } })

const hosts: ReadonlyArray<readonly [name: string, host: Parameters<typeof createSha256>[0]]> = [
  ['this one', undefined],
  [
    'one whose hash works at once',
    host({ hash: (name: string, text: string) => createHash(name).update(text).digest('hex') })
  ],
  ['one that makes hashes step by step', host({ createHash })],
  ['one without node:crypto', host(undefined)],
  ['one that does not load modules', { process: {} }],
  ['one without process', {}]
]

describe('SHA-256', () => {
  it.each(hosts)('is the same on every host: %s', (_name, one) => {
    const sha256 = createSha256(one)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
      })
    )
  })
})

describe('sign', () => {
  it('hashes the token and the time', () => {
    expect(sign('xxxxyyyy', '1669872112')).toBe('17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061')
  })
})
