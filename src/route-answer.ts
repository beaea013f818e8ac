import type { Callback } from './callback'
import { isObject } from './codec/json-object'
import type { AnyDefinition } from './definition'
import { issuesFrom } from './issue'
import { allowed, refusal } from './replies/answer'
import type { Answer } from './replies/reply'
import { failResponse, okResponse } from './response'

/** How an app wants a callback answered that it has not decided. */
export type Decision = 'allow' | 'refuse'

const isReply = (definition: AnyDefinition, u: unknown, callback?: Callback): u is Answer =>
  definition.replyCodec(callback).is(u)

/** What is answered where the app has not decided: by the command's own reply, as far as there is one. */
export const undecidedAnswer = (definition: AnyDefinition, decision: Decision, callback?: Callback): Answer => {
  const ways = callback === undefined ? undefined : definition.reply(callback)
  const decide = isObject(ways) ? ways[decision] : undefined
  const answer: unknown = typeof decide === 'function' ? decide.call(ways) : undefined
  if (isReply(definition, answer, callback)) return answer
  const plain: unknown = decision === 'allow' ? allowed : refusal('', undefined)
  // Friend requests have a verdict on every friend, and without the packet nobody knows the friends.
  return isReply(definition, plain, callback) ? plain : failResponse('The callback could not be read')
}

/** What a route returned, if it answers the callback. */
export const answerIn = (definition: AnyDefinition, callback: Callback, returned: unknown): Answer => {
  if (returned === undefined && definition.kind === 'after' && isReply(definition, okResponse())) return okResponse()
  const decoded = definition.replyCodec(callback).decode(returned)
  if (decoded._tag === 'Right') {
    // Throws where JSON cannot hold it, such as a bigint within a message.
    JSON.stringify(returned)
    return returned as Answer
  }
  const [first] = issuesFrom(decoded.left, 'what it returned').issues
  throw new TypeError(`The route of ${definition.command} did not return an answer to it: ${first.message}`)
}
