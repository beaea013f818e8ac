import { describe, expect, it } from '@jest/globals'
import { wordsFor } from '../../../../src/cli/listen/page/words'
import { chinese } from '../../../../src/cli/listen/page/words/chinese'
import { english } from '../../../../src/cli/listen/page/words/english'

describe('wordsFor', () => {
  it.each([
    [['zh-CN', 'en'], 'zh'],
    [['zh'], 'zh'],
    [['en-GB', 'zh'], 'en'],
    [['fr', 'ZH-TW', 'en'], 'zh'],
    [['fr'], 'en'],
    [[], 'en']
  ])('%j reads %s', (languages, language) => {
    expect(wordsFor(languages).language).toBe(language)
  })
})

describe('English', () => {
  it('counts', () => {
    expect([english.shown(1, 1), english.shown(2, 2), english.shown(1, 2)]).toEqual([
      '1 request',
      '2 requests',
      '1 of 2 requests'
    ])
    expect([english.arrived(1), english.arrived(2)]).toEqual(['1 new request', '2 new requests'])
    expect([english.fields(1), english.fields(2)]).toEqual(['1 field', '2 fields'])
    expect([english.items(1), english.items(2)]).toEqual(['1 item', '2 items'])
    expect([english.dropped(1), english.dropped(2)]).toEqual([
      '1 older request is no longer in memory',
      '2 older requests are no longer in memory'
    ])
  })
})

/** Every word, those of functions with something in them. */
const saidBy = (words: object): ReadonlyArray<string> =>
  Object.values(words).flatMap((word: unknown) => {
    if (typeof word === 'function')
      return [1, 2].map((count) => String((word as (...given: ReadonlyArray<number>) => unknown)(count, 2)))
    return typeof word === 'object' && word !== null ? saidBy(word) : [String(word)]
  })

describe('Chinese', () => {
  it('says all that English says', () => {
    expect(saidBy(chinese)).toHaveLength(saidBy(english).length)
  })

  it('has its own punctuation', () => {
    for (const said of saidBy(chinese)) expect(said).not.toMatch(/[\u4e00-\u9fff][,:;?!(]|[,:;)][\u4e00-\u9fff]/)
  })
})
