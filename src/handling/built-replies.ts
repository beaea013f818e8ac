import { isObject } from '../codec/json-object'
import type { OnBuilt, Reply } from '../replies/reply'

/** Whether something is in a list. A list of nobody keeps nobody out. */
const isFilled = (u: unknown): boolean => u !== undefined && !(Array.isArray(u) && u.length === 0)

const isOtherThanZero = (code: unknown): boolean => Math.abs(Number(code)) > 0

/**
 * Whether an answer, which need not be right, does more than to allow: it refuses, drops, changes a message, or keeps
 * somebody out.
 */
export const doesMore = (answer: unknown): boolean => {
  if (!isObject(answer)) return false
  const { ActionStatus, ErrorCode, ResultCode, ResultItem: friends } = answer
  return (
    ActionStatus === 'FAIL' ||
    isOtherThanZero(ErrorCode) ||
    isOtherThanZero(ResultCode) ||
    answer['MsgBody'] !== undefined ||
    answer['CloudCustomData'] !== undefined ||
    isFilled(answer['RefusedMembers_Account']) ||
    isFilled(answer['RefusedSubscribers_Account']) ||
    (Array.isArray(friends) && friends.some(doesMore))
  )
}

/** The replies that a route has built. They tell what it wanted where it does not return one of them. */
export interface BuiltReplies {
  readonly add: OnBuilt
  /** Whether one of them does more than to allow, or could not be built, as that which allows always can. */
  readonly doMore: () => boolean
  /** The first that does more than to allow, if what was sent does not. */
  readonly unreturned: (sent: unknown) => Reply | undefined
}

export const builtReplies = (): BuiltReplies => {
  const built: Array<Reply | undefined> = []
  return {
    add: (reply) => {
      built.push(reply)
    },
    doMore: () => built.some((reply) => reply === undefined || doesMore(reply)),
    unreturned: (sent) => (doesMore(sent) ? undefined : built.find(doesMore))
  }
}
