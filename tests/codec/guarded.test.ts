import { expect, it } from '@jest/globals'
import { guarded } from '../../src/codec/guarded'
import { expectLeft } from '../support/either'
import { describeValue } from '../support/value-rules'

const Even = guarded<number, number>('Even', (u): u is number => typeof u === 'number' && u % 2 === 0)

describeValue('Even', Even, {
  accepted: [['what the guard accepts passes', 2]],
  refused: [
    ['what the guard refuses is refused', 1],
    ['another type is refused', '2']
  ]
})

it('a guarded codec says where the value was that it refused', () => {
  expect(expectLeft(Even.decode(1))).toStrictEqual([
    { value: 1, context: [{ key: '', type: Even, actual: 1 }], message: undefined }
  ])
})
