import { describe, expect, it } from '@jest/globals'
import {
  commandsIn,
  filtered,
  hasUndocumented,
  noFilter,
  verdictChoices,
  type Filter
} from '../../../../src/cli/listen/page/filter'
import type { Kept } from '../../../../src/listen/api'
import { answer, callback, kept, refused, request, unknown } from './kept'

const { at, request: sent } = kept()

/** One whose sender went away. */
const broken: Kept = {
  id: 5,
  at,
  request: sent,
  verdict: { kind: 'refused', tag: 'MalformedBody', says: 'it ended early', issues: [] }
}

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
  broken
]

const ids = (filter: Partial<Filter>) => filtered(all, { ...noFilter, ...filter }).map(({ id }) => id)

describe('filtered', () => {
  it.each(verdictChoices)('shows the verdict %s', (verdict) => {
    const expected = {
      all: [1, 2, 3, 4, 5],
      right: [1, 2],
      undocumented: [2],
      unknown: [3],
      refused: [4, 5],
      wrongAnswer: [3]
    }
    expect(ids({ verdict })).toEqual(expected[verdict])
  })

  it('shows one command', () => {
    expect(ids({ command: 'Sns.CallbackBlackListAdd' })).toEqual([1, 2, 4])
  })

  it.each([
    ['clientip', [1, 2, 5]],
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

describe('hasUndocumented', () => {
  it('looks at parameters and fields', () => {
    const having = (parameters: ReadonlyArray<string>, fields: ReadonlyArray<string>) =>
      hasUndocumented(callback({ undocumented: { parameters, fields } }))
    expect([having([], []), having(['a'], []), having([], ['a']), hasUndocumented(unknown)]).toEqual([
      false,
      true,
      true,
      false
    ])
  })
})
