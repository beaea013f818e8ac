import * as t from 'io-ts'
import type { Callback } from '../callback'
import { record } from '../codec/record'
import { actionStatus } from './acknowledge'
import { allowed, errorCode } from './answer'
import { defineReply, type Reply, type ReplyDefinition } from './reply'

/** The ways to answer a signal that a user sends to a chatbot. */
export interface SignalReply {
  /** Passes a text to the bot: JSON as a rule. */
  readonly answer: (text: string) => Reply
  /** Passes nothing to the bot. */
  readonly fail: (errorInfo: string) => Reply
}

const signalAnswer = record('Reply', {
  ActionStatus: actionStatus,
  ErrorCode: errorCode([0, 1]),
  ErrorInfo: t.string,
  RspData: t.string
})

/*#__NO_SIDE_EFFECTS__*/
export function signalReply(): ReplyDefinition<Callback, SignalReply> {
  return defineReply(signalAnswer, (reply) => ({
    answer: (text) => reply({ ...allowed, RspData: text }),
    fail: (errorInfo) => reply({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: errorInfo, RspData: '' })
  }))
}
