import { expect, it } from '@jest/globals'
import { allowFriend, refuseFriend } from '../../src'
import { doesMore } from '../../src/replies/does-more'

const allowed = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }

it.each<[string, unknown]>([
  ['refuses', { ...allowed, ErrorCode: 1 }],
  ['refuses by a negative code', { ...allowed, ErrorCode: -1 }],
  ['refuses by a text', { ...allowed, ErrorCode: '120001' }],
  ['fails', { ...allowed, ActionStatus: 'FAIL' }],
  ['has another message', { ...allowed, MsgBody: [{}] }],
  ['has a message of nothing', { ...allowed, MsgBody: [] }],
  ['has other data', { ...allowed, CloudCustomData: '' }],
  ['keeps members out', { ...allowed, RefusedMembers_Account: ['jared'] }],
  ['keeps subscribers out', { ...allowed, RefusedSubscribers_Account: ['jared'] }],
  ['keeps out what is not a list', { ...allowed, RefusedMembers_Account: 'jared' }],
  ['refuses one friend of two', { ...allowed, ResultItem: [allowFriend(), refuseFriend()] }],
  ['is a verdict that refuses', refuseFriend()]
])('an answer that %s does more than to allow', (_, answer) => {
  expect(doesMore(answer)).toBe(true)
})

it.each<[string, unknown]>([
  ['allows', allowed],
  ['allows in words', { ...allowed, ErrorInfo: 'welcome' }],
  ['allows by a text', { ...allowed, ErrorCode: '0' }],
  ['has a code that is none', { ...allowed, ErrorCode: 'none' }],
  ['keeps nobody out', { ...allowed, RefusedMembers_Account: [], RefusedSubscribers_Account: [] }],
  ['allows friends', { ...allowed, ResultItem: [allowFriend(), allowFriend()] }],
  ['has friends that are not a list', { ...allowed, ResultItem: 'jared' }],
  ['is a verdict that allows', allowFriend()],
  ['is empty', {}],
  ['is not there', undefined],
  ['is null', null],
  ['is a text', 'FAIL'],
  ['is a list', [{ ErrorCode: 1 }]]
])('an answer that %s does not', (_, answer) => {
  expect(doesMore(answer)).toBe(false)
})
