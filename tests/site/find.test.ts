import { describe, expect, it } from '@jest/globals'
import { find, type Entry } from '../../src/site/browser/find'

const entry = (title: string, words = ''): Entry => ({
  title,
  about: { en: '', zh: '' },
  path: `${title}.html`,
  isTranslated: false,
  words
})

const entries = [entry('GroupMember', 'FriendAdd'), entry('PrevFriendAdd'), entry('FriendAddPair'), entry('FriendAdd')]

const found = (query: string, most = 10): ReadonlyArray<string> => find(entries, query, most).map(({ title }) => title)

describe('find', () => {
  it('puts the name itself first, then names that begin with it, names that have it, and other words', () => {
    expect(found('friendadd')).toEqual(['FriendAdd', 'FriendAddPair', 'PrevFriendAdd', 'GroupMember'])
  })
  it('wants all words', () => {
    expect(found('friend group')).toEqual(['GroupMember'])
    expect(found('friend none')).toEqual([])
  })
  it.each(['', '  '])('finds nothing by %j', (query) => {
    expect(found(query)).toEqual([])
  })
  it('finds no more than is wanted', () => {
    expect(found('friend', 2)).toHaveLength(2)
  })
})
