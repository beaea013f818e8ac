import type { Callback } from '../callback'
import type { CallbackError, UnhandledCommand } from '../error'
import { isPromise } from '../promise'
import type { Answer, Reply } from '../replies/reply'
import type { CallbackRequest } from '../request/callback-request'
import { print } from './print'

/** What happens to an event whose fate the app has not decided. */
export type Decision = 'allow' | 'refuse'

/** A problem without the request that it came of, and without the answer. */
export type Cause =
  | {
      /** The request was not accepted. */
      readonly kind: 'refused'
      readonly error: CallbackError
      /** The command whose callback could not be read. Absent if the URL itself was wrong. */
      readonly command?: string
    }
  | {
      /** There is no route for the command, which was answered OK. */
      readonly kind: 'ignored'
      readonly error: UnhandledCommand
    }
  | {
      /** The app's own code threw, or a route returned something that does not answer its command. */
      readonly kind: 'failed'
      readonly error: unknown
      /** Absent where it failed before there was one. */
      readonly callback?: Callback
      /** What was decided for a command that comes before its event. */
      readonly decision?: Decision
    }
  | {
      /** The route of a before-type command took longer than the deadline. What it returns is dropped. */
      readonly kind: 'late'
      readonly callback: Callback
      /** What was decided. */
      readonly decision: Decision
    }
  | {
      /**
       * The route of a before-type command built a reply that does more than to allow, and returned one that only allows,
       * which was sent. A `return` may be missing.
       */
      readonly kind: 'unreturned'
      readonly callback: Callback
      /** The reply that was built first and not returned. */
      readonly reply: Reply
    }
  | {
      /**
       * A route was done after Tencent had stopped waiting: the promise of one of an after-type command, or one of a
       * before-type command that let the process stand still. What it did stands.
       */
      readonly kind: 'slow'
      readonly callback: Callback
      /** How long it took: 2000 or more. */
      readonly milliseconds: number
    }

/** What went wrong while a request was handled. */
export type Problem = {
  /** An app can keep the body of an event that it could not read: nobody sends it again. */
  readonly request: CallbackRequest
  /** What the handler answered all the same. */
  readonly answer: Answer
} & Cause

/** Tells problems, and returns the answer. */
export type Tell = <A extends Answer>(request: CallbackRequest, answer: A, ...causes: ReadonlyArray<Cause>) => A

/** Passes problems on to `onProblem`, which may itself throw, or return a promise that rejects. */
export const tellTo = (onProblem: (problem: Problem) => unknown): Tell => {
  if (typeof onProblem !== 'function') throw new TypeError('onProblem must be a function')
  const failed = (error: unknown): void => {
    print('onProblem failed', error)
  }
  return (request, answer, ...causes) => {
    for (const cause of causes) {
      try {
        // A copy, so that a listener cannot change what is sent.
        const returned = onProblem({ request, answer: { ...answer }, ...cause })
        if (isPromise(returned)) returned.then(undefined, failed)
      } catch (error) {
        failed(error)
      }
    }
    return answer
  }
}
