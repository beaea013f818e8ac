import { describe, expect, it } from '@jest/globals'
import { identity } from 'io-ts'
import { isNonEmptyText, nonEmptyText } from '../../src/codec/non-empty-text'
import { expectLeft, expectRight } from '../support/either'

const GroupId = nonEmptyText('GroupId')

const accepted: ReadonlyArray<[rule: string, text: string]> = [
  ['one letter passes', 'a'],
  ['a space passes', ' '],
  ['a line end passes', '\n'],
  ['a null character passes', '\0'],
  ['any script passes', '用户'],
  ['a lone surrogate passes', '\ud800'],
  ['the digit zero passes', '0'],
  ['any length passes', 'x'.repeat(100_000)]
]

const refused: ReadonlyArray<[rule: string, u: unknown]> = [
  ['the empty text is refused', ''],
  ['a number is refused', 7],
  ['a bigint is refused', 7n],
  ['true is refused', true],
  ['null is refused', null],
  ['undefined is refused', undefined],
  ['a list is refused', ['a']],
  ['an object is refused', {}],
  ['a String object is refused', Object('a')]
]

describe('nonEmptyText', () => {
  it('has the name that it is given', () => {
    expect(GroupId.name).toBe('GroupId')
  })

  it('has a check that all its codecs share', () => {
    expect([GroupId.is, nonEmptyText('Other').is]).toStrictEqual([isNonEmptyText, isNonEmptyText])
  })

  describe('is', () => {
    it.each(accepted)('%s', (_rule, text) => {
      expect(GroupId.is(text)).toBe(true)
    })

    it.each(refused)('%s', (_rule, u) => {
      expect(GroupId.is(u)).toBe(false)
    })
  })

  describe('decode', () => {
    it.each(accepted)('%s', (_rule, text) => {
      expect(expectRight(GroupId.decode(text))).toBe(text)
    })

    it.each(refused)('%s', (_rule, u) => {
      expect(expectLeft(GroupId.decode(u))).toStrictEqual([
        { value: u, context: [{ key: '', type: GroupId, actual: u }], message: undefined }
      ])
    })
  })

  describe('encode', () => {
    it('changes nothing', () => {
      expect(GroupId.encode).toBe(identity)
    })
  })
})
