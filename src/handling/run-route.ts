import type { Callback } from '../callback'
import { isPromise } from '../promise'
import type { Answer } from '../replies/reply'
import type { CallbackRequest } from '../request/callback-request'
import { failResponse } from '../response'
import { late, tencentWaits, within } from './deadline'
import type { Cause, Tell } from './problem'
import type { Route } from './route'
import { answerFrom } from './route-answer'
import type { Decide } from './undecided'

type Run = (request: CallbackRequest, route: Route, callback: Callback) => Promise<Answer>

const failure = (error: unknown, callback: Callback): Cause => ({ kind: 'failed', error, callback })

/** Runs the route of a command that comes before its event, which has until the deadline. */
export const runBefore =
  (deadline: number, decide: Decide, tell: Tell): Run =>
  async (request, { definition, run }, callback) => {
    // Within a promise, so that what it throws rejects.
    const returned = new Promise((resolve) => {
      resolve(run(callback))
    })
    try {
      const result = await within(deadline, returned)
      if (result !== late) return answerFrom(result, definition, callback)
    } catch (error) {
      return decide(request, definition, failure(error, callback), callback)
    }
    const answer = decide(request, definition, { kind: 'late', callback }, callback)
    returned.catch((error: unknown) => tell(request, answer, failure(error, callback)))
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
    const milliseconds = start === undefined ? 0 : Math.floor(performance.now() - start)
    return milliseconds < tencentWaits ? answer : tell(request, answer, { kind: 'slow', callback, milliseconds })
  }
