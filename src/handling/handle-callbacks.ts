import { isLeft, isRight } from 'fp-ts/Either'
import type { Callback } from '../callback'
import type { AnyDefinition } from '../definition'
import { describeError, type CallbackError } from '../error'
import { checkConfig, checkUrl, readCallback, unhandled, type CallbackConfig } from '../parse-callback'
import type { Answer } from '../replies/reply'
import type { CallbackRequest } from '../request/callback-request'
import { failResponse, okResponse, type FailResponse } from '../response'
import { late, within } from './deadline'
import { logProblems, reportTo, type Problem } from './problem'
import { routesByCommand, type Route } from './route'
import { answerFrom, undecidedAnswer, type Decision } from './route-answer'

/** Options of {@link handleCallbacks}. */
export interface HandlerConfig extends CallbackConfig {
  /**
   * The answer to a callback that comes before its event, if the app has not decided: its route failed or was late, or
   * the callback could not be read. `allow` by default, which is what Tencent does if no answer comes. Friend requests
   * that could not be read are let through in any case, because Tencent wants a verdict on every friend.
   */
  readonly undecided?: 'allow' | 'refuse' | undefined
  /**
   * How long a route of a command that comes before its event may take, in milliseconds. 1500 by default, since
   * Tencent waits 2000. A late route goes on, and what it returns is dropped.
   */
  readonly deadline?: number | undefined
  /** Is told what goes wrong. By default, what concerns the app is written to the console. */
  readonly onProblem?: ((problem: Problem) => void) | undefined
}

/** Answers requests. It never rejects. */
export type CallbackHandler = (request: CallbackRequest) => Promise<Answer>

const checkedDecision = (undecided: unknown): Decision => {
  if (undecided === 'allow' || undecided === 'refuse') return undecided
  throw new TypeError('undecided must be "allow" or "refuse"')
}

const maxDeadline = 60_000

const checkedDeadline = (deadline: unknown): number => {
  if (typeof deadline === 'number' && deadline >= 1 && deadline <= maxDeadline) return deadline
  throw new TypeError(`deadline must be a number of milliseconds from 1 to ${String(maxDeadline)}`)
}

/**
 * Handles callbacks: checks a request, runs the route of its command and answers. Mount it with `nodeListener` of
 * `tencent-im-callbacks/node` or `fetchHandler` of `tencent-im-callbacks/fetch`, or call it from any other server.
 *
 * - A command without a route is answered OK, since Tencent sends every callback that is switched on to one URL.
 * - A request that is not for the app, or not authentic, is answered FAIL.
 * - If the route of an after-type command throws, the answer is FAIL.
 * - If the route of a before-type command throws, is late, or does not return a reply of the command, `undecided`
 *   decides.
 *
 * @throws TypeError that names the mistake, if routes or options are wrong.
 * @example
 * import assert from 'node:assert/strict'
 * import { BlocklistAdd, C2CBeforeSendMsg, handleCallbacks, on } from 'tencent-im-callbacks'
 * import { exampleRequest } from 'tencent-im-callbacks/testing'
 *
 * const handle = handleCallbacks(
 *   { sdkAppId: 1400000000 },
 *   on(BlocklistAdd, async ({ packet }) => {
 *     for (const pair of packet.PairList) console.log(`${pair.From_Account} blocked ${pair.To_Account}`)
 *   }),
 *   on(C2CBeforeSendMsg, (callback, reply) => reply.refuse('no messages today', 120001))
 * )
 *
 * const main = async () => {
 *   assert.deepEqual(await handle(exampleRequest(BlocklistAdd)), { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })
 *   assert.equal((await handle(exampleRequest(C2CBeforeSendMsg))).ErrorCode, 120001)
 * }
 * void main()
 */
export const handleCallbacks = (config: HandlerConfig, ...routes: ReadonlyArray<Route>): CallbackHandler => {
  checkConfig(config, ['undecided', 'deadline', 'onProblem'])
  const { undecided = 'allow', deadline = 1500, onProblem = logProblems() } = config
  const decision = checkedDecision(undecided)
  const milliseconds = checkedDeadline(deadline)
  const report = reportTo(onProblem)
  const check = checkUrl(config)
  const byCommand = routesByCommand(routes)

  const refuse = (request: CallbackRequest, error: CallbackError): FailResponse => {
    report(
      error._tag === 'InternalError'
        ? { kind: 'failed', request, error: error.cause }
        : { kind: 'refused', request, error }
    )
    return failResponse(describeError(error))
  }

  const undecidedFor = (request: CallbackRequest, definition: AnyDefinition, callback?: Callback): Answer =>
    undecidedAnswer(definition, decision, callback, (error) => {
      report({ kind: 'failed', request, error, ...(callback && { callback }) })
    })

  const runRoute = async (
    request: CallbackRequest,
    { definition, run }: Route,
    callback: Callback
  ): Promise<Answer> => {
    const waits = definition.kind === 'before'
    const failed = (error: unknown): void => {
      report({ kind: 'failed', request, error, callback })
    }
    // Within a promise, so that what it throws rejects.
    const returned = new Promise((resolve) => {
      resolve(run(callback))
    })
    try {
      const result = await (waits ? within(milliseconds, returned) : returned)
      if (result !== late) return answerFrom(result, definition, callback)
      report({ kind: 'late', request, callback })
      returned.catch(failed)
    } catch (error) {
      failed(error)
    }
    return waits ? undecidedFor(request, definition, callback) : failResponse('The callback was not handled')
  }

  return async (request) => {
    const genuine = check(request)
    if (isLeft(genuine)) return refuse(request, genuine.left)

    const route = byCommand.get(genuine.right.parameters.CallbackCommand)
    if (route === undefined) {
      report({ kind: 'ignored', request, error: unhandled(genuine.right) })
      return okResponse()
    }

    const { definition } = route
    const callback = readCallback(definition, genuine.right, request)
    if (isRight(callback)) return runRoute(request, route, callback.right)

    const refused = refuse(request, callback.left)
    return definition.kind === 'before' ? undecidedFor(request, definition) : refused
  }
}
