import { describe, expect, it } from '@jest/globals'
import { guard } from '../../src/codec/guard'
import { describeValue } from '../support/value-rules'

const Even = guard<number>('Even', 'an even number', (u): u is number => typeof u === 'number' && u % 2 === 0)

describeValue(Even, {
  accepted: [['what its guard takes passes', 2]],
  refused: [['anything else is refused', 1]]
})

describe('guard', () => {
  it('says in words what it takes', () => {
    expect(Even.expected).toBe('an even number')
  })
})
