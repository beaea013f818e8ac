import type { Callback } from '../callback'
import { isObject } from '../codec/json-object'
import type { AnyDefinition } from '../definition'
import { issuesFrom } from '../issue'
import type { Answer } from '../replies/reply'
import { okResponse } from '../response'
import { kindOf } from '../text'

/** What JSON makes of a value, since that is what is sent: it has no getters, and nobody changes it later. */
export const asSent = (value: unknown): unknown => {
  const text = JSON.stringify(value) as string | undefined
  return text === undefined ? undefined : JSON.parse(text)
}

/** What the route of a command may return, for somebody whose route returned something else. */
const adviceFor = (definition: AnyDefinition): string => {
  if (definition.kind === 'before') return 'Return what `reply` builds, as in `return reply.allow()`'
  const needsReply = !definition.replyCodec().is(okResponse())
  return needsReply ? 'Return what `reply` builds' : 'Return nothing, okResponse() or failResponse(errorInfo)'
}

const wrong = (definition: AnyDefinition, what: string): TypeError =>
  new TypeError(`The route of ${definition.command} ${what}. ${adviceFor(definition)}`)

/** @throws TypeError if what a route returned does not answer its callback. */
export const answerFrom = (returned: unknown, definition: AnyDefinition, callback: Callback): Answer => {
  const codec = definition.replyCodec(callback)
  if (returned === undefined && definition.kind === 'after') {
    const ok = okResponse()
    if (codec.is(ok)) return ok
  }
  if (!isObject(returned)) throw wrong(definition, `returned ${kindOf(returned)}`)
  const sent = asSent(returned)
  const decoded = codec.decode(sent)
  if (decoded._tag === 'Right') return sent as Answer
  const [first] = issuesFrom(decoded.left, 'the answer').issues
  throw wrong(definition, `did not answer the callback: ${first.message}`)
}
