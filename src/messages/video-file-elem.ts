import * as t from 'io-ts'
import { literal, record, type JsonCodec } from '../codec'
import { Integer } from '../values/integer'

const videoFileElem = record('VideoFileElem', {
  /** The kind of element. */
  MsgType: literal('TIMVideoFileElem'),
  /** What it contains. */
  MsgContent: record(
    'VideoFileContent',
    {},
    {
      /** Where the video is. Old clients do not send it. */
      VideoUrl: t.string,
      /** The id of the video. */
      VideoUUID: t.string,
      /** The size of the video in bytes. */
      VideoSize: Integer,
      /** How long the video is, in seconds. 0 from web clients. */
      VideoSecond: Integer,
      /** The format of the video, such as `MP4`. */
      VideoFormat: t.string,
      /** 2 if `VideoUrl` can be opened as it is. Old clients send another number or none. */
      VideoDownloadFlag: Integer,
      /** Where the thumbnail is. Old clients do not send it. */
      ThumbUrl: t.string,
      /** The id of the thumbnail. */
      ThumbUUID: t.string,
      /** The size of the thumbnail in bytes. */
      ThumbSize: Integer,
      /** The width of the thumbnail in pixels. */
      ThumbWidth: Integer,
      /** The height of the thumbnail in pixels. */
      ThumbHeight: Integer,
      /** The format of the thumbnail, such as `JPG`. It may be empty. */
      ThumbFormat: t.string,
      /** 2 if `ThumbUrl` can be opened as it is. Old clients send another number or none. */
      ThumbDownloadFlag: Integer
    }
  )
})

/**
 * A video, and a thumbnail of it.
 *
 * @see https://www.tencentcloud.com/document/product/1047/33527
 */
export interface VideoFileElem extends t.TypeOf<typeof videoFileElem> {}
export const VideoFileElem: JsonCodec<VideoFileElem> = videoFileElem
