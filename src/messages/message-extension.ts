import * as t from 'io-ts'
import { record, type JsonCodec } from '../codec'
import { Integer } from '../values/integer'

const messageExtension = record('MessageExtension', {
  /** The key. */
  Key: t.string,
  /** The value. Empty if the pair was deleted. */
  Value: t.string,
  /** The version of this pair. */
  Seq: Integer
})

/** A key-value pair that users attached to a message. */
export interface MessageExtension extends t.TypeOf<typeof messageExtension> {}
export const MessageExtension: JsonCodec<MessageExtension> = messageExtension
