import { describe, expect, it } from '@jest/globals'
import { sign } from '../../src'

describe('sign', () => {
  it.each<[rule: string, token: unknown, requestTime: unknown, message: string]>([
    ['no token', undefined, '1669872112', 'token must be'],
    ['an empty token', '', '1669872112', 'token must be'],
    ['a list of tokens', ['xxxxyyyy'], '1669872112', 'token must be'],
    ['no time', 'xxxxyyyy', undefined, 'requestTime must be'],
    ['an empty time', 'xxxxyyyy', '', 'requestTime must be'],
    ['a time that is a number', 'xxxxyyyy', 1669872112, 'requestTime must be']
  ])('%s is a TypeError, not another text', (_rule, token, requestTime, message) => {
    const signed = () => sign(token as string, requestTime as string)
    expect(signed).toThrow(TypeError)
    expect(signed).toThrow(message)
  })
})
