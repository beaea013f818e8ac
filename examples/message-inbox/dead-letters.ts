import type { Inbox } from './inbox'
import { lineOf } from './log'

/** `dead-letters list` prints a line of JSON for each, `dead-letters retry` puts them all into the inbox again. */
export const runDeadLetters = async (action: string | undefined, inbox: Inbox): Promise<void> => {
  switch (action) {
    case 'list':
      for (const letter of await inbox.deadLetters()) console.log(lineOf(letter))
      return
    case 'retry':
      console.log(`${String(await inbox.retry())} dead letters are in the inbox again`)
      return
    default:
      throw new Error('dead-letters takes list or retry')
  }
}
