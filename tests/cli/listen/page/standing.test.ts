import { describe, expect, it } from '@jest/globals'
import { standingOf } from '../../../../src/cli/listen/page/standing'
import { answer, kept, refused, unknown } from './kept'

describe('standingOf', () => {
  it.each([
    ['right', {}],
    ['unknown', { verdict: unknown }],
    ['wrong', { verdict: refused() }],
    ['wrong', { answer: answer({ wrong: ['HTTP 500'] }) }],
    ['wrong', { verdict: unknown, answer: answer({ wrong: ['HTTP 500'] }) }]
  ])('is %s', (standing, changes) => {
    expect(standingOf(kept(changes))).toBe(standing)
  })

  it('waits for the answer', () => {
    const { id, at, request, verdict } = kept()
    expect(standingOf({ id, at, request, verdict })).toBe('waiting')
  })
})
