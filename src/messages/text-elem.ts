import * as t from 'io-ts'
import { literal, record, type JsonCodec } from '../codec'

const textElem = record('TextElem', {
  /** The kind of element. */
  MsgType: literal('TIMTextElem'),
  /** What it contains. */
  MsgContent: record('TextContent', {
    /** The text, which may be empty. */
    Text: t.string
  })
})

/**
 * A text.
 *
 * @see https://www.tencentcloud.com/document/product/1047/33527
 */
export interface TextElem extends t.TypeOf<typeof textElem> {}
export const TextElem: JsonCodec<TextElem> = textElem
