import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { capped, excerpt, kindOf } from '../src/text'

describe('capped', () => {
  it.each<[rule: string, text: string, length: number, expected: string]>([
    ['a text of just the length stays as it is', 'abcd', 4, 'abcd'],
    ['a longer text is cut to the length', 'abcde', 4, 'abc…'],
    ['the empty text stays as it is', '', 4, ''],
    ['a run of white space becomes one space', 'a \r\n\t\u2028\v b', 9, 'a b'],
    ['every run does', 'a\nb\n\nc', 9, 'a b c'],
    ['the length is that of the one line', 'a\n\n\n\nb', 3, 'a b']
  ])('%s', (_rule, text, length, expected) => {
    expect(capped(text, length)).toBe(expected)
  })
})

describe('kindOf', () => {
  it.each<[value: unknown, expected: string]>([
    [undefined, 'nothing'],
    [null, 'null'],
    [['secret'], 'a list'],
    [{ secret: 1 }, 'an object'],
    ['secret', 'a string'],
    [7, 'a number'],
    [() => 'secret', 'a function']
  ])('%p is %s', (value, expected) => {
    expect(kindOf(value)).toBe(expected)
  })
})

describe('excerpt', () => {
  it('is the first characters of any text, halves of characters included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(40), (text, length) => {
        expect(excerpt(text, length)).toBe(text.slice(0, length))
      })
    )
    expect(excerpt('\ud83d\ude00 and more than a few characters', 1)).toBe('\ud83d')
    expect(excerpt('a long text with \ud83d\ude00', 18)).toBe('a long text with \ud83d')
  })
})
