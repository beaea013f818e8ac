import { describe, expect, it } from '@jest/globals'
import { maskOf } from '../../src/cli/secrets'

describe('a text without secrets', () => {
  it.each<[rule: string, secrets: ReadonlyArray<string | null | undefined>, text: string, masked: string]>([
    ['has none of them, wherever it stood', ['cd', 'x'], 'abcdecd', 'ab***e***'],
    ['is as it was where there are none', [undefined, null], 'abcdecd', 'abcdecd'],
    ['is not taken apart by one that is empty', [''], 'abcdecd', 'abcdecd'],
    ['has no rest of one that another is a part of', ['ab', 'abcd'], 'abcdab', '******'],
    ['has no form of them that a URL has', ['a b&c'], '/?x=a+b%26c&y=a%20b%26c', '/?x=***&y=***'],
    ['has no form of them that JSON has', ['a"b'], '{"x":"a\\"b"}', '{"x":"***"}'],
    ['has none where all but letters and digits are escaped', ["a!'(b)"], 'a%21%27%28b%29', '***'],
    ['has none where little is escaped', ["a!'(b&)"], "a!'(b%26)", '***'],
    ['has none in small letters', ['a/b?é'], 'a%2fb%3f%c3%a9 a%2Fb', '*** a%2Fb'],
    ['has none where JSON is of ASCII alone', ['a/令🐧'], '{"x":"a\\/\\u4EE4\\ud83d\\udc27"}', '{"x":"***"}'],
    ['has none where JSON is safe in HTML', ['a&<'], '{"x":"a\\u0026\\u003c"}', '{"x":"***"}'],
    ['has none where HTML shows it', ['a&"\'b'], 'a&amp;&quot;&#39;b a&#38;&#x22;&#x0027;b', '*** ***'],
    ['has none in letters of another case', ['Token7'], 'TOKEN7 token7', '*** ***'],
    [
      'has none that is escaped twice',
      ['a/b"c'],
      'a%252Fb%2522c {\\"x\\":\\"a/b\\\\\\"c\\"}',
      '*** {\\"x\\":\\"***\\"}'
    ],
    [
      'has none where letters and digits are escaped, too',
      ['aB7'],
      '%61%42%37 \\u0061B\\u0037 &#97;&#x42;7',
      '*** *** ***'
    ],
    ['has none where they are escaped twice', ['aB7'], '%2561%2542%2537 \\\\u0061\\\\u0042\\\\u0037', '*** ***'],
    ['keeps an escape of something else', ['aB7'], '%62B7 &amp;B7 \\aB', '%62B7 &amp;B7 \\aB'],
    ['has none that is a pattern', ['a.*\\n[b]-\n'], 'a.*\\n[b]-\n aXb', '*** aXb']
  ])('%s', (_rule, secrets, text, masked) => {
    expect(maskOf(secrets)(text)).toBe(masked)
  })

  it.each(['base64', 'base64url'] as const)('has none in %s, wherever it stands there', (encoding) => {
    const secret = 'tok~en>?令牌'
    for (const before of ['', 'a', 'ab', 'abc']) {
      const masked = maskOf([secret])(`x ${Buffer.from(`${before}${secret} and more`).toString(encoding)} y`)
      expect(masked).toMatch(/^x \w{0,5}\*\*\*[\w=]+ y$/)
    }
  })

  it('is there at once, however many characters look like the beginning of an escape', () => {
    const text = '\\'.repeat(500_000) + '%'.repeat(500_000) + '%25'.repeat(300_000)
    expect(maskOf(['"/"token'])(text)).toBe(text)
  })
})
