import { left, right } from 'fp-ts/Either'
import type { Either } from 'fp-ts/lib/Either.js'
import type { MalformedBody } from '../error'
import { reasonOf } from './unread-body'

const malformed = (reason: MalformedBody['reason']): Either<MalformedBody, never> =>
  left({ _tag: 'MalformedBody', reason })

const byteOrderMark = '\ufeff'

const fromText = (text: string): Either<MalformedBody, unknown> => {
  try {
    return right(JSON.parse(text.startsWith(byteOrderMark) ? text.slice(1) : text))
  } catch {
    // Not the parser's own message, which quotes the body.
    return malformed(text.trim() === '' ? 'empty' : 'json')
  }
}

// Fatal, since bytes that are not UTF-8 would come out as other, valid account ids.
const utf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const fromBytes = (bytes: ArrayBuffer | Uint8Array): Either<MalformedBody, unknown> => {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return malformed('encoding')
  }
  return fromText(text)
}

const isBytes = (body: object): body is ArrayBuffer | Uint8Array =>
  ArrayBuffer.isView(body) || Object.prototype.toString.call(body) === '[object ArrayBuffer]'

/** Whether JSON can have made the object. Streams, blobs, promises and everything that has a class come from elsewhere. */
const isPlain = (body: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(body)
  // Not compared with `Object.prototype`, of which every realm has one.
  return Array.isArray(body) || prototype === null || Object.getPrototypeOf(prototype) === null
}

/** The JSON value of a body that is text, bytes, or parsed already. */
export const jsonBody = (body: unknown): Either<MalformedBody, unknown> => {
  if (body === null) return malformed('empty')
  switch (typeof body) {
    case 'string':
      return fromText(body)
    case 'object':
      return fromObject(body)
    case 'number':
    case 'boolean':
      return right(body)
    default:
      return malformed('unread')
  }
}

const fromObject = (body: object): Either<MalformedBody, unknown> => {
  const reason = reasonOf(body)
  if (reason !== undefined) return malformed(reason)
  if (isBytes(body)) return fromBytes(body)
  return isPlain(body) ? right(body) : malformed('unread')
}
