import type { AnyDefinition, Callback } from 'tencent-im-callbacks'
import { exampleCallback } from 'tencent-im-callbacks/testing'

/** What was asked, by which an answer is judged. */
export interface Asked {
  readonly definition: AnyDefinition
  /** The callback that was sent. Where it could not be read, nobody knows which accounts an answer may name. */
  readonly callback: Callback | undefined
  /** What to answer with, for people who use this library. */
  readonly builders: string
}

const buildersOf = (definition: AnyDefinition, callback: Callback): string => {
  // A reply is an object of functions, whatever its command.
  const ways = Object.keys(definition.reply(callback) as object)
  return ways.includes('ok')
    ? 'answer the JSON of okResponse() or failResponse(errorInfo)'
    : `answer the JSON that one of these gives: ${ways.map((way) => `reply.${way}`).join(', ')}`
}

export const askedIn = (definition: AnyDefinition, callback: Callback): Asked => ({
  definition,
  callback,
  builders: buildersOf(definition, callback)
})

export const askedBy = (definition: AnyDefinition, packet: object): Asked =>
  askedIn(definition, exampleCallback(definition, { packet }))
