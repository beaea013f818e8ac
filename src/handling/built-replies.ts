import { doesMore } from '../replies/does-more'
import type { OnBuilt, Reply } from '../replies/reply'

/** The replies that a route has built. They tell what it wanted where it does not return one of them. */
export interface BuiltReplies {
  readonly add: OnBuilt
  /** Whether one of them does more than to allow, or could not be built, as that which allows always can. */
  readonly doMore: () => boolean
  /** The first that does more than to allow, if what was sent does not. */
  readonly unreturned: (sent: unknown) => Reply | undefined
}

export const builtReplies = (): BuiltReplies => {
  const built: Array<Reply | undefined> = []
  return {
    add: (reply) => {
      built.push(reply)
    },
    doMore: () => built.some((reply) => reply === undefined || doesMore(reply)),
    unreturned: (sent) => (doesMore(sent) ? undefined : built.find(doesMore))
  }
}
