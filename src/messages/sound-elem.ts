import * as t from 'io-ts'
import { literal, record, type JsonCodec } from '../codec'
import { Integer } from '../values/integer'

const soundElem = record('SoundElem', {
  /** The kind of element. */
  MsgType: literal('TIMSoundElem'),
  /** What it contains. */
  MsgContent: record(
    'SoundContent',
    {},
    {
      /** Where it is. Old clients do not send it. */
      Url: t.string,
      /** The id of the recording. */
      UUID: t.string,
      /** Its size in bytes. */
      Size: Integer,
      /** How long it is, in seconds. */
      Second: Integer,
      /** 2 if `Url` can be opened as it is. Old clients send another number or none. */
      Download_Flag: Integer
    }
  )
})

/**
 * A voice message.
 *
 * @see https://www.tencentcloud.com/document/product/1047/33527
 */
export interface SoundElem extends t.TypeOf<typeof soundElem> {}
export const SoundElem: JsonCodec<SoundElem> = soundElem
