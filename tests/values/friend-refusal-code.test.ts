import { FriendRefusalCode } from '../../src/values/friend-refusal-code'
import { describeValue } from '../support/value-rules'

describeValue('FriendRefusalCode', FriendRefusalCode, {
  accepted: [
    ['the first code passes', 38000],
    ['a code between passes', 38500],
    ['the last code passes', 39000]
  ],
  refused: [
    ['zero, which allows, is refused', 0],
    ['a code before the first is refused', 37999],
    ['a code after the last is refused', 39001],
    ['a fraction is refused', 38000.5],
    ['NaN is refused', NaN],
    ['digits are refused', '38000'],
    ['null is refused', null],
    ['undefined is refused', undefined]
  ]
})
