import { describe, expect, it } from '@jest/globals'
import { identity } from 'io-ts'
import { OptPlatform, type KnownOptPlatform } from '../../src/values/opt-platform'
import { expectLeft, expectRight } from '../support/either'

const documented: Readonly<Record<KnownOptPlatform, true>> = {
  RESTAPI: true,
  Web: true,
  Android: true,
  iOS: true,
  IOS: true,
  Windows: true,
  Mac: true,
  macOS: true,
  iPad: true,
  Unknown: true
}

const accepted: ReadonlyArray<[rule: string, platform: string]> = [
  ...Object.keys(documented).map((platform): [string, string] => [`${platform} passes`, platform]),
  ['a new platform passes', 'HarmonyOS'],
  ['another letter case passes', 'ANDROID'],
  ['a space passes', ' '],
  ['any length passes', 'x'.repeat(1_000)]
]

const refused: ReadonlyArray<[rule: string, u: unknown]> = [
  ['the empty text is refused', ''],
  ['a number is refused', 7],
  ['null is refused', null],
  ['undefined is refused', undefined],
  ['a list is refused', ['iOS']]
]

describe('OptPlatform', () => {
  it('has its own name', () => {
    expect(OptPlatform.name).toBe('OptPlatform')
  })

  describe('is', () => {
    it.each(accepted)('%s', (_rule, platform) => {
      expect(OptPlatform.is(platform)).toBe(true)
    })

    it.each(refused)('%s', (_rule, u) => {
      expect(OptPlatform.is(u)).toBe(false)
    })
  })

  describe('decode', () => {
    it.each(accepted)('%s', (_rule, platform) => {
      expect(expectRight(OptPlatform.decode(platform))).toBe(platform)
    })

    it.each(refused)('%s', (_rule, u) => {
      expect(expectLeft(OptPlatform.decode(u)).map(({ value }) => value)).toStrictEqual([u])
    })
  })

  describe('encode', () => {
    it('changes nothing', () => {
      expect(OptPlatform.encode).toBe(identity)
    })
  })
})
