import { describe, expect, it } from '@jest/globals'
import { pretty, problemIn } from '../../../../src/cli/listen/page/json'

const deep = '['.repeat(100_000) + ']'.repeat(100_000)

describe('JSON', () => {
  it('is laid out, and other text stays', () => {
    expect([pretty('{"a":[1]}'), pretty('{a}')]).toEqual(['{\n  "a": [\n    1\n  ]\n}', '{a}'])
  })

  it('stays as it is where it is too deep', () => {
    expect(pretty(deep) === deep).toBe(true)
  })

  it('has a problem or none', () => {
    expect(problemIn('{}')).toBeUndefined()
    expect(problemIn('{')).toMatch(/JSON/)
  })
})
