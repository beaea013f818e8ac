import { describe, expect, it } from '@jest/globals'
import { maskOf } from '../../src/cli/secrets'

describe('a text without secrets', () => {
  it.each<[rule: string, secrets: ReadonlyArray<string | null | undefined>, text: string, masked: string]>([
    ['has none of them, wherever it stood', ['cd', 'x'], 'abcdecd', 'ab***e***'],
    ['is as it was where there are none', [undefined, null], 'abcdecd', 'abcdecd'],
    ['is not taken apart by one that is empty', [''], 'abcdecd', 'abcdecd'],
    ['has no rest of one that another is a part of', ['ab', 'abcd'], 'abcdab', '******'],
    ['has no form of them that a URL has', ['a b&c'], '/?x=a+b%26c&y=a%20b%26c', '/?x=***&y=***'],
    ['has no form of them that JSON has', ['a"b'], '{"x":"a\\"b"}', '{"x":"***"}']
  ])('%s', (_rule, secrets, text, masked) => {
    expect(maskOf(secrets)(text)).toBe(masked)
  })
})
