import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cut, oneLine, quoted, visible } from '../../src/cli/foreign'

describe('foreign text', () => {
  it.each([
    ['a line break', 'a\r\n✔ b', 'a\\r\\n✔ b'],
    ['a tab', 'a\tb', 'a\\tb'],
    ['an escape', '\x1b[2J', '\\u001b[2J'],
    ['an escape of one byte', '\u009b1A', '\\u009b1A'],
    ['a change of direction', 'a\u202eb\u2066', 'a\\u202eb\\u2066'],
    ['a line separator', 'a\u2028b\u2029', 'a\\u2028b\\u2029'],
    ['half a character', 'a\ud83d', 'a\\ud83d'],
    ['a character that is hidden', 'a\u{e0041}', 'a\\udb40\\udc41'],
    ['all else as it is', '好 é 🐧 ✔', '好 é 🐧 ✔']
  ])('shows %s', (_title, text, shown) => {
    expect(visible(text)).toBe(shown)
  })
  it('is cut where nobody reads on, and says how long it is', () => {
    expect(cut('abc', 3)).toBe('abc')
    expect(cut('abcd', 3)).toBe('abc… (4 characters)')
    expect(oneLine('x'.repeat(1_000_000))).toBe(`${'x'.repeat(200)}… (1000000 characters)`)
  })
  it('that is quoted has a mark before every line', () => {
    expect(quoted('a\r\n✔ b\n\rc')).toBe('< a\n< ✔ b\n< \\rc\n')
    expect(quoted('x'.repeat(2001))).toBe(`< ${'x'.repeat(2000)}… (2001 characters)\n`)
  })
  it('never makes a line of its own, whatever it is', () => {
    const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
    const isQuoted = (line: string): boolean => line.startsWith('< ') && !unsafe.test(line)
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('\n', '\r', '\x1b', '\u2028', '✔', '\ud800', 'a') })
    )
    fc.assert(
      fc.property(text, (foreign) => {
        const lines = quoted(foreign).split('\n')
        return !unsafe.test(oneLine(foreign)) && lines.pop() === '' && lines.every(isQuoted)
      })
    )
  })
})
