import { isLeft } from 'fp-ts/Either'
import type { AwaitingCallback, Callback } from './callback'
import { isObject } from './codec/json-object'
import type { AnyDefinition, Definition } from './definition'
import { describeError, type CallbackError } from './error'
import { issuesFrom } from './issue'
import { checkConfig, checkDefinitions, checkUrl, readCallback, unhandled, type CallbackConfig } from './parse-callback'
import { logProblems, type Problem } from './problem'
import { allowed, refusal } from './replies/answer'
import type { Answer, Reply } from './replies/reply'
import type { CallbackRequest } from './request/callback-request'
import { failResponse, okResponse, type FailResponse, type OkResponse } from './response'

type Decision = 'allow' | 'refuse'

// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- a function without a return statement is fine
type Acknowledgement = OkResponse | FailResponse | void

/** What a route returns: a reply where one is waited for, and otherwise nothing, which is OK, or OK or FAIL. */
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
   * How a callback that comes before its event is answered where the app has not decided: its route failed or was late, or
   * the callback could not be read. `allow` by default, as Tencent itself does when no answer comes. Friend requests that
   * could not be read are allowed in any case, since Tencent wants a verdict on every friend.
   */
  readonly undecided?: 'allow' | 'refuse'
  /**
   * How long a route of a command that comes before its event may take, in milliseconds. 1500 by default, of the 2000
   * that Tencent waits. A late route goes on, and what it returns is dropped.
   */
  readonly deadline?: number
  /** Is told of what goes wrong. By default the console is, of what concerns the app. */
  readonly onProblem?: (problem: Problem) => void
}

/** Answers requests. It never rejects. */
export type CallbackHandler = (request: CallbackRequest) => Promise<Answer>

/**
 * What the app does about a command. A route of an after-type command may return nothing, which is OK; one of a command
 * that waits for a reply returns what `reply` builds. Either may be asynchronous.
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

const checkedListener = (onProblem: unknown): void => {
  if (typeof onProblem !== 'function') throw new TypeError('onProblem must be a function')
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

/** What is answered where the app has not decided: by the command's own reply, as far as there is one. */
const undecidedAnswer = (definition: AnyDefinition, decision: Decision, callback?: Callback): Answer => {
  const ways = callback === undefined ? undefined : definition.reply(callback)
  const decide = isObject(ways) ? ways[decision] : undefined
  const answer: unknown = typeof decide === 'function' ? decide.call(ways) : undefined
  if (isReply(definition, answer, callback)) return answer
  const plain: unknown = decision === 'allow' ? allowed : refusal('', undefined)
  // Friend requests have a verdict on every friend, and without the packet nobody knows the friends.
  return isReply(definition, plain, callback) ? plain : failResponse('The callback could not be read')
}

const isReply = (definition: AnyDefinition, u: unknown, callback?: Callback): u is Answer =>
  definition.replyCodec(callback).is(u)

/** What a route returned, if it answers the callback. */
const answerIn = (definition: AnyDefinition, callback: Callback, returned: unknown): Answer => {
  if (returned === undefined && definition.kind === 'after' && isReply(definition, okResponse())) return okResponse()
  const decoded = definition.replyCodec(callback).decode(returned)
  if (decoded._tag === 'Right') return returned as Answer
  const [first] = issuesFrom(decoded.left, 'what it returned').issues
  throw new TypeError(`The route of ${definition.command} did not return an answer to it: ${first.message}`)
}

const late = Symbol('late')

/** What a promise gives, or {@link late}. The timer does not outlive it, so that a process can end. */
const within = <A>(milliseconds: number, promise: Promise<A>): Promise<A | typeof late> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve(late)
    }, milliseconds)
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer)
    })
  })

/**
 * Handles callbacks: checks a request, runs the route of its command and answers. Mount it with `nodeListener` of
 * `tencent-im-callbacks/node` or `fetchHandler` of `tencent-im-callbacks/fetch`, or call it from any other server.
 *
 * - A command without a route is answered OK, since Tencent sends every callback that is switched on to one URL.
 * - A request that is not for the app, or not authentic, is answered FAIL.
 * - Where a route of an after-type command throws, the answer is FAIL.
 * - Where a route of a before-type command throws, is late, or returns no reply of the command, `undecided` decides.
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
  checkedListener(onProblem)
  const check = checkUrl(config)
  const byCommand = routesByCommand(routes)

  const report = (problem: Problem): void => {
    try {
      onProblem(problem)
    } catch (error) {
      console.error('tencent-im-callbacks: onProblem failed', error)
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

  const decideAfter = async (
    request: CallbackRequest,
    { definition, run }: Route,
    callback: Callback
  ): Promise<Answer> => {
    // Within the promise, so that what it throws rejects.
    const returned = new Promise((resolve) => {
      resolve(run(callback))
    })
    try {
      const result = definition.kind === 'before' ? await within(milliseconds, returned) : await returned
      if (result !== late) return answerIn(definition, callback, result)
      report({ kind: 'late', request, callback })
      returned.catch((error: unknown) => {
        report({ kind: 'failed', request, error, callback })
      })
    } catch (error) {
      report({ kind: 'failed', request, error, callback })
    }
    return definition.kind === 'before'
      ? undecidedAnswer(definition, decision, callback)
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
      return definition.kind === 'before' ? undecidedAnswer(definition, decision) : refused
    }
    return decideAfter(request, route, callback.right)
  }
}
