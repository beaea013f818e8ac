import * as t from 'io-ts'
import { literal, record, type JsonCodec } from '../codec'
import { Integer } from '../values/integer'

const fileElem = record('FileElem', {
  /** The kind of element. */
  MsgType: literal('TIMFileElem'),
  /** What it contains. */
  MsgContent: record(
    'FileContent',
    {},
    {
      /** Where it is. Old clients do not send it. */
      Url: t.string,
      /** The id of the file. */
      UUID: t.string,
      /** Its size in bytes. */
      FileSize: Integer,
      /** Its name, perhaps with its path on the device of the sender. */
      FileName: t.string,
      /** 2 if `Url` can be opened as it is. Old clients send another number or none. */
      Download_Flag: Integer
    }
  )
})

/**
 * A file.
 *
 * @see https://www.tencentcloud.com/document/product/1047/33527
 */
export interface FileElem extends t.TypeOf<typeof fileElem> {}
export const FileElem: JsonCodec<FileElem> = fileElem
