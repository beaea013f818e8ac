import { expect, it } from '@jest/globals'
import { isWrongReply, wrongReply } from '../../src/replies/wrong-reply'

it('the error of a reply that cannot be built is known among others, and prints as they do', () => {
  const error = wrongReply('code must be another')
  expect(error).toEqual(new TypeError('code must be another'))
  expect(Object.keys(error)).toEqual([])
  expect(isWrongReply(error)).toBe(true)
})

it('that of another copy of this library is, too', () => {
  const ofCopy = Object.assign(new Error(), { [Symbol.for('tencent-im-callbacks/wrong-reply')]: true })
  expect(isWrongReply(ofCopy)).toBe(true)
})

it.each([new TypeError('code must be another'), undefined, null, 'code must be another', {}])(
  '%p is not one',
  (other) => {
    expect(isWrongReply(other)).toBe(false)
  }
)
