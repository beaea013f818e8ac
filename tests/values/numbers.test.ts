import { Integer, Seconds } from '../../src'
import { describeValue } from '../support/value-rules'

const notWhole: ReadonlyArray<readonly [rule: string, value: unknown]> = [
  ['a number that may have been rounded is refused', Number.MAX_SAFE_INTEGER + 1],
  ['a fraction is refused', 0.5],
  ['NaN is refused', NaN],
  ['Infinity is refused', Infinity],
  ['digits are refused', '1'],
  ['the empty text is refused', ''],
  ['a bigint is refused', 1n],
  ['true is refused', true],
  ['null is refused', null],
  ['undefined is refused', undefined],
  ['a list is refused', [1]]
]

describeValue(Integer, {
  accepted: [
    ['zero passes', 0],
    ['a negative number passes', -1],
    ['more than 32 bits pass', 2 ** 32],
    ['the largest exact number passes', Number.MAX_SAFE_INTEGER],
    ['the smallest exact number passes', Number.MIN_SAFE_INTEGER]
  ],
  refused: notWhole
})

describeValue(Seconds, {
  accepted: [
    ['seconds pass', 1669872112],
    ['the beginning of 1970 passes', 0],
    ['the largest exact number passes', Number.MAX_SAFE_INTEGER]
  ],
  refused: [['a time before 1970 is refused', -1], ...notWhole]
})
