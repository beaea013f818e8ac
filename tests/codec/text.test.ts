import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import { text } from '../../src/codec/text'

describe('text', () => {
  it('is to other code what t.string is', () => {
    expect([text.name, text._tag]).toStrictEqual([t.string.name, t.string._tag])
    expect(text.encode('a')).toBe('a')
  })

  it.each<unknown>(['a', '', 7, null, undefined, [], {}, Object('a')])(
    'accepts and decodes what t.string does: %p',
    (u) => {
      expect(text.is(u)).toBe(t.string.is(u))
      expect(text.decode(u)._tag).toBe(t.string.decode(u)._tag)
    }
  )
})
