import type { AnyDefinition } from 'tencent-im-callbacks'
import { readResponse } from 'tencent-im-callbacks/testing'
import { doesMore } from '../replies/does-more'
import type { Asked } from './asked'
import type { Answer, Silence } from './post'

/** What Tencent makes of an answer. */
export interface Verdict {
  /**
   * OK and FAIL are what the app says, and `refused` is a reply by which a before-type command's event does not happen.
   * What is wrong breaks the rules, and counts as a callback that failed.
   */
  readonly kind: 'ok' | 'refused' | 'fail' | 'wrong' | 'unanswered'
  readonly reason: string
  readonly advice: string
  /** What the endpoint says itself: foreign text of any length. */
  readonly said: string
  /** Whether it says no more than yes or no, as an answer does that the app has not decided. */
  readonly isPlain?: boolean
}

const wrong = (reason: string, advice: string, said = ''): Verdict => ({ kind: 'wrong', reason, advice, said })

const unanswered = (reason: string, advice: string): Verdict => ({ kind: 'unanswered', reason, advice, said: '' })

const wrongStatus = (status: number, said: string): Verdict => {
  const reason = `HTTP ${String(status)} counts as a failed callback`
  if (status < 300) return wrong(reason, 'answer 200, and no other status', said)
  if (status < 400) return wrong(reason, 'give Tencent the URL that answers itself, with 200', said)
  return wrong(reason, 'answer 200 with ActionStatus FAIL', said)
}

/** What Tencent does after an answer without an error code. */
const acceptance = ({ kind }: AnyDefinition, isPlain: boolean): string => {
  if (kind === 'after') return 'Tencent takes the callback for handled'
  return isPlain ? 'Tencent lets the event happen' : 'Tencent does with the event what the answer says'
}

/** What Tencent does after an answer that refuses. */
const refusal = (code: number): string => {
  if (code === 1) return 'Tencent refuses the event, and passes on neither code nor words'
  return code === 2
    ? 'Tencent drops the message, and its sender believes that it was sent'
    : 'Tencent refuses the event, and the client gets code and words'
}

const judgeBody = (body: Uint8Array, text: string, { definition, callback, builders }: Asked): Verdict => {
  const result = readResponse(body, definition, callback)
  if (result._tag === 'Left') {
    const { left } = result
    if (left._tag === 'InvalidPacket') {
      const [{ path }] = left.issues
      const found = left.issues.map(({ message }) => message).join('; ')
      return wrong(path.length === 0 ? 'The answer is JSON, but not an object' : `In the answer ${found}`, builders)
    }
    if (body.length === 0) return wrong('The answer is empty', builders)
    return wrong('HTTP 200, but the answer is not JSON', builders, text)
  }
  const { ActionStatus, ErrorCode, ErrorInfo: said } = result.right
  const isPlain = !doesMore(result.right)
  if (ErrorCode === 0) {
    return ActionStatus === 'OK'
      ? { kind: 'ok', reason: acceptance(definition, isPlain), advice: '', said, isPlain }
      : wrong('ActionStatus FAIL contradicts ErrorCode 0', 'answer FAIL with ErrorCode 1', said)
  }
  return definition.kind === 'before' && ActionStatus === 'OK'
    ? { kind: 'refused', reason: refusal(ErrorCode), advice: '', said, isPlain: ErrorCode === 1 && said === '' }
    : { kind: 'fail', reason: 'Tencent takes the callback for refused', advice: 'ErrorInfo says why', said }
}

const tls = /CERT|SSL|TLS|EPROTO|UNABLE_TO_|HOSTNAME_MISMATCH/

const judgeSilence = (code: string, timeout: number, asked: Asked): Verdict => {
  if (code === 'TIMEOUT') {
    const seconds = `${String(timeout / 1000)} s`
    return unanswered(
      `No complete answer within ${seconds}`,
      "store or queue the callback first, answer, and work later; the server's log may tell more; if it was only starting, send again"
    )
  }
  if (code === 'TOO_LONG') return unanswered('The answer is longer than 1 MiB', asked.builders)
  if (code === 'ECONNREFUSED')
    return unanswered('The connection was refused', 'is the server running, and is it this port?')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return unanswered('The host name was not found', 'check the URL, and the network here')
  }
  if (code === 'ECONNRESET' || code === 'EPIPE') {
    return unanswered(
      'The connection was closed before the answer was complete',
      'look for a crash in the log of the server'
    )
  }
  if (code.startsWith('HPE_')) return unanswered(`The answer is not HTTP (${code})`, 'is it this port, and is it http?')
  if (tls.test(code)) {
    return unanswered(
      `No secure connection (${code})`,
      'Tencent wants a certificate of a public authority, for this host'
    )
  }
  return unanswered(`No answer (${code})`, 'check the URL, and the network here')
}

/** Judges an answer to a callback by the rules that Tencent documents. */
export const judge = (answer: Answer | Silence, timeout: number, asked: Asked): Verdict => {
  if (answer._tag === 'Unanswered') return judgeSilence(answer.code, timeout, asked)
  const text = new TextDecoder().decode(answer.body)
  return answer.status === 200 ? judgeBody(answer.body, text, asked) : wrongStatus(answer.status, text)
}

/** Whether Tencent takes an answer for a decision of the app, to which nothing is wrong. */
export const isGood = ({ kind }: Pick<Verdict, 'kind'>): boolean => kind === 'ok' || kind === 'refused'
