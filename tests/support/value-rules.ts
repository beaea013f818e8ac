import { describe, expect, it } from '@jest/globals'
import type { Mixed } from 'io-ts'
import { expectLeft, expectRight } from './either'

interface Rules {
  readonly accepted: ReadonlyArray<readonly [rule: string, value: unknown]>
  readonly refused: ReadonlyArray<readonly [rule: string, value: unknown]>
}

/** The rules of a codec that changes nothing. */
export const describeValue = (codec: Mixed, { accepted, refused }: Rules): void => {
  describe(codec.name, () => {
    it.each(accepted)('%s', (_rule, value) => {
      expect(codec.is(value)).toBe(true)
      expect(expectRight<unknown>(codec.decode(value))).toEqual(value)
      expect(codec.encode(value)).toEqual(value)
    })
    it.each(refused)('%s', (_rule, value) => {
      expect(codec.is(value)).toBe(false)
      expect(expectLeft(codec.decode(value)).map(({ value: wrong }): unknown => wrong)).toStrictEqual([value])
    })
  })
}
