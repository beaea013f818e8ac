import { ProfileValue } from '../../src/values/profile-value'
import { describeValue } from '../support/value-rules'

describeValue('ProfileValue', ProfileValue, {
  accepted: [
    ['text passes', 'nick1'],
    ['the empty text passes', ''],
    ['a whole number passes', 19900101],
    ['zero passes', 0]
  ],
  refused: [
    ['a fraction is refused', 0.5],
    ['a number that may have been rounded is refused', Number.MAX_SAFE_INTEGER + 1],
    ['true is refused', true],
    ['null is refused', null],
    ['undefined is refused', undefined],
    ['a list is refused', ['nick1']],
    ['an object is refused', { Value: 'nick1' }]
  ]
})
