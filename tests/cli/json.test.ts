import { describe, expect, it } from '@jest/globals'
import { jsonOf } from '../../src/cli/json'

describe('JSON', () => {
  it('is the same for a script, and harmless for a terminal', () => {
    const value = { a: '\x1b\u009b\u202e\n✔', '\u2028': ['\ud800', null, 1.5, true], __proto__: undefined }
    expect(jsonOf(value)).not.toMatch(/[\x1b\u009b\u202e\u2028\ud800]/)
    expect(JSON.parse(jsonOf(value))).toEqual({ a: '\x1b\u009b\u202e\n✔', '\u2028': ['\ud800', null, 1.5, true] })
  })
  it('keeps a field with the name of a prototype', () => {
    const json = '{\n  "__proto__": {\n    "a": 1\n  }\n}'
    expect(jsonOf(JSON.parse(json))).toBe(json)
  })
  it.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}']
  ])('ends somewhere in %s that do not', (_title, open, close) => {
    const nested = (depth: number): unknown => JSON.parse(`${open.repeat(depth)}1${close.repeat(depth)}`)
    expect(jsonOf(nested(100))).not.toContain('levels')
    expect(jsonOf(nested(101))).toContain('"… (more than 100 levels)"')
    expect(jsonOf(nested(100_000))).toBe(jsonOf(nested(101)))
  })
})
