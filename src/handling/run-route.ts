import type { Callback } from '../callback'
import { isPromise } from '../promise'
import { doesMore } from '../replies/does-more'
import type { Answer, Reply } from '../replies/reply'
import type { CallbackRequest } from '../request/callback-request'
import { failResponse } from '../response'
import { builtReplies } from './built-replies'
import { late, tencentWaits, within } from './deadline'
import type { Cause, Decision, Tell } from './problem'
import type { Route } from './route'
import { answerFrom, asSent } from './route-answer'
import type { Decide } from './undecided'

type Run = (request: CallbackRequest, route: Route, callback: Callback) => Promise<Answer>

const failure = (error: unknown, callback: Callback) => ({ kind: 'failed', error, callback }) as const

/** Whether what a route returned does more than to allow, although it is not an answer to its command. */
const returnsMore = (returned: unknown): boolean => {
  try {
    return doesMore(asSent(returned))
  } catch {
    // It cannot be read, which was told.
    return false
  }
}

const since = (start: number): number => Math.floor(performance.now() - start)

/** What there is to tell of a route that has answered. No deadline ends while the process stands still. */
const concerns = (callback: Callback, reply: Reply | undefined, milliseconds: number): ReadonlyArray<Cause> => [
  ...(reply === undefined ? [] : [{ kind: 'unreturned', callback, reply } as const]),
  ...(milliseconds < tencentWaits ? [] : [{ kind: 'slow', callback, milliseconds } as const])
]

/** Runs the route of a command that comes before its event, which has until the deadline. */
export const runBefore =
  (deadline: number, undecided: Decision, decide: Decide, tell: Tell): Run =>
  async (request, { definition, run }, callback) => {
    const built = builtReplies()
    const start = performance.now()
    // Within a promise, so that what it throws rejects.
    const returned = new Promise((resolve) => {
      resolve(run(callback, built.add))
    })
    let result: unknown
    // What the route was about to refuse does not happen because of a mistake.
    const decision = (): Decision => (built.doMore() || returnsMore(result) ? 'refuse' : undecided)
    const decided = (cause: Cause & { readonly decision: Decision }): Answer =>
      decide(request, definition, cause.decision, cause, callback)
    try {
      result = await within(deadline, returned)
      if (result !== late) {
        const answer = answerFrom(result, definition, callback)
        return tell(request, answer, ...concerns(callback, built.unreturned(answer), since(start)))
      }
    } catch (error) {
      return decided({ ...failure(error, callback), decision: decision() })
    }
    const cause = { kind: 'late', callback, decision: decision() } as const
    const answer = decided(cause)
    returned.catch((error: unknown) => tell(request, answer, { ...failure(error, callback), decision: cause.decision }))
    return answer
  }

/**
 * Runs the route of a command that comes after its event. It has no deadline, since only without an answer may Tencent try
 * again.
 */
export const runAfter =
  (tell: Tell): Run =>
  async (request, { definition, run }, callback) => {
    let start: number | undefined
    let answer: Answer
    try {
      const returned = run(callback)
      // Where nothing is waited for, two looks at the clock would be a good part of the whole work.
      if (isPromise(returned)) start = performance.now()
      answer = answerFrom(await returned, definition, callback)
    } catch (error) {
      answer = tell(request, failResponse('The callback was not handled'), failure(error, callback))
    }
    const milliseconds = start === undefined ? 0 : since(start)
    return milliseconds < tencentWaits ? answer : tell(request, answer, { kind: 'slow', callback, milliseconds })
  }
