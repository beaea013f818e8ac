import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { C2CBeforeSendMsg, type MsgBody } from 'tencent-im-callbacks'
import { exampleCallback } from 'tencent-im-callbacks/testing'
import { answer, decide, readWords } from '../../examples/message-inbox/moderation'
import { root } from '../support/process'

const text = (Text: string): MsgBody[number] => ({ MsgType: 'TIMTextElem', MsgContent: { Text } })
const list = '# a comment\n\nreplace damn\nreplace 笨蛋\nrefuse casino\r\nrefuse a.b\ndrop free followers\n'
const words = readWords(list)

const answerTo = (...body: MsgBody) => {
  const reply = C2CBeforeSendMsg.reply(exampleCallback(C2CBeforeSendMsg))
  return answer(decide(words, body), words, body, reply, 120001)
}

describe('the moderation of the message inbox', () => {
  it.each([
    ['hello', 'allow'],
    ['', 'allow'],
    ['DAMN it', 'replace'],
    ['你这个笨蛋', 'replace'],
    ['the Casino opens', 'refuse'],
    ['a.b', 'refuse'],
    ['axb', 'allow'],
    ['get Free Followers', 'drop'],
    ['damn casino, free followers', 'drop'],
    ['damn casino', 'refuse']
  ])('decides about %j: %s', (written, decision) => {
    expect(decide(words, [text(written)])).toBe(decision)
  })

  it('takes no word from two elements together', () => {
    expect(decide(words, [text('cas'), text('ino')])).toBe('allow')
  })

  it('puts stars in the place of words, and leaves all else', () => {
    const face = { MsgType: 'TIMFaceElem', MsgContent: { Index: 3, Data: 'damn' } }
    expect(answerTo(text('Damn, damn 😀笨蛋'), face)).toMatchObject({
      ErrorCode: 0,
      MsgBody: [text('****, **** 😀**'), face]
    })
  })

  it('answers in the ways that Tencent documents', () => {
    expect(answerTo(text('hello'))).toEqual({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })
    expect(answerTo(text('casino'))).toMatchObject({ ActionStatus: 'OK', ErrorCode: 120001 })
    expect(answerTo(text('free followers'))).toMatchObject({ ActionStatus: 'OK', ErrorCode: 2 })
  })

  it.each(['forbid word', 'refuse', 'Refuse word', 'refuse  '])('names the line of a list that has %j', (line) => {
    expect(() => readWords(`drop a\n${line}\ndrop b`)).toThrow('Line 2 of the word list must be')
  })

  it('allows everything with an empty list', () => {
    expect(decide(readWords(''), [text('damn casino')])).toBe('allow')
  })

  it('reads the list that is there', () => {
    const shipped = readWords(readFileSync(join(root, 'examples/message-inbox/words.txt'), 'utf8'))
    expect(decide(shipped, [text('赌博')])).toBe('refuse')
  })
})
