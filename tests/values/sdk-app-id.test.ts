import { describe, expect, it } from '@jest/globals'
import { right } from 'fp-ts/Either'
import { SdkAppId } from '../../src'

describe('SdkAppId', () => {
  it.each<[rule: string, digits: string, id: number]>([
    ['1 is the least', '1', 1],
    ['ten digits pass', '1400000000', 1400000000],
    ['2^53 - 1 is the greatest', '9007199254740991', Number.MAX_SAFE_INTEGER]
  ])('%s', (_rule, digits, id) => {
    expect(SdkAppId.decode(digits)).toStrictEqual(right(id))
    expect(SdkAppId.is(id) && SdkAppId.encode(id)).toBe(digits)
  })

  // What digits are: see digits.test.ts.
  it.each<[rule: string, value: unknown]>([
    ['zero is refused', '0'],
    ['2^53 is refused', '9007199254740992'],
    ['what is too long for a number is refused', '9'.repeat(400)],
    ['a leading zero is refused', '01400000000'],
    ['a number is refused', 1400000000],
    ['null is refused', null],
    ['undefined is refused', undefined]
  ])('%s', (_rule, value) => {
    expect(SdkAppId.decode(value)).toMatchObject({ _tag: 'Left', left: [{ value }] })
  })

  it.each<[rule: string, value: unknown]>([
    ['zero', 0],
    ['a negative number', -1],
    ['a fraction', 1.5],
    ['2^53', 2 ** 53],
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['text', '1400000000'],
    ['a bigint', 1400000000n],
    ['null', null]
  ])('%s is not one', (_rule, value) => {
    expect(SdkAppId.is(value)).toBe(false)
  })
})
