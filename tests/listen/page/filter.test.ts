import { describe, expect, it } from '@jest/globals'
import { commandsIn, filtered, noFilter, type Filter } from '../../../src/listen/page/filter'
import { answer, callback, kept, refused, request, unknown } from './kept'

const { id: _id, answer: _answer, ...waiting } = kept()

const all = [
  kept({ id: 1 }),
  kept({ id: 2, verdict: callback({ undocumented: { parameters: ['RequestID'], fields: [] } }) }),
  kept({
    id: 3,
    request: request({ target: '/?CallbackCommand=Example.New' }),
    verdict: unknown,
    answer: answer({ body: 'Not Found', wrong: ['HTTP 404'] })
  }),
  kept({ id: 4, verdict: refused(), request: request({ target: '/favicon.ico', headers: [['User-Agent', 'Zebra']] }) }),
  { ...waiting, id: 5, verdict: { kind: 'refused', tag: 'MethodNotAllowed', says: 'Method', issues: [] } as const }
]

const ids = (filter: Partial<Filter>) => filtered(all, { ...noFilter, ...filter }).map(({ id }) => id)

describe('filtered', () => {
  it.each([
    ['all', [1, 2, 3, 4, 5]],
    ['right', [1, 2]],
    ['undocumented', [2]],
    ['unknown', [3]],
    ['refused', [4, 5]],
    ['wrongAnswer', [3]]
  ] as const)('shows %s', (verdict, expected) => {
    expect(ids({ verdict })).toEqual(expected)
  })

  it('shows one command', () => {
    expect(ids({ command: 'Sns.CallbackBlackListAdd' })).toEqual([1, 2, 4])
  })

  it.each([
    ['callbackblack', [1, 2, 4, 5]],
    [' FAVICON ', [4]],
    ['zebra', [4]],
    ['leckie blocked', [1, 2]],
    ['not found', [3]],
    ['peter"', [1, 2, 3, 4, 5]],
    ['nowhere', []]
  ])('finds the text %j in any part', (text, expected) => {
    expect(ids({ text })).toEqual(expected)
    expect(ids({ text })).toEqual(expected)
  })

  it('wants all of it', () => {
    expect(ids({ text: 'leckie', verdict: 'undocumented', command: 'Sns.CallbackBlackListAdd' })).toEqual([2])
  })
})

describe('commandsIn', () => {
  it('names each command once, in order', () => {
    expect(commandsIn(all)).toEqual(['Example.New', 'Sns.CallbackBlackListAdd'])
  })
})
