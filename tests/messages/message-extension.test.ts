import { describe, expect, it } from '@jest/globals'
import { MessageExtension } from '../../src'
import { placesOf } from '../support/codecs'
import { expectLeft } from '../support/either'

const extension = { Key: 'mood', Value: 'good', Seq: 1 }

describe('MessageExtension', () => {
  it.each([
    ['a pair', extension],
    ['a pair that was deleted', { ...extension, Value: '' }]
  ])('may be %s', (_rule, given) => {
    expect(MessageExtension.is(given)).toBe(true)
  })

  it.each(['Key', 'Value', 'Seq'])('is refused without %s, and with a wrong one', (key) => {
    for (const value of [undefined, null]) {
      const wrong = expectLeft(MessageExtension.decode({ ...extension, [key]: value }))
      expect(placesOf(wrong)).toStrictEqual([[`/${key}`, value]])
    }
  })
})
