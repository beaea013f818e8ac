import type * as t from 'io-ts'
import type { JsonObject } from './json-object'

/**
 * The codec of a JSON object that has a name of its own, such as a packet. It decodes what `JSON.parse` gives, and
 * encodes to what `JSON.stringify` takes.
 *
 * @category codecs
 * @since 0.1.0
 */
export interface JsonCodec<A> extends t.Type<A, JsonObject> {}
