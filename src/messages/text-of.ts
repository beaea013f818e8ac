import type { MsgBody } from './msg-body'
import { TextElem } from './text-elem'

/**
 * The texts of all text elements of a message, for moderation. Each is on a line of its own, so that two of them never
 * make up a word that nobody wrote. The result is empty if there are none.
 *
 * Words elsewhere, such as in custom elements and forwarded messages, are not part of it.
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
