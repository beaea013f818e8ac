import type { Callback } from '../callback'
import { isObject } from '../codec/json-object'
import type { AnyDefinition } from '../definition'
import { issuesFrom } from '../issue'
import { refusePromise } from '../promise'
import { allowed, refusal } from '../replies/answer'
import type { Answer } from '../replies/reply'
import { failResponse, okResponse } from '../response'

/** How an app wants a callback answered that it has not decided. */
export type Decision = 'allow' | 'refuse'

/** What JSON makes of a value, since that is what is sent: it has no getters, and nobody changes it later. */
const asSent = (value: unknown): unknown => {
  const text = JSON.stringify(value) as string | undefined
  return text === undefined ? undefined : JSON.parse(text)
}

/** @throws TypeError if what a route returned does not answer its callback. */
export const answerFrom = (returned: unknown, definition: AnyDefinition, callback: Callback): Answer => {
  const isSilent = returned === undefined && definition.kind === 'after'
  const sent = isSilent ? okResponse() : asSent(returned)
  const decoded = definition.replyCodec(callback).decode(sent)
  if (decoded._tag === 'Right') return sent as Answer
  const [first] = issuesFrom(decoded.left, 'the answer').issues
  throw new TypeError(`The route of ${definition.command} did not answer the callback: ${first.message}`)
}

/** The command's own way to allow or refuse. A command of the app's own need not have one. */
const ownAnswer = (definition: AnyDefinition, decision: Decision, callback: Callback): unknown => {
  const ways = definition.reply(callback)
  const decide = isObject(ways) ? ways[decision] : undefined
  const answer: unknown = typeof decide === 'function' ? decide.call(ways) : undefined
  refusePromise(decision, answer)
  return asSent(answer)
}

/** What most commands take, also where nobody could read the packet. */
const plainAnswer = (decision: Decision): unknown => (decision === 'allow' ? { ...allowed } : refusal('', undefined))

/**
 * What is answered where the app has not decided. `callback` is absent where the packet could not be read, and `failed` is
 * told what the app's own reply throws.
 */
export const undecidedAnswer = (
  definition: AnyDefinition,
  decision: Decision,
  callback: Callback | undefined,
  failed: (error: unknown) => void
): Answer => {
  const candidates = [() => callback && ownAnswer(definition, decision, callback), () => plainAnswer(decision)]
  for (const candidate of candidates) {
    try {
      const answer = candidate()
      if (definition.replyCodec(callback).is(answer)) return answer as Answer
    } catch (error) {
      failed(error)
    }
  }
  // Friend requests want a verdict on every friend, and without the packet nobody knows the friends.
  return failResponse('The callback was not decided')
}
