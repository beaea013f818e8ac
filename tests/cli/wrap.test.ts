import { expect, it } from '@jest/globals'
import { wrap } from '../../src/cli/wrap'

it.each([
  ['fits', 'one two', 20, '', 'one two'],
  ['is as wide as the terminal', 'one two', 7, '', 'one two'],
  ['is wider', 'one two three', 8, '', 'one two\nthree'],
  ['is indented', 'one two three', 9, '  ', '  one two\n  three'],
  ['has a word that is wider than a line', 'a extraordinary b', 6, '', 'a\nextraordinary\nb'],
  ['is empty', '', 8, '', ''],
  ['is Chinese, of twice the width', '事件等待你的决定', 8, '', '事件等待\n你的决定'],
  ['is Chinese with full stops, which begin no line', '事件等待。你的决定', 8, '', '事件等\n待。你的\n决定'],
  ['is Chinese with a comma, which is as wide', '事件，你', 5, '', '事\n件，\n你'],
  ['is Chinese with other words', '由 `undecided` 决定', 14, '', '由 `undecided`\n决定'],
  ['is Chinese next to others', '返回reply生成', 9, '', '返回reply\n生成']
])('text that %s', (_, text, width, indent, wrapped) => {
  expect(wrap(text, width, indent)).toBe(wrapped)
})

it('may begin the lines after the first elsewhere', () => {
  expect(wrap('one two three', 9, ' ', '   ')).toBe(' one two\n   three')
})
