import * as t from 'io-ts'
import { literal, record, type JsonCodec } from '../codec'

const locationElem = record('LocationElem', {
  /** The kind of element. */
  MsgType: literal('TIMLocationElem'),
  /** What it contains. */
  MsgContent: record(
    'LocationContent',
    {},
    {
      /** The place in words, or in JSON. */
      Desc: t.string,
      /** Degrees north; negative in the south. */
      Latitude: t.number,
      /** Degrees east; negative in the west. */
      Longitude: t.number
    }
  )
})

/**
 * A place.
 *
 * @see https://www.tencentcloud.com/document/product/1047/33527
 */
export interface LocationElem extends t.TypeOf<typeof locationElem> {}
export const LocationElem: JsonCodec<LocationElem> = locationElem
