import * as t from 'io-ts'
import { list, literal, oneOf, record, type JsonCodec } from '../codec'
import { Integer } from '../values/integer'

const streamChunk = record(
  'StreamChunk',
  {},
  {
    /** What the piece is. */
    EventType: oneOf('StreamEventType', ['data']),
    /** Its place among the pieces of the answer. */
    Index: Integer,
    /** Its text, in Markdown. */
    Markdown: t.string,
    /** Whether the answer ends with it. */
    IsLast: t.boolean
  }
)

/** A piece of an answer that an AI is writing. */
export interface StreamChunk extends t.TypeOf<typeof streamChunk> {}
export const StreamChunk: JsonCodec<StreamChunk> = streamChunk

const streamElem = record('StreamElem', {
  /** The kind of element. */
  MsgType: literal('TIMStreamElem'),
  /** What it contains. */
  MsgContent: record(
    'StreamContent',
    {},
    {
      /** The pieces. */
      Chunks: list(StreamChunk),
      /** What is shown by clients that do not know this kind of element. */
      CompatibleText: t.string,
      /** The id of the answer, which all its pieces share. */
      StreamMsgID: t.string
    }
  )
})

/**
 * Pieces of an answer that an AI is writing. Bots send them.
 *
 * @see https://www.tencentcloud.com/document/product/1047/33527
 */
export interface StreamElem extends t.TypeOf<typeof streamElem> {}
export const StreamElem: JsonCodec<StreamElem> = streamElem
