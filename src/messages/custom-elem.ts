import * as t from 'io-ts'
import { literal, record, type JsonCodec } from '../codec'

const customElem = record('CustomElem', {
  /** The kind of element. */
  MsgType: literal('TIMCustomElem'),
  /** What it contains. */
  MsgContent: record(
    'CustomContent',
    {},
    {
      /** What the app put there. It is a string, usually with JSON in it. */
      Data: t.string,
      /** A description, which is also the text of an offline push. */
      Desc: t.string,
      /** More data for an offline push. */
      Ext: t.string,
      /** The sound of an offline push. */
      Sound: t.string
    }
  )
})

/**
 * An element whose meaning only the app knows.
 *
 * @see https://www.tencentcloud.com/document/product/1047/33527
 */
export interface CustomElem extends t.TypeOf<typeof customElem> {}
export const CustomElem: JsonCodec<CustomElem> = customElem
