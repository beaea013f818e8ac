import { describeError, type CallbackError } from '../error'
import type { Answer } from '../replies/reply'
import type { CallbackRequest } from '../request/callback-request'
import { tencentWaits } from './deadline'
import { print } from './print'
import type { Decision, Problem } from './problem'

const minute = 60_000

/** What refused requests have in common. There are few kinds, whatever is sent. */
const kindOfError = (error: CallbackError): string =>
  error._tag === 'AuthenticationFailed' ? error.reason : error._tag

/** What the app may have got wrong, if the request is genuine all the same. */
const remedies: Readonly<Record<string, string>> = {
  SdkAppIdMismatch: 'look at your `sdkAppId`',
  missing: 'switch on callback authentication in the console',
  stale: 'look at the clock of this machine',
  mismatch: 'look at your `token`'
}

/** Such as the event of a platform, whose parameters have another name. */
const hasNoParameters = (request: { readonly url?: unknown; readonly query?: unknown }): boolean =>
  request.url === undefined && request.query === undefined

/**
 * Logs the first refusal of each kind in a minute, since anyone can send requests; yet a wrong token or SDKAppID of one's
 * own shows here, too, and no kind hides another.
 */
const logRefusals = (): ((request: CallbackRequest, error: CallbackError) => void) => {
  const quietUntil = new Map<string, number>()
  return (request, error) => {
    const kind = kindOfError(error)
    const now = performance.now()
    if (now < (quietUntil.get(kind) ?? 0)) return
    quietUntil.set(kind, now + minute)
    const remedy = remedies[kind]
    const remedyText = remedy === undefined ? '' : ` If it is from Tencent, ${remedy}.`
    const advice = hasNoParameters(request)
      ? ' The request has neither url nor query: pass { url, body } or { query, body }.'
      : remedyText
    print(`a request was refused. ${describeError(error)}.${advice} Others like it within a minute are not shown.`)
  }
}

/** What is done about problems by default: a line on the console for what concerns the app. */
export const logProblems = (undecided: Decision, deadline: number): ((problem: Problem) => void) => {
  const logRefusal = logRefusals()
  const unreturned = new Set<string>()
  const told = ({ ActionStatus }: Answer, decision = undecided): string => {
    if (ActionStatus === 'FAIL') return 'The answer was FAIL.'
    const why = decision === undecided ? 'as `undecided` says' : 'because the route was about to refuse or change it'
    return `The answer was ${decision}, ${why}.`
  }

  return (problem) => {
    switch (problem.kind) {
      case 'ignored':
        return
      case 'late':
        print(
          `the route of ${problem.callback.command} took longer than ${String(deadline)} ms. ${told(problem.answer, problem.decision)}`
        )
        return
      case 'unreturned': {
        // It is a matter of the code, and the same for every callback.
        const { command } = problem.callback
        if (unreturned.has(command)) return
        unreturned.add(command)
        print(
          `the route of ${command} built a reply that refuses or changes the event, and returned one that allows it, ` +
            'which was sent. Is a `return` missing? This is said once for a command.'
        )
        return
      }
      case 'slow':
        print(
          `the route of ${problem.callback.command} took ${String(problem.milliseconds)} ms. ` +
            `Tencent had stopped waiting after ${String(tencentWaits)} ms.`
        )
        return
      case 'failed':
        if (problem.callback === undefined) print('something is wrong in the app.', problem.error)
        else
          print(
            `the route of ${problem.callback.command} failed. ${told(problem.answer, problem.decision)}`,
            problem.error
          )
        return
      case 'refused':
        if (problem.command === undefined) logRefusal(problem.request, problem.error)
        else {
          print(
            `a callback of ${problem.command} could not be read. ${describeError(problem.error)}. ${told(problem.answer)}`
          )
        }
    }
  }
}
