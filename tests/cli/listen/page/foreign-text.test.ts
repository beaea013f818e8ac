import { describe, expect, it } from '@jest/globals'
import { piecesOf, startOf } from '../../../../src/cli/listen/page/foreign-text'

const plain = (text: string) => ({ text, isEscape: false })
const escape = (text: string) => ({ text, isEscape: true })

describe('piecesOf', () => {
  it.each([
    ['leckie', [plain('leckie')]],
    ['', []],
    ['<script>\n\tx', [plain('<script>\n\tx')]],
    ['a\u202eb', [plain('a'), escape('\\u202e'), plain('b')]],
    ['\u001b[31m', [escape('\\u001b'), plain('[31m')]],
    ['\r\n', [escape('\\r'), plain('\n')]],
    ['\u{1f468}\u200d\u{1f469}', [plain('\u{1f468}'), escape('\\u200d'), plain('\u{1f469}')]],
    ['\ud800', [escape('\\ud800')]]
  ])('shows what is in %j', (text, expected) => {
    expect(piecesOf(text)).toEqual(expected)
  })
})

describe('startOf', () => {
  it('keeps what is short enough', () => {
    expect(startOf('abc', 3)).toBe('abc')
  })

  it('cuts, though not amid a character', () => {
    expect(startOf('abcd', 3)).toBe('abc')
    expect(startOf('a\u{1f468}b', 2)).toBe('a')
  })
})
