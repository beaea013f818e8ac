import { describe, expect, it } from '@jest/globals'
import { identity } from 'io-ts'
import { UserId } from '../../src/values/user-id'
import { expectLeft, expectRight } from '../support/either'

const accepted: ReadonlyArray<[rule: string, id: string]> = [
  ['one letter passes', 'a'],
  ['digits pass', '144115212830834855'],
  ['a system account passes', '@TLS#NOT_FOUND'],
  ['a bot passes', '@RBT#001'],
  ['a space passes', ' '],
  ['spaces around are kept', ' leckie '],
  ['any script passes', '用户'],
  ['more than 32 bytes pass', 'x'.repeat(33)]
]

const refused: ReadonlyArray<[rule: string, u: unknown]> = [
  ['the empty text is refused', ''],
  ['a number is refused', 7],
  ['null is refused', null],
  ['undefined is refused', undefined],
  ['a list is refused', ['leckie']],
  ['an object is refused', { UserID: 'leckie' }]
]

describe('UserId', () => {
  it('has its own name', () => {
    expect(UserId.name).toBe('UserId')
  })

  describe('is', () => {
    it.each(accepted)('%s', (_rule, id) => {
      expect(UserId.is(id)).toBe(true)
    })

    it.each(refused)('%s', (_rule, u) => {
      expect(UserId.is(u)).toBe(false)
    })
  })

  describe('decode', () => {
    it.each(accepted)('%s', (_rule, id) => {
      expect(expectRight(UserId.decode(id))).toBe(id)
    })

    it.each(refused)('%s', (_rule, u) => {
      expect(expectLeft(UserId.decode(u)).map(({ value }) => value)).toStrictEqual([u])
    })
  })

  describe('encode', () => {
    it('changes nothing', () => {
      expect(UserId.encode).toBe(identity)
    })
  })
})
