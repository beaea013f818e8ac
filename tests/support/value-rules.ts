import { describe, expect, it } from '@jest/globals'
import { identity, type Mixed } from 'io-ts'
import { expectLeft, expectRight } from './either'

interface Rules {
  readonly accepted: ReadonlyArray<readonly [rule: string, value: unknown]>
  readonly refused: ReadonlyArray<readonly [rule: string, value: unknown]>
}

/** The rules of a codec that changes nothing. */
export const describeValue = (name: string, codec: Mixed, { accepted, refused }: Rules): void => {
  describe(name, () => {
    it('has its own name', () => {
      expect(codec.name).toBe(name)
    })
    it.each(accepted)('%s', (_rule, value) => {
      expect(codec.is(value)).toBe(true)
      expect(expectRight<unknown>(codec.decode(value))).toBe(value)
    })
    it.each(refused)('%s', (_rule, value) => {
      expect(codec.is(value)).toBe(false)
      expect(expectLeft(codec.decode(value)).map(({ value: wrong }): unknown => wrong)).toStrictEqual([value])
    })
    it('encodes to itself', () => {
      expect(codec.encode).toBe(identity)
    })
  })
}
