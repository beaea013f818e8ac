import { AdminAccount } from '../../src/values/admin-account'
import { describeValue } from '../support/value-rules'

describeValue('AdminAccount', AdminAccount, {
  accepted: [
    ['a user id passes', 'administrator'],
    ['the empty text passes', '']
  ],
  refused: [
    ['a number is refused', 0],
    ['false is refused', false],
    ['null is refused', null],
    ['undefined is refused', undefined],
    ['the empty list is refused', []]
  ]
})
