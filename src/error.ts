import type { Issues } from './issue'
import { capped } from './text'
import type { SdkAppId } from './values/sdk-app-id'

/** The method was given, and it is not `POST`. */
export interface MethodNotAllowed {
  readonly _tag: 'MethodNotAllowed'
}

/**
 * URL parameters are missing, repeated or malformed: all of them at once. The URL check of the console, which sends
 * neither `SdkAppid` nor `CallbackCommand`, shows as two issues with the code `missing`.
 */
export interface InvalidParameters extends Issues {
  readonly _tag: 'InvalidParameters'
}

/** The request is for another app. */
export interface SdkAppIdMismatch {
  readonly _tag: 'SdkAppIdMismatch'
  readonly received: SdkAppId
}

/** The request is not authentic. The reasons are looked for in this order. */
export interface AuthenticationFailed {
  readonly _tag: 'AuthenticationFailed'
  readonly reason: 'missing' | 'malformed' | 'stale' | 'mismatch'
}

/**
 * The request is genuine as far as that is checked, but its command is not one of the definitions given. Tencent sends
 * every callback that is switched on to one URL, so this is normal: answer it OK, as `responseTo` does.
 */
export interface UnhandledCommand {
  readonly _tag: 'UnhandledCommand'
  /** The command in the URL: at most 200 characters of it. */
  readonly received: string
}

/**
 * The body does not hold JSON. It is `empty`, was never read (`unread`: no body parser ran), is not UTF-8 (`encoding`),
 * is not JSON (`json`), or could not be read to the end: it is `tooLong`, `compressed`, was `aborted`, or something before
 * the route has read it and kept nothing (`alreadyRead`).
 */
export interface MalformedBody {
  readonly _tag: 'MalformedBody'
  readonly reason: 'empty' | 'unread' | 'encoding' | 'json' | UnreadReason
}

/** Why a server did not read a body to the end. */
export type UnreadReason = 'alreadyRead' | 'tooLong' | 'compressed' | 'aborted'

/** The URL names one command and the packet another. */
export interface CommandMismatch {
  readonly _tag: 'CommandMismatch'
  /** The command in the packet: at most 200 characters of it. */
  readonly received: string
}

/** The packet does not have the documented shape. */
export interface InvalidPacket extends Issues {
  readonly _tag: 'InvalidPacket'
}

/**
 * The app's own code failed, so nothing can be said about the request, which is not accepted: a getter of the request
 * object threw (`request`); `authenticate` threw, or returned something that it may not return, such as a promise
 * (`authenticate`); a codec of a packet threw (`codec`).
 */
export interface InternalError {
  readonly _tag: 'InternalError'
  readonly in: 'request' | 'authenticate' | 'codec'
  /** What was thrown. Log it: it is not in the description. */
  readonly cause: unknown
}

/** Everything that can be wrong with a request. The union is closed: a `switch` over `_tag` can be exhaustive. */
export type CallbackError =
  | MethodNotAllowed
  | InvalidParameters
  | SdkAppIdMismatch
  | AuthenticationFailed
  | UnhandledCommand
  | MalformedBody
  | CommandMismatch
  | InvalidPacket
  | InternalError

const maxDescriptionLength = 500

const authenticationReasons: Readonly<Record<AuthenticationFailed['reason'], string>> = {
  missing: 'Sign or RequestTime is missing',
  malformed: 'Sign or RequestTime is malformed',
  stale: 'RequestTime is too far from the time here',
  mismatch: 'the signature does not match'
}

const bodyReasons: Readonly<Record<MalformedBody['reason'], string>> = {
  empty: 'it is empty',
  unread: 'it was not read; pass text, bytes or parsed JSON',
  encoding: 'it is not UTF-8',
  json: 'it is not JSON',
  tooLong: 'it is too long',
  alreadyRead: 'it was read before; mount the route earlier',
  compressed: 'it is compressed',
  aborted: 'it ended early'
}

const places: Readonly<Record<InternalError['in'], string>> = {
  request: 'the request object could not be read',
  authenticate: 'authenticate failed',
  codec: 'the codec of the packet failed'
}

const listed = ({ issues, total }: Issues): string =>
  `${String(total)} ${total === 1 ? 'issue' : 'issues'}: ${issues.map(({ message }) => message).join('; ')}`

const sentence = (error: CallbackError): string => {
  switch (error._tag) {
    case 'MethodNotAllowed':
      return 'Method not allowed: callbacks are sent with POST'
    case 'InvalidParameters':
      return `Invalid URL parameters, ${listed(error)}`
    case 'SdkAppIdMismatch':
      return 'SdkAppid mismatch: the request is for another app'
    case 'AuthenticationFailed':
      return `Authentication failed: ${authenticationReasons[error.reason]}`
    case 'UnhandledCommand':
      return 'Unhandled command: this endpoint does not handle the CallbackCommand of the URL'
    case 'MalformedBody':
      return `Malformed body: ${bodyReasons[error.reason]}`
    case 'CommandMismatch':
      return 'Command mismatch: URL and packet name different commands'
    case 'InvalidPacket':
      return `Invalid packet, ${listed(error)}`
    case 'InternalError':
      return `Internal error: ${places[error.in]}`
  }
}

/**
 * An error in one line of at most 500 characters. It is safe to log and to send, since it contains no value from the
 * request.
 *
 * @example
 * import assert from 'node:assert/strict'
 * import { describeError, parseBlocklistAddCallback } from 'tencent-im-callbacks'
 *
 * const parse = parseBlocklistAddCallback({ sdkAppId: 1400000000 })
 * const result = parse({ url: '/?SdkAppid=1400000001&CallbackCommand=Sns.CallbackBlackListAdd', body: '{}' })
 *
 * assert.equal(
 *   result._tag === 'Left' && describeError(result.left),
 *   'SdkAppid mismatch: the request is for another app'
 * )
 */
export const describeError = (error: CallbackError): string => capped(sentence(error), maxDescriptionLength)
