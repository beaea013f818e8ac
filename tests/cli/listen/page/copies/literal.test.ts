import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { runInNewContext } from 'node:vm'
import { literal } from '../../../../../src/cli/listen/page/copies/literal'

const read = (text: string | undefined): unknown => runInNewContext(`(${String(text)})`) as unknown

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

describe('literal', () => {
  it('means the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(read(literal(value)))).toBe(JSON.stringify(value))
      })
    )
  })

  it('keeps a field that a literal would take for the prototype', () => {
    const value: unknown = JSON.parse('{"__proto__":1,"a-b":"it\'s \u202e","c":2}')
    expect(literal(value)).toBe("{ ['__proto__']: 1, 'a-b': 'it\\'s \\u202e', c: 2 }")
    expect(JSON.stringify(read(literal(value)))).toBe(JSON.stringify(value))
  })

  it('breaks long lines', () => {
    const long = 'x'.repeat(80)
    expect(literal({ a: [long], b: [] })).toBe(`{\n  a: ['${long}'],\n  b: []\n}`)
  })

  it('gives up on what is nested too deeply', () => {
    expect(literal(nested(100))).toBeDefined()
    expect([literal(nested(102)), literal(nested(100_000))]).toEqual([undefined, undefined])
  })
})
