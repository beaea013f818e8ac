import { describe, expect, it } from '@jest/globals'
import { GroupAtInfo } from '../../src'
import { placesOf } from '../support/codecs'
import { expectLeft } from '../support/either'

describe('GroupAtInfo', () => {
  it.each([
    ['everybody', { GroupAtAllFlag: 1 }],
    ['somebody', { GroupAtAllFlag: 0, GroupAt_Account: 'leckie' }]
  ])('mentions %s', (_rule, info) => {
    expect(GroupAtInfo.is(info)).toBe(true)
  })

  it.each([
    ['no flag', {}, '/GroupAtAllFlag'],
    ['a flag that is not a number', { GroupAtAllFlag: true }, '/GroupAtAllFlag'],
    ['an empty account', { GroupAtAllFlag: 0, GroupAt_Account: '' }, '/GroupAt_Account']
  ])('is refused with %s', (_rule, info, place) => {
    expect(placesOf(expectLeft(GroupAtInfo.decode(info))).map(([found]) => found)).toStrictEqual([place])
  })
})
