import { capped, type Issues } from './issue'
import type { SdkAppId } from './values/sdk-app-id'

/**
 * The method was given, and it is not `POST`.
 *
 * @category errors
 * @since 0.1.0
 */
export interface MethodNotAllowed {
  readonly _tag: 'MethodNotAllowed'
}

/**
 * URL parameters are missing, repeated or malformed: all of them at once. The URL check of the console, which sends
 * neither `SdkAppid` nor `CallbackCommand`, is recognised by its two issues with the code `missing`.
 *
 * @category errors
 * @since 0.1.0
 */
export interface InvalidParameters extends Issues {
  readonly _tag: 'InvalidParameters'
}

/**
 * The request is for another app.
 *
 * @category errors
 * @since 0.1.0
 */
export interface SdkAppIdMismatch {
  readonly _tag: 'SdkAppIdMismatch'
  readonly received: SdkAppId
}

/**
 * The request is not authentic. Reasons are looked for in this order.
 *
 * @category errors
 * @since 0.1.0
 */
export interface AuthenticationFailed {
  readonly _tag: 'AuthenticationFailed'
  readonly reason: 'missing' | 'malformed' | 'stale' | 'mismatch'
}

/**
 * The request is for this app, and authentic as far as that is checked, but its command is not among those that are
 * parsed. Tencent sends every callback that is switched on to one URL, so an app decides whether to ignore it with OK.
 *
 * @category errors
 * @since 0.1.0
 */
export interface UnexpectedCommand {
  readonly _tag: 'UnexpectedCommand'
  readonly received: string
}

/**
 * The body holds no JSON: it is `empty`, was never read (`unread`: no body parser ran), is not UTF-8 (`encoding`), or is
 * not JSON (`json`).
 *
 * @category errors
 * @since 0.1.0
 */
export interface MalformedBody {
  readonly _tag: 'MalformedBody'
  readonly reason: 'empty' | 'unread' | 'encoding' | 'json'
}

/**
 * The URL names one command and the packet another.
 *
 * @category errors
 * @since 0.1.0
 */
export interface CommandMismatch {
  readonly _tag: 'CommandMismatch'
  readonly received: string
}

/**
 * The packet does not have the documented shape.
 *
 * @category errors
 * @since 0.1.0
 */
export interface InvalidPacket extends Issues {
  readonly _tag: 'InvalidPacket'
}

/**
 * Everything that can be wrong with a request. The union is closed: a `switch` over `_tag` can be exhaustive.
 *
 * @category errors
 * @since 0.1.0
 */
export type CallbackError =
  | MethodNotAllowed
  | InvalidParameters
  | SdkAppIdMismatch
  | AuthenticationFailed
  | UnexpectedCommand
  | MalformedBody
  | CommandMismatch
  | InvalidPacket

const maxDescriptionLength = 500

const authenticationReasons: Readonly<Record<AuthenticationFailed['reason'], string>> = {
  missing: 'the authentication parameters are missing',
  malformed: 'the authentication parameters are malformed',
  stale: 'RequestTime is too far from the time here',
  mismatch: 'the signature does not match'
}

const bodyReasons: Readonly<Record<MalformedBody['reason'], string>> = {
  empty: 'it is empty',
  unread: 'it was not read, pass text, bytes or parsed JSON',
  encoding: 'it is not UTF-8',
  json: 'it is not JSON'
}

const listed = ({ issues, total }: Issues): string =>
  `${String(total)} ${total === 1 ? 'issue' : 'issues'}: ${issues.map(({ message }) => message).join('; ')}`

// Plain JavaScript can get here with an error of its own.
const unknownError = (_error: null | undefined): string => 'Unknown error'

const sentence = (error: CallbackError | null | undefined): string => {
  switch (error?._tag) {
    case 'MethodNotAllowed':
      return 'Method not allowed: callbacks are sent with POST'
    case 'InvalidParameters':
      return `Invalid URL parameters, ${listed(error)}`
    case 'SdkAppIdMismatch':
      return 'SdkAppid mismatch: the request is for another app'
    case 'AuthenticationFailed':
      return `Authentication failed: ${authenticationReasons[error.reason]}`
    case 'UnexpectedCommand':
      return 'Unexpected command: the CallbackCommand in the URL is not handled here'
    case 'MalformedBody':
      return `Malformed body: ${bodyReasons[error.reason]}`
    case 'CommandMismatch':
      return 'Command mismatch: the CallbackCommand in the URL is not that of the packet'
    case 'InvalidPacket':
      return `Invalid packet, ${listed(error)}`
    default:
      return unknownError(error)
  }
}

/**
 * An error in one line of at most 500 characters. It is safe to log and to send: it contains no value from the request.
 *
 * @category errors
 * @since 0.1.0
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
