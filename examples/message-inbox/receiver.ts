import {
  C2CAfterModifyMsg,
  C2CAfterMsgWithDraw,
  C2CAfterSendMsg,
  C2CBeforeSendMsg,
  describeError,
  GroupAfterModifyMsg,
  GroupAfterRecallMsg,
  GroupAfterSendMsg,
  GroupBeforeSendMsg,
  handleCallbacks,
  on,
  tokenAuthentication,
  type CallbackHandler,
  type MessageReply,
  type MsgBody,
  type Problem
} from 'tencent-im-callbacks'
import { inTime } from '../shared/in-time'
import type { MessagePacket } from './events'
import type { Inbox } from './inbox'
import { log, reasonOf } from './log'
import type { Metrics } from './metrics'
import { answer, decide, type Words } from './moderation'
import type { InboxSettings } from './settings'

/** The body as it came: nobody sends it again. */
const bodyOf = ({ request: { body } }: Problem): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body)

const reportTo =
  (metrics: Metrics) =>
  (problem: Problem): void => {
    switch (problem.kind) {
      case 'ignored':
        return
      case 'late':
        metrics.late.inc()
        log('warn', 'A message was not decided in time', { command: problem.callback.command })
        return
      case 'unreturned':
        log('error', 'A reply was built and not returned', { command: problem.callback.command })
        return
      case 'slow':
        log('warn', 'An answer came too late for Tencent', { command: problem.callback.command })
        return
      case 'failed':
        if (problem.answer.ActionStatus === 'FAIL') metrics.lost.inc()
        log('error', 'A callback was not handled', { problem: reasonOf(problem.error), body: bodyOf(problem) })
        return
      case 'refused': {
        const { _tag } = problem.error
        metrics.refused.inc({ reason: _tag })
        // A packet of an unknown shape may have been a true one.
        const body = _tag === 'InvalidPacket' ? { body: bodyOf(problem) } : {}
        log('warn', 'A request was refused', { problem: describeError(problem.error), ...body })
      }
    }
  }

/** Decides about messages, and stores what became of them. After-type callbacks are answered OK when that is committed. */
export const createReceiver = (
  { sdkAppId, token, undecided, deadline }: Pick<InboxSettings, 'sdkAppId' | 'token' | 'undecided' | 'deadline'>,
  words: Words,
  inbox: Pick<Inbox, 'put'>,
  metrics: Metrics
): CallbackHandler => {
  const decided = (command: string, body: MsgBody, reply: MessageReply, code: number) => {
    metrics.received.inc({ command })
    const decision = decide(words, body)
    metrics.decided.inc({ decision })
    return answer(decision, words, body, reply, code)
  }
  const stored = async ({ packet }: { readonly packet: MessagePacket }): Promise<void> => {
    metrics.received.inc({ command: packet.CallbackCommand })
    await inTime(inbox.put(packet))
    metrics.stored.inc()
  }
  return handleCallbacks(
    {
      sdkAppId,
      authenticate: token === undefined ? undefined : tokenAuthentication({ token }),
      undecided,
      deadline,
      onProblem: reportTo(metrics)
    },
    on(C2CBeforeSendMsg, ({ command, packet }, reply) => decided(command, packet.MsgBody, reply, 120001)),
    on(GroupBeforeSendMsg, ({ command, packet }, reply) => decided(command, packet.MsgBody, reply, 10100)),
    on(C2CAfterSendMsg, stored),
    on(C2CAfterModifyMsg, stored),
    on(C2CAfterMsgWithDraw, stored),
    on(GroupAfterSendMsg, stored),
    on(GroupAfterModifyMsg, stored),
    on(GroupAfterRecallMsg, stored)
  )
}
