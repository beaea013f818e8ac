import * as t from 'io-ts'
import { list, literal, record, type JsonCodec } from '../codec'
import { Integer } from '../values/integer'

const imageInfo = record(
  'ImageInfo',
  {},
  {
    /** 1 the original, 2 large, 3 a thumbnail. */
    Type: Integer,
    /** Its size in bytes. 0 if it is not known. */
    Size: Integer,
    /** Its width in pixels. 0 if it is not known. */
    Width: Integer,
    /** Its height in pixels. 0 if it is not known. */
    Height: Integer,
    /** Where it is. */
    URL: t.string
  }
)

/** An image in one size. */
export interface ImageInfo extends t.TypeOf<typeof imageInfo> {}
export const ImageInfo: JsonCodec<ImageInfo> = imageInfo

const imageElem = record('ImageElem', {
  /** The kind of element. */
  MsgType: literal('TIMImageElem'),
  /** What it contains. */
  MsgContent: record(
    'ImageContent',
    {},
    {
      /** The id of the image. */
      UUID: t.string,
      /** 1 JPG, 2 GIF, 3 PNG, 4 BMP, 255 any other. */
      ImageFormat: Integer,
      /** The image in its sizes: three, as a rule. */
      ImageInfoArray: list(ImageInfo)
    }
  )
})

/**
 * An image, in several sizes.
 *
 * @see https://www.tencentcloud.com/document/product/1047/33527
 */
export interface ImageElem extends t.TypeOf<typeof imageElem> {}
export const ImageElem: JsonCodec<ImageElem> = imageElem
