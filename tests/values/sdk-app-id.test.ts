import { describe, expect, it } from '@jest/globals'
import { SdkAppId, sdkAppIdFromDigits } from '../../src/values/sdk-app-id'
import { expectLeft, expectRight } from '../support/either'

const accepted: ReadonlyArray<[rule: string, digits: string, id: number]> = [
  ['1 is the least', '1', 1],
  ['9 passes', '9', 9],
  ['10 passes', '10', 10],
  ['eight digits pass', '20001658', 20001658],
  ['ten digits pass', '1400000000', 1400000000],
  ['2^53 - 1 is the greatest', '9007199254740991', Number.MAX_SAFE_INTEGER]
]

const refusedDigits: ReadonlyArray<[rule: string, digits: string]> = [
  ['the empty text is refused', ''],
  ['zero is refused', '0'],
  ['a leading zero is refused', '01400000000'],
  ['2^53 is refused', '9007199254740992'],
  ['2^53 + 1 is refused', '9007199254740993'],
  ['what is too long for a number is refused', '9'.repeat(400)],
  ['a plus sign is refused', '+1'],
  ['a minus sign is refused', '-1'],
  ['a space before is refused', ' 1'],
  ['a space after is refused', '1 '],
  ['a space within is refused', '1 400'],
  ['a line end after is refused', '1\n'],
  ['a line of its own is refused', 'x\n1\nx'],
  ['a fraction is refused', '1.0'],
  ['an exponent is refused', '1e9'],
  ['hexadecimal digits are refused', '0x10'],
  ['hexadecimal digits without their mark are refused', '1f'],
  ['separators are refused', '1_400'],
  ['a bigint literal is refused', '1n'],
  ['Arabic-Indic digits are refused', '١٤٠٠'],
  ['Arabic-Indic digits after another digit are refused', '1٤٠٠'],
  ['fullwidth digits are refused', '１４００'],
  ['words are refused', 'Infinity'],
  ['letters before are refused', 'a1'],
  ['letters after are refused', '1a']
]

describe('sdkAppIdFromDigits', () => {
  it.each(accepted)('%s', (_rule, digits, id) => {
    expect(sdkAppIdFromDigits(digits)).toBe(id)
  })

  it.each(refusedDigits)('%s', (_rule, digits) => {
    expect(sdkAppIdFromDigits(digits)).toBe(undefined)
  })
})

describe('SdkAppId', () => {
  it('has its own name', () => {
    expect(SdkAppId.name).toBe('SdkAppId')
  })

  describe('is', () => {
    it.each(accepted)('%s', (_rule, _digits, id) => {
      expect(SdkAppId.is(id)).toBe(true)
    })

    it.each<[rule: string, u: unknown]>([
      ['zero is refused', 0],
      ['minus zero is refused', -0],
      ['a negative number is refused', -1],
      ['a fraction is refused', 1.5],
      ['a fraction below one is refused', 0.5],
      ['2^53 is refused', 2 ** 53],
      ['NaN is refused', NaN],
      ['infinity is refused', Infinity],
      ['digits are refused', '1400000000'],
      ['a bigint is refused', 1400000000n],
      ['a Number object is refused', Object(1400000000)],
      ['null is refused', null],
      ['undefined is refused', undefined],
      ['true is refused', true],
      ['a list is refused', [1]]
    ])('%s', (_rule, u) => {
      expect(SdkAppId.is(u)).toBe(false)
    })
  })

  describe('decode', () => {
    it.each(accepted)('%s', (_rule, digits, id) => {
      expect(expectRight(SdkAppId.decode(digits))).toBe(id)
    })

    it.each<[rule: string, u: unknown]>([
      ...refusedDigits,
      ['a bigint is refused', 1400000000n],
      ['a list of digits is refused', ['1400000000']],
      ['a String object is refused', Object('1400000000')],
      ['null is refused', null],
      ['undefined is refused', undefined],
      ['an object is refused', {}]
    ])('%s', (_rule, u) => {
      expect(expectLeft(SdkAppId.decode(u))).toStrictEqual([
        { value: u, context: [{ key: '', type: SdkAppId, actual: u }], message: undefined }
      ])
    })
  })

  describe('encode', () => {
    it.each(accepted)('%s', (_rule, digits) => {
      expect(SdkAppId.encode(expectRight(SdkAppId.decode(digits)))).toBe(digits)
    })
  })
})
