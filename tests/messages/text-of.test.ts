import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { textOf } from 'tencent-im-callbacks'

const text = (Text: unknown) => ({ MsgType: 'TIMTextElem', MsgContent: { Text } })
const face = { MsgType: 'TIMFaceElem', MsgContent: { Index: 3, Data: '[发呆]' } }

describe('textOf', () => {
  test.each([
    ['the text of a message', [text('red packet')], 'red packet'],
    ['one text a line', [text('red'), face, text('packet')], 'red\npacket'],
    ['lines of a text as they are', [text('red\npacket'), text('')], 'red\npacket\n'],
    ['nothing where there is no text', [face], ''],
    ['nothing for an empty message', [], ''],
    ['nothing of a text element whose text is not one', [text(7), text(undefined), text('packet')], 'packet'],
    ['nothing of an unknown element', [{ MsgType: 'TIMSomethingNewElem', MsgContent: { Text: 'new' } }], '']
  ])('gives %s', (_, msgBody, expected) => {
    expect(textOf(msgBody)).toBe(expected)
  })

  test('never throws', () => {
    const elements = fc.record({
      MsgType: fc.oneof(fc.constant('TIMTextElem'), fc.string({ minLength: 1 })),
      MsgContent: fc.dictionary(fc.oneof(fc.constant('Text'), fc.string()), fc.jsonValue())
    })
    fc.assert(
      fc.property(fc.array(elements), (msgBody) => {
        expect(typeof textOf(msgBody)).toBe('string')
      })
    )
  })
})
