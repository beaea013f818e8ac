import { describe, expect, it } from '@jest/globals'
import { shellLines, shellWord } from '../../../../../src/cli/listen/page/copies/shell'
import { given } from './shell'

describe('shellWord', () => {
  it('means the same text to a shell', () => {
    const texts = [
      'plain-1.0',
      '',
      'two words',
      "it's",
      '$HOME `id` "x" \\ !',
      'a\nb\tc',
      '\u001b[31m\u202eabc',
      "\\'\u0007",
      '你好 \u{1f468}',
      '\u{e0001}x'
    ]
    expect(given(`say ${texts.map(shellWord).join(' ')}`, 'say')).toEqual([...texts, ''])
  })

  it('leaves simple words as they are, and writes out what cannot be seen', () => {
    expect(['C2C.CallbackAfterSendMsg', 'a b', 'a\u001b'].map(shellWord)).toEqual([
      'C2C.CallbackAfterSendMsg',
      "'a b'",
      "$'a\\u001b'"
    ])
  })
})

it('goes on in the next line', () => {
  expect(given(shellLines(['say a', 'b']), 'say')).toEqual(['a', 'b', ''])
})
