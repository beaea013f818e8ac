import { describe, expect, it } from '@jest/globals'
import { setImmediate } from 'node:timers/promises'
import { ignoreRejection, isPromise, refusePromise } from '../src/promise'

const rejected = () => Promise.reject(new Error('gone'))

describe('isPromise', () => {
  it.each<[rule: string, value: unknown, expected: boolean]>([
    ['a promise is one', Promise.resolve(), true],
    ['what has a then is one', { then: () => undefined }, true],
    ['what has a then that is not a function is not', { then: 1 }, false],
    ['an object is not', {}, false],
    ['null is not', null, false],
    ['undefined is not', undefined, false],
    ['text is not', 'then', false]
  ])('%s', (_rule, value, expected) => {
    expect(isPromise(value)).toBe(expected)
  })
})

// Jest fails a test in which nobody takes care of a rejection: this and other tests stand on it.
describe('ignoreRejection', () => {
  it('keeps a rejection from ending the process', async () => {
    ignoreRejection(rejected())
    await setImmediate()
  })
})

describe('refusePromise', () => {
  it('throws if something returned a promise, whose rejection it ignores', async () => {
    expect(() => {
      refusePromise('judge', rejected())
    }).toThrow(new TypeError('judge returned a promise, but it must be synchronous'))
    await setImmediate()
  })
  it('lets everything else pass', () => {
    expect(() => {
      refusePromise('judge', undefined)
    }).not.toThrow()
  })
})
