import { describe, expect, it } from '@jest/globals'
import { left, right } from 'fp-ts/Either'
import { SdkAppId, verifySdkAppId, type OwnSdkAppId } from '../../src'
import { expectRight } from '../support/either'

const parameters = { SdkAppid: expectRight(SdkAppId.decode('1400000000')), more: 1 }

describe('verifySdkAppId', () => {
  it.each<[rule: string, own: OwnSdkAppId]>([
    ['a number', 1400000000],
    ['digits', '1400000000'],
    ['a list of numbers', [1, 1400000000]],
    ['a list of digits', ['1400000000', '1']]
  ])('lets the app itself pass, given as %s', (_rule, own) => {
    expect(verifySdkAppId(own)(parameters)).toStrictEqual(right(parameters))
  })

  it.each<[rule: string, own: OwnSdkAppId]>([
    ['another number', 140000000],
    ['other digits', '14000000000'],
    ['a list of others', [1, '2']]
  ])('refuses an app that is not %s', (_rule, own) => {
    expect(verifySdkAppId(own)(parameters)).toStrictEqual(left({ _tag: 'SdkAppIdMismatch', received: 1400000000 }))
  })

  const wrong: ReadonlyArray<[given: unknown, name: string]> = [
    [undefined, 'nothing: is the setting present?'],
    ['', 'an empty string: is the setting present?'],
    [NaN, 'NaN: is the setting present?'],
    ['1e9', '"1e9"'],
    ['01', '"01"'],
    [' 1', '" 1"'],
    [0, '0'],
    [-1, '-1'],
    [1.5, '1.5'],
    [2 ** 53, '9007199254740992'],
    [null, 'a value of type object'],
    [true, 'a value of type boolean'],
    [{}, 'a value of type object'],
    [[1, ''], 'an empty string: is the setting present?'],
    [new Array(1), 'nothing: is the setting present?']
  ]
  it.each(wrong)('%p is a TypeError that names it', (given, name) => {
    expect(() => verifySdkAppId(given as OwnSdkAppId)).toThrow(
      new TypeError(
        `sdkAppId must be a positive integer such as 1400000000, or its digits without leading zeros; got ${name}`
      )
    )
  })

  it('an empty list is a TypeError, since nothing would pass', () => {
    expect(() => verifySdkAppId([])).toThrow(new TypeError('sdkAppId is an empty list: no callback would be accepted'))
  })
})
