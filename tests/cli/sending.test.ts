import { describe, expect, it } from '@jest/globals'
import { shown } from '../../src/cli/sending'

describe('a text that is shown', () => {
  it.each<[rule: string, secrets: ReadonlyArray<string | null | undefined>, text: string]>([
    ['has no secret in it, wherever that stands', ['cd', 'x'], 'ab***e***'],
    ['hides nothing where there are no secrets', [undefined, null], 'abcdecd'],
    ['is not taken apart by a secret that is empty', [''], 'abcdecd']
  ])('%s', (_rule, secrets, text) => {
    expect(shown('abcdecd', secrets)).toBe(text)
  })
})
