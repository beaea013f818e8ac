import { describe, expect, it } from '@jest/globals'
import { allowFriend, refuseFriend } from '../../src'
import { isWrongVerdict } from '../../src/replies/friend-verdict'

describe('a verdict on a friend', () => {
  it('allows', () => {
    expect(allowFriend()).toStrictEqual({ ResultCode: 0, ResultInfo: '' })
  })
  it.each<[given: Parameters<typeof refuseFriend>, ResultCode: number, ResultInfo: string]>([
    [[], 38000, ''],
    [['spam'], 38000, 'spam'],
    [['spam', 38001], 38001, 'spam'],
    [['', 39000], 39000, '']
  ])('refuses with %j', (given, ResultCode, ResultInfo) => {
    expect(refuseFriend(...given)).toStrictEqual({ ResultCode, ResultInfo })
  })
  it.each<[given: ReadonlyArray<unknown>]>([
    [[38001]],
    [[null]],
    [['x', 0]],
    [['x', 37999]],
    [['x', 39001]],
    [['x', 38000.5]],
    [['x', '38001']],
    [['x', null]],
    [['x', NaN]]
  ])('does not take %j', (given) => {
    expect(() => refuseFriend(...(given as Parameters<typeof refuseFriend>))).toThrow(TypeError)
  })
  it('is known as wrong by its error, also in another copy of this library', () => {
    const ofCopy = Object.assign(new Error(), { [Symbol.for('tencent-im-callbacks/wrong-verdict')]: true })
    let error: unknown
    try {
      refuseFriend('x', 1)
    } catch (thrown) {
      error = thrown
    }
    expect([error, ofCopy].map(isWrongVerdict)).toEqual([true, true])
    expect(Object.keys(error as TypeError)).toEqual([])
    for (const other of [new TypeError('x'), {}, undefined, null, 'x']) expect(isWrongVerdict(other)).toBe(false)
  })
  it('says which codes it takes', () => {
    expect(() => refuseFriend('x', 120001)).toThrow(
      new TypeError('code must be an integer from 38000 to 39000 for friends')
    )
  })
})
