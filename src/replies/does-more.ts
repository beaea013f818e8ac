import { isObject } from '../codec/json-object'

/** Whether something is in a list. A list of nobody keeps nobody out. */
const isFilled = (u: unknown): boolean => u !== undefined && !(Array.isArray(u) && u.length === 0)

const isOtherThanZero = (code: unknown): boolean => Math.abs(Number(code)) > 0

/**
 * Whether an answer or a verdict on a friend, which need not be right, does more than to allow: it refuses, drops, changes
 * a message, or keeps somebody out.
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
