import type { Callback } from '../callback'
import { describeError, type CallbackError, type UnhandledCommand } from '../error'
import { isPromise } from '../promise'
import type { CallbackRequest } from '../request/callback-request'

/**
 * What went wrong while a request was handled. Every problem has the request, so that an app can keep the body of an
 * event that it could not read: nobody sends it again.
 */
export type Problem = { readonly request: CallbackRequest } & (
  | {
      /** The request was not accepted. */
      readonly kind: 'refused'
      readonly error: CallbackError
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
    }
  | {
      /** A route took longer than the deadline. What it returns is dropped. */
      readonly kind: 'late'
      readonly callback: Callback
    }
)

/** Errors that only a genuine request has: the URL was right, and the event is lost. */
const isGenuine = ({ _tag }: CallbackError): boolean =>
  _tag === 'MalformedBody' || _tag === 'CommandMismatch' || _tag === 'InvalidPacket'

const minute = 60_000

/**
 * What is done about problems by default: a line on the console for what concerns the app, and at most one a minute for
 * requests that are refused, since anyone can send them; yet a wrong token or SDKAppID of one's own shows here, too.
 */
export const logProblems = (): ((problem: Problem) => void) => {
  let quietUntil = 0
  const log = (text: string, ...more: ReadonlyArray<unknown>): void => {
    console.error(`tencent-im-callbacks: ${text}`, ...more)
  }
  return (problem) => {
    switch (problem.kind) {
      case 'ignored':
        return
      case 'late':
        log(`the route of ${problem.callback.command} took longer than the deadline`)
        return
      case 'failed':
        log(
          `${problem.callback === undefined ? 'the app' : `the route of ${problem.callback.command}`} failed`,
          problem.error
        )
        return
      case 'refused':
        if (isGenuine(problem.error)) log(`a genuine callback was refused. ${describeError(problem.error)}`)
        else if (performance.now() >= quietUntil) {
          quietUntil = performance.now() + minute
          log(`a request was refused. ${describeError(problem.error)}. Others within a minute are not shown`)
        }
    }
  }
}

/** Passes problems on to `onProblem`, which may itself throw, or return a promise that rejects. */
export const reportTo = (onProblem: (problem: Problem) => unknown): ((problem: Problem) => void) => {
  if (typeof onProblem !== 'function') throw new TypeError('onProblem must be a function')
  const failed = (error: unknown): void => {
    console.error('tencent-im-callbacks: onProblem failed', error)
  }
  return (problem) => {
    try {
      const returned = onProblem(problem)
      if (isPromise(returned)) returned.then(undefined, failed)
    } catch (error) {
      failed(error)
    }
  }
}
