import type { UnreadReason } from '../error'
import { checkWord } from '../options'

// Registered, so that the ES module and the CommonJS copy of this library know the bodies of one another.
const unread = Symbol.for('tencent-im-callbacks/unread')

const reasons: ReadonlyArray<UnreadReason> = ['alreadyRead', 'tooLong', 'compressed', 'aborted']

/** Stands for a body that a server did not read to its end. */
export interface UnreadBody {
  readonly [unread]: UnreadReason
}

/**
 * The body to pass on if a server could not read it. The error is then a `MalformedBody` with this reason.
 *
 * @throws TypeError if the reason is not one of these words.
 * @example
 * import assert from 'node:assert/strict'
 * import { parseBlocklistAddCallback, unreadBody } from 'tencent-im-callbacks'
 *
 * const result = parseBlocklistAddCallback({ sdkAppId: 1400000000 })({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListAdd',
 *   body: unreadBody('tooLong')
 * })
 *
 * assert.deepEqual(result, { _tag: 'Left', left: { _tag: 'MalformedBody', reason: 'tooLong' } })
 */
export const unreadBody = (reason: UnreadReason): UnreadBody => {
  checkWord('reason', reason, reasons)
  return { [unread]: reason }
}

export const reasonOf = (body: object): UnreadReason | undefined =>
  unread in body ? (body as UnreadBody)[unread] : undefined
