import type { Callback } from '../callback'
import type { AnyDefinition } from '../definition'
import type { OnBuilt, Reply } from '../replies/reply'
import { ownAnswer } from './undecided'

/** The replies that a route has built. They tell what it wanted where it does not return one of them. */
export interface BuiltReplies {
  readonly add: OnBuilt
  /** Whether one of them does more than to allow. */
  readonly doMore: () => boolean
  /** The first that does more than to allow, and does not say what was returned and sent. */
  readonly unreturned: (returned: unknown, sent: unknown) => Reply | undefined
}

/** What replies are compared by. */
const jsonOf = (u: unknown): unknown => {
  try {
    return JSON.stringify(u)
  } catch {
    // A command of the app's own may have a reply that JSON cannot hold. It is like no other.
    return u
  }
}

const allowanceOf = (definition: AnyDefinition, callback: Callback): unknown => {
  try {
    return ownAnswer(definition, 'allow', callback)
  } catch {
    // It is told where it is to be sent. Until then no reply is like it.
    return undefined
  }
}

export const builtReplies = (definition: AnyDefinition, callback: Callback): BuiltReplies => {
  const built: Array<Reply> = []
  const more = (replies: ReadonlyArray<Reply>): ReadonlyArray<Reply> => {
    // As a rule the only one is what was returned, and there is nothing to compare.
    if (replies.length === 0) return replies
    const allowance = jsonOf(allowanceOf(definition, callback))
    return replies.filter((reply) => jsonOf(reply) !== allowance)
  }
  return {
    add: (reply) => {
      built.push(reply)
    },
    doMore: () => more(built).length > 0,
    unreturned: (returned, sent) =>
      more(built.filter((reply) => reply !== returned)).find((reply) => jsonOf(reply) !== jsonOf(sent))
  }
}
