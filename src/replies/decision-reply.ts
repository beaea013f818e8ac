import type { Callback } from '../callback'
import { allowed, answer, errorCode, ownRefusal, type CodeRange } from './answer'
import { defineReply, type Reply, type ReplyDefinition } from './reply'

/** The ways to answer a callback that asks whether something may happen. */
export interface DecisionReply {
  /** Lets it happen. */
  readonly allow: () => Reply
  /**
   * Keeps it from happening. Only with a `code` of the command's own range do code and `errorInfo` reach the client.
   *
   * @throws TypeError if `code` is outside that range.
   */
  readonly refuse: (errorInfo?: string, code?: number) => Reply
}

/*#__NO_SIDE_EFFECTS__*/
export function decisionReply(range: CodeRange): ReplyDefinition<Callback, DecisionReply> {
  return defineReply(answer(errorCode([0, 1], range)), (reply, callback) => ({
    allow: () => reply(allowed),
    refuse: (errorInfo, code) => reply(() => ownRefusal(callback, errorInfo, code, range))
  }))
}
