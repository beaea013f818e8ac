import { describe, expect, it } from '@jest/globals'
import { BlocklistPair } from '../../../src/callbacks/sns/blocklist-pair'
import type { UserId } from '../../../src/values/user-id'
import { expectLeft, expectRight } from '../../support/either'

const pair = { From_Account: 'id', To_Account: 'id1' }

describe('BlocklistPair', () => {
  it('is called BlocklistPair', () => {
    expect(BlocklistPair.name).toBe('BlocklistPair')
  })

  it.each<[rule: string, u: unknown, is: boolean]>([
    ['the documented pair', pair, true],
    ['a pair of system accounts', { From_Account: '@TLS#NOT_FOUND', To_Account: '@RBT#001' }, true],
    ['a pair of one account', { From_Account: 'id', To_Account: 'id' }, true],
    ['a pair with an unknown field', { ...pair, More: 1 }, true],
    ['a pair without From_Account', { To_Account: 'id1' }, false],
    ['a pair without To_Account', { From_Account: 'id' }, false],
    ['a pair with an empty From_Account', { ...pair, From_Account: '' }, false],
    ['a pair with an empty To_Account', { ...pair, To_Account: '' }, false],
    ['a pair with a number as From_Account', { ...pair, From_Account: 7 }, false],
    ['a pair with a number as To_Account', { ...pair, To_Account: 7 }, false],
    ['a pair with null as To_Account', { ...pair, To_Account: null }, false],
    ['one account with a list of others', { From_Account: 'id', To_Account: ['id1', 'id2'] }, false],
    ['an array', ['id', 'id1'], false],
    ['a text', 'id', false],
    ['null', null, false],
    ['undefined', undefined, false]
  ])('is: %s', (_rule, u, is) => {
    expect(BlocklistPair.is(u)).toBe(is)
    expect(BlocklistPair.decode(u)._tag).toBe(is ? 'Right' : 'Left')
  })

  it('decodes and encodes to the very same pair', () => {
    const decoded = expectRight(BlocklistPair.decode(pair))

    expect(decoded).toBe(pair)
    expect(BlocklistPair.encode(decoded)).toBe(pair)
  })

  it('has user ids', () => {
    const { From_Account, To_Account } = expectRight(BlocklistPair.decode(pair))
    const accounts: ReadonlyArray<UserId> = [From_Account, To_Account]

    expect(accounts).toStrictEqual(['id', 'id1'])
  })

  it('says which accounts are wrong', () => {
    const errors = expectLeft(BlocklistPair.decode({ From_Account: 7 }))

    expect(errors.map(({ value, context }) => [value, context.map(({ key }) => key).join('/')])).toStrictEqual([
      [7, '/From_Account'],
      [undefined, '/To_Account']
    ])
  })
})
