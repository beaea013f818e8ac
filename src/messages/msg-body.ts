import type * as t from 'io-ts'
import { guard } from '../codec/guard'
import { isObject, type JsonObject } from '../codec/json-object'
import { list } from '../codec/list'
import { nonEmptyText } from '../codec/non-empty-text'
import { record, type JsonCodec } from '../codec/record'

const msgElement = record('MsgElement', {
  /** What kind of content it is, such as `TIMTextElem`. Tencent may add kinds. */
  MsgType: nonEmptyText<string>('MsgType'),
  /** The content. The codec of its kind tells its shape: `if (TextElem.is(element)) element.MsgContent.Text`. */
  MsgContent: guard<JsonObject>('MsgContent', 'an object', isObject)
})

/**
 * One element of a message. Nothing more is required of it, so that a new kind, or a new content of a known one, never
 * costs a callback.
 *
 * @see https://www.tencentcloud.com/document/product/1047/33527
 */
export interface MsgElement extends t.TypeOf<typeof msgElement> {}
export const MsgElement: JsonCodec<MsgElement> = msgElement

/** A message: its elements in the order in which they are shown. */
export type MsgBody = ReadonlyArray<MsgElement>
export const MsgBody: t.Type<MsgBody, ReadonlyArray<JsonObject>> = list(MsgElement)
