import * as t from 'io-ts'
import { literal, record, type JsonCodec } from '../codec'
import { Integer } from '../values/integer'

const faceElem = record('FaceElem', {
  /** The kind of element. */
  MsgType: literal('TIMFaceElem'),
  /** What it contains. */
  MsgContent: record(
    'FaceContent',
    {},
    {
      /** Its number, which the app defines. */
      Index: Integer,
      /** More about it, such as its name. */
      Data: t.string
    }
  )
})

/**
 * An emoji or sticker.
 *
 * @see https://www.tencentcloud.com/document/product/1047/33527
 */
export interface FaceElem extends t.TypeOf<typeof faceElem> {}
export const FaceElem: JsonCodec<FaceElem> = faceElem
