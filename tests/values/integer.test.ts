import { Integer } from '../../src/values/integer'
import { describeValue } from '../support/value-rules'

describeValue('Integer', Integer, {
  accepted: [
    ['zero passes', 0],
    ['one passes', 1],
    ['a negative number passes', -1],
    ['the largest exact number passes', Number.MAX_SAFE_INTEGER],
    ['the smallest exact number passes', Number.MIN_SAFE_INTEGER]
  ],
  refused: [
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
})
