import { describe, expect, it } from '@jest/globals'
import * as t from 'io-ts'
import { literal } from '../../src/codec/literal'

describe.each(['Example.A', '', 0, 38000] as const)('the literal %p', (value) => {
  const codec = literal(value)

  it('is to other code what t.literal gives', () => {
    const { name, _tag, value: own } = t.literal(value)
    expect([codec.name, codec._tag, codec.value]).toStrictEqual([name, _tag, own])
    expect(codec.encode(value)).toBe(value)
  })

  it.each<unknown>(['Example.A', '', 0, 38000, '0', null, undefined, ['']])(
    'accepts and decodes what t.literal does: %p',
    (u) => {
      expect(codec.is(u)).toBe(t.literal(value).is(u))
      expect(codec.decode(u)._tag).toBe(t.literal(value).decode(u)._tag)
    }
  )
})
