import { describe, expect, it } from '@jest/globals'
import { literal } from '../../src/codec'
import { nonEmptyText, oneOf } from '../../src'
import { describeValue } from '../support/value-rules'

const notText: ReadonlyArray<readonly [rule: string, value: unknown]> = [
  ['the empty text is refused', ''],
  ['a number is refused', 7],
  ['null is refused', null],
  ['undefined is refused', undefined],
  ['a list is refused', ['Apply']]
]

describeValue(nonEmptyText('OrderId'), { accepted: [['any text passes', ' 2026-7']], refused: notText })

const JoinType = oneOf('JoinType', ['Apply', 'Invited'])

describeValue(JoinType, {
  accepted: [
    ['a documented word passes', 'Apply'],
    ['a new word passes', 'toString'],
    ['another letter case passes', 'APPLY']
  ],
  refused: notText
})

describe('oneOf', () => {
  it('shows the documented words', () => {
    expect(JoinType.words).toStrictEqual(['Apply', 'Invited'])
  })
})

describeValue(literal('Apply'), {
  accepted: [['the word passes', 'Apply']],
  refused: [...notText, ['another letter case is refused', 'apply']]
})

describeValue(literal(0), {
  accepted: [['the number passes', 0]],
  refused: [
    ['another number is refused', 1],
    ['its digits are refused', '0']
  ]
})
