import { describe, expect, it } from '@jest/globals'
import { MsgBody } from '../../src'
import { issuesFrom } from '../../src/issue'
import { placesOf } from '../support/codecs'
import { expectLeft } from '../support/either'
import { describeValue } from '../support/value-rules'

const text = { MsgType: 'TIMTextElem', MsgContent: { Text: 'red packet' } }

describeValue(MsgBody, {
  accepted: [
    ['a message without elements passes', []],
    ['elements pass', [text, text]],
    ['a new kind of element passes', [{ MsgType: 'TIMNewElem', MsgContent: { any: 1 } }]],
    ['a known kind with another content passes', [{ ...text, MsgContent: {} }]],
    ['more fields pass', [{ ...text, more: 1 }]]
  ],
  refused: [
    ['one element alone is refused', text],
    ['text is refused', 'red packet']
  ]
})

describe('MsgBody', () => {
  it.each<[rule: string, element: unknown, place: string]>([
    ['an element without a kind', { MsgContent: {} }, '/0/MsgType'],
    ['an element of the empty kind', { ...text, MsgType: '' }, '/0/MsgType'],
    ['an element without content', { MsgType: 'TIMTextElem' }, '/0/MsgContent'],
    ['a content that is text', { ...text, MsgContent: '{}' }, '/0/MsgContent'],
    ['a content that is a list', { ...text, MsgContent: [] }, '/0/MsgContent'],
    ['an element that is text', 'red packet', '/0']
  ])('%s is refused', (_rule, element, place) => {
    expect(MsgBody.is([element])).toBe(false)
    expect(placesOf(expectLeft(MsgBody.decode([element]))).map(([found]) => found)).toStrictEqual([place])
  })

  it('is told what its elements must be', () => {
    const wrong = expectLeft(MsgBody.decode([{ MsgType: '', MsgContent: '{}' }]))
    expect(issuesFrom(wrong, 'the message').issues.map(({ message }) => message)).toStrictEqual([
      '[0].MsgType must be a non-empty string',
      '[0].MsgContent must be an object'
    ])
  })
})
