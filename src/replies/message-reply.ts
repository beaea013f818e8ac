import * as t from 'io-ts'
import type { Callback } from '../callback'
import { guard } from '../codec/guard'
import { isObject } from '../codec/json-object'
import { MsgBody, type MsgElement } from '../messages/msg-body'
import { allowed, answerWith, errorCode, ownRefusal, type AnswerFields, type CodeRange } from './answer'
import { defineReply, type Reply, type ReplyDefinition } from './reply'

/** What is sent in place of a message: another body, other custom data, or both. What is not given stays as it was. */
export type Replacement =
  | { readonly MsgBody: ReadonlyArray<MsgElement>; readonly CloudCustomData?: string }
  | { readonly MsgBody?: ReadonlyArray<MsgElement>; readonly CloudCustomData: string }

/** The ways to answer a callback that asks about a message before it is sent. */
export interface MessageReply {
  /** Sends it as it is. */
  readonly allow: () => Reply
  /**
   * Sends another one in its place. Tencent allows 12 KB for a message.
   *
   * @throws TypeError if there is nothing to send, or if `MsgBody` is empty.
   */
  readonly replace: (replacement: Replacement) => Reply
  /**
   * Does not send it, and tells the sender. Only with a `code` of the command's own range do code and `errorInfo` reach
   * the client.
   *
   * @throws TypeError if `code` is outside that range.
   */
  readonly refuse: (errorInfo?: string, code?: number) => Reply
  /** Does not send it, and lets the sender believe that it was sent. */
  readonly drop: () => Reply
}

interface MessageAnswer extends AnswerFields {
  readonly MsgBody?: ReadonlyArray<MsgElement>
  readonly CloudCustomData?: string
}

const replaceable = ['MsgBody', 'CloudCustomData']

const nonEmptyBody = guard(
  'MsgBody',
  'a non-empty list of elements',
  (u): u is MsgBody => MsgBody.is(u) && u.length > 0
)

/** @throws TypeError that names no field, since people pass what a callback holds. */
const replacing = (replacement: Replacement): MessageAnswer => {
  const fields: unknown = replacement
  const isReplacement = isObject(fields) && Object.keys(fields).every((name) => replaceable.includes(name))
  if (!isReplacement) throw new TypeError('replace takes MsgBody, CloudCustomData or both, and nothing else')
  const { MsgBody, CloudCustomData } = replacement
  if (MsgBody === undefined && CloudCustomData === undefined) {
    throw new TypeError('replace needs a MsgBody or CloudCustomData; allow() sends the message as it is')
  }
  return {
    ...allowed,
    ...(MsgBody !== undefined && { MsgBody }),
    ...(CloudCustomData !== undefined && { CloudCustomData })
  }
}

/*#__NO_SIDE_EFFECTS__*/
export function messageReply(range: CodeRange): ReplyDefinition<Callback, MessageReply> {
  const codec = answerWith<MessageAnswer>(errorCode([0, 1, 2], range), {
    MsgBody: nonEmptyBody,
    CloudCustomData: t.string
  })
  return defineReply(codec, (reply, callback) => ({
    allow: () => reply(allowed),
    replace: (replacement) => reply(() => replacing(replacement)),
    refuse: (errorInfo, code) => reply(() => ownRefusal(callback, errorInfo, code, range)),
    drop: () => reply({ ActionStatus: 'OK', ErrorCode: 2, ErrorInfo: '' })
  }))
}
