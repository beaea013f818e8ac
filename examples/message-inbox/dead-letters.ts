import type { Inbox } from './inbox'
import { lineOf } from './log'

/** `dead-letters list` prints a line of JSON for each, `dead-letters retry [ID …]` puts them into the inbox again. */
export const runDeadLetters = async (
  [action, ...ids]: ReadonlyArray<string>,
  inbox: Pick<Inbox, 'deadLetters' | 'retry'>
): Promise<void> => {
  switch (action) {
    case 'list':
      for (const letter of await inbox.deadLetters()) console.log(lineOf(letter))
      return
    case 'retry': {
      const count = await inbox.retry(ids.length === 0 ? undefined : ids)
      console.log(`${String(count)} ${count === 1 ? 'dead letter is' : 'dead letters are'} in the inbox again`)
      return
    }
    default:
      throw new Error('dead-letters takes list, or retry with the ids of some, or without for all')
  }
}
