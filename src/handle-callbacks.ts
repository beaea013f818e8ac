import { isLeft } from 'fp-ts/Either'
import type { AwaitingCallback, Callback } from './callback'
import { isObject } from './codec/json-object'
import { late, within } from './deadline'
import type { AnyDefinition, Definition } from './definition'
import { describeError, type CallbackError } from './error'
import { checkConfig, checkDefinitions, checkUrl, readCallback, unhandled, type CallbackConfig } from './parse-callback'
import { logProblems, type Problem } from './problem'
import { isPromise } from './promise'
import type { Answer, Reply } from './replies/reply'
import type { CallbackRequest } from './request/callback-request'
import { failResponse, okResponse, type FailResponse, type OkResponse } from './response'
import { answerIn, undecidedAnswer, type Decision } from './route-answer'

// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- a function without a return statement is fine
type Acknowledgement = OkResponse | FailResponse | void

/** What a route returns: a reply if its command waits for one; otherwise OK, FAIL, or nothing, which means OK. */
export type RouteResult<A extends Callback> = A extends AwaitingCallback
  ? Reply | Promise<Reply>
  : Acknowledgement | Promise<Acknowledgement>

/** A command, and what the app does about it: {@link on} makes one. */
export interface Route {
  readonly definition: AnyDefinition
  readonly run: (callback: Callback) => unknown
}

/** Options of {@link handleCallbacks}. */
export interface HandlerConfig extends CallbackConfig {
  /**
   * The answer to a callback that comes before its event, if the app has not decided: its route failed or was late, or
   * the callback could not be read. `allow` by default, which is what Tencent does if no answer comes. Friend requests
   * that could not be read are let through in any case, because Tencent wants a verdict on every friend.
   */
  readonly undecided?: 'allow' | 'refuse'
  /**
   * How long a route of a command that comes before its event may take, in milliseconds. 1500 by default, since
   * Tencent waits 2000. A late route goes on, and what it returns is dropped.
   */
  readonly deadline?: number
  /** Is told what goes wrong. By default, what concerns the app is written to the console. */
  readonly onProblem?: (problem: Problem) => void
}

/** Answers requests. It never rejects. */
export type CallbackHandler = (request: CallbackRequest) => Promise<Answer>

/**
 * Says what the app does about a command. The route of an after-type command may return nothing, which means OK. The
 * route of a command that waits for a reply returns what `reply` builds. Both may be asynchronous.
 *
 * @throws TypeError if `run` is not a function.
 */
export const on = <A extends Callback, Ways>(
  definition: Definition<A, Ways>,
  run: (callback: A, reply: Ways) => RouteResult<A>
): Route => {
  if (typeof run !== 'function') throw new TypeError('on takes a definition and a function: on(BlocklistAdd, run)')
  return {
    definition,
    // A route only gets callbacks of its own definition.
    run: (callback) => run(callback as A, definition.reply(callback as A))
  }
}

const checkedDeadline = (deadline: unknown): number => {
  if (typeof deadline === 'number' && deadline > 0 && deadline < 60_000) return deadline
  throw new TypeError('deadline must be a number of milliseconds, less than the 2000 that Tencent waits')
}

const checkedDecision = (undecided: unknown): Decision => {
  if (undecided === 'allow' || undecided === 'refuse') return undecided
  throw new TypeError('undecided must be "allow" or "refuse"')
}

const checkedListener = (onProblem: (problem: Problem) => unknown): ((problem: Problem) => unknown) => {
  if (typeof onProblem === 'function') return onProblem
  throw new TypeError('onProblem must be a function')
}

const isRoute = (u: unknown): u is Route => isObject(u) && 'run' in u && 'definition' in u

const routesByCommand = (routes: ReadonlyArray<unknown>): ReadonlyMap<string, Route> => {
  if (!routes.every(isRoute)) throw new TypeError('handleCallbacks takes routes: on(BlocklistAdd, run)')
  checkDefinitions(
    'handleCallbacks',
    routes.map(({ definition }) => definition)
  )
  return new Map(routes.map((route) => [route.definition.command, route]))
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
  const decision = checkedDecision(config.undecided ?? 'allow')
  const deadline = checkedDeadline(config.deadline ?? 1500)
  const onProblem = checkedListener(config.onProblem ?? logProblems())
  const check = checkUrl(config)
  const byCommand = routesByCommand(routes)

  const report = (problem: Problem): void => {
    const failed = (error: unknown): void => {
      console.error('tencent-im-callbacks: onProblem failed', error)
    }
    try {
      const returned = onProblem(problem)
      if (isPromise(returned)) returned.then(undefined, failed)
    } catch (error) {
      failed(error)
    }
  }

  const refuse = (request: CallbackRequest, error: CallbackError): FailResponse => {
    report(
      error._tag === 'InternalError'
        ? { kind: 'failed', request, error: error.cause }
        : { kind: 'refused', request, error }
    )
    return failResponse(describeError(error))
  }

  const undecided = (request: CallbackRequest, definition: AnyDefinition, callback?: Callback): Answer => {
    try {
      return undecidedAnswer(definition, decision, callback)
    } catch (error) {
      // A reply of the app's own, which cannot be built.
      report({ kind: 'failed', request, error })
      return failResponse('The callback was not decided')
    }
  }

  const runRoute = async (
    request: CallbackRequest,
    { definition, run }: Route,
    callback: Callback
  ): Promise<Answer> => {
    // Within the promise, so that what it throws rejects.
    const returned = new Promise((resolve) => {
      resolve(run(callback))
    })
    try {
      const result = definition.kind === 'before' ? await within(deadline, returned) : await returned
      if (result !== late) return answerIn(definition, callback, result)
      report({ kind: 'late', request, callback })
      returned.catch((error: unknown) => {
        report({ kind: 'failed', request, error, callback })
      })
    } catch (error) {
      report({ kind: 'failed', request, error, callback })
    }
    return definition.kind === 'before'
      ? undecided(request, definition, callback)
      : failResponse('The callback was not handled')
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
    if (isLeft(callback)) {
      const refused = refuse(request, callback.left)
      return definition.kind === 'before' ? undecided(request, definition) : refused
    }
    return runRoute(request, route, callback.right)
  }
}
