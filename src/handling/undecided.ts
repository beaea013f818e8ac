import type { Callback } from '../callback'
import { isObject } from '../codec/json-object'
import type { AnyDefinition } from '../definition'
import { refusePromise } from '../promise'
import { allowed, refusal } from '../replies/answer'
import type { Answer } from '../replies/reply'
import type { CallbackRequest } from '../request/callback-request'
import { failResponse } from '../response'
import type { Cause, Decision, Tell } from './problem'
import { asSent } from './route-answer'

/** The command's own way to allow or refuse. A command of the app's own need not have one. */
const ownAnswer = (definition: AnyDefinition, decision: Decision, callback: Callback): unknown => {
  const ways = definition.reply(callback)
  const decide = isObject(ways) ? ways[decision] : undefined
  const answer: unknown = typeof decide === 'function' ? decide.call(ways) : undefined
  refusePromise(decision, answer)
  return asSent(answer)
}

/** What most commands take, also where nobody could read the packet. */
const plainAnswer = (decision: Decision): unknown => (decision === 'allow' ? { ...allowed } : refusal(''))

/** What is answered where the app has not decided, and what its own reply has thrown meanwhile. */
const undecidedAnswer = (
  definition: AnyDefinition,
  decision: Decision,
  callback: Callback | undefined
): { readonly answer: Answer; readonly errors: ReadonlyArray<unknown> } => {
  const errors: Array<unknown> = []
  const candidates = [() => callback && ownAnswer(definition, decision, callback), () => plainAnswer(decision)]
  for (const candidate of candidates) {
    try {
      const answer = candidate()
      if (definition.replyCodec(callback).is(answer)) return { answer: answer as Answer, errors }
    } catch (error) {
      errors.push(error)
    }
  }
  // Friend requests want a verdict on every friend, and without the packet nobody knows the friends.
  return { answer: failResponse('The callback was not decided'), errors }
}

/** Answers a callback that the app has not decided, and tells why. `callback` is absent where it could not be read. */
export type Decide = (
  request: CallbackRequest,
  definition: AnyDefinition,
  decision: Decision,
  cause: Cause,
  callback?: Callback
) => Answer

export const decideAndTell =
  (tell: Tell): Decide =>
  (request, definition, decision, cause, callback) => {
    const { answer, errors } = undecidedAnswer(definition, decision, callback)
    const more = errors.map((error): Cause => ({ kind: 'failed', error, decision, ...(callback && { callback }) }))
    return tell(request, answer, cause, ...more)
  }
