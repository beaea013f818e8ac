import type { MsgBody } from './msg-body'
import { TextElem } from './text-elem'

/**
 * All that a message says in words, for moderation: the texts of its text elements in their order, each on a line of its
 * own, so that two of them never make up a word that nobody wrote. It is empty where there are none.
 *
 * Words elsewhere are not part of it, such as those in custom elements and in forwarded messages.
 *
 * @example
 * import assert from 'node:assert/strict'
 * import { textOf } from 'tencent-im-callbacks'
 *
 * const text = textOf([
 *   { MsgType: 'TIMTextElem', MsgContent: { Text: 'red' } },
 *   { MsgType: 'TIMFaceElem', MsgContent: { Index: 3 } },
 *   { MsgType: 'TIMTextElem', MsgContent: { Text: 'packet' } }
 * ])
 *
 * assert.equal(text, 'red\npacket')
 */
export const textOf = (msgBody: MsgBody): string =>
  msgBody
    .filter((element) => TextElem.is(element))
    .map(({ MsgContent }) => MsgContent.Text)
    .join('\n')
