import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Mixed } from 'io-ts'
import { codecArbitrary } from '../../src/testing/arbitrary/codec-arbitrary'

/** Codecs are named as they are exported. The name is public, because an arbitrary for a codec is given by it. */
export const describeNames = (codecs: Readonly<Record<string, Mixed>>): void => {
  it.each(Object.entries(codecs))('an arbitrary for %s is given by this name', (name, codec) => {
    expect(fc.sample(codecArbitrary(codec, { [name]: fc.constant('given') }), 1)).toStrictEqual(['given'])
  })
}
