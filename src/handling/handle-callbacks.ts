import { isLeft, isRight } from 'fp-ts/Either'
import { isObject } from '../codec/json-object'
import { describeError, type CallbackError } from '../error'
import { checkConfig, checkUrl, readCallback, unhandled, type CallbackConfig } from '../parse-callback'
import type { Answer } from '../replies/reply'
import type { CallbackRequest } from '../request/callback-request'
import { failResponse, okResponse } from '../response'
import { tencentWaits } from './deadline'
import { logProblems } from './log-problems'
import { tellTo, type Cause, type Decision, type Problem } from './problem'
import { isRoute, routesByCommand, type Route } from './route'
import { runAfter, runBefore } from './run-route'
import { decideAndTell } from './undecided'

/** Options of {@link handleCallbacks}. */
export interface HandlerConfig extends CallbackConfig {
  /**
   * The answer to a callback that comes before its event, if the app has not decided: its route failed or was late, or
   * the callback could not be read. `allow` by default, which is what Tencent does if no answer comes. Where the route had
   * built a reply that does more than to allow, or could not build one, it is `refuse` in any case. Friend requests that
   * could not be read are let through in any case, because Tencent wants a verdict on every friend.
   */
  readonly undecided?: Decision | undefined
  /**
   * How long a route of a command that comes before its event may take, in milliseconds. 1500 by default, and 1999 at
   * most, since Tencent waits 2000. A late route goes on, and what it returns is dropped.
   */
  readonly deadline?: number | undefined
  /**
   * Is told what goes wrong. By default, a line on the console tells what concerns the app, and the first request of a
   * minute that is refused for a reason.
   */
  readonly onProblem?: ((problem: Problem) => void) | undefined
}

/** What TypeScript says of a handler that is mounted by itself: it returns its answer, and the server would wait for ever. */
type NotByItself = 'Mount nodeListener(handle) or fetchHandler(handle) instead of the handler itself'

/** Answers requests. It never rejects. It takes a request alone, so that no server takes it for a listener of its own. */
export type CallbackHandler = (request: CallbackRequest, notByItself?: NotByItself) => Promise<Answer>

const checkIsFirst = (config: unknown): void => {
  if (!isRoute(config)) return
  throw new TypeError('The options come first: handleCallbacks({ sdkAppId }, on(BlocklistAdd, run))')
}

// By its name, since an import would bring it into every bundle. Where that is minified, the first request tells.
const checkCalled = ({ authenticate }: HandlerConfig): void => {
  if (authenticate?.name !== 'tokenAuthentication') return
  throw new TypeError('Call it: authenticate: tokenAuthentication({ token })')
}

const checkedDecision = (undecided: unknown): Decision => {
  if (undecided === 'allow' || undecided === 'refuse') return undecided
  throw new TypeError('undecided must be "allow" or "refuse"')
}

const checkedDeadline = (deadline: unknown): number => {
  const most = tencentWaits - 1
  if (typeof deadline === 'number' && deadline >= 1 && deadline <= most) return deadline
  throw new TypeError(
    `deadline must be a number of milliseconds from 1 to ${String(most)}, since Tencent waits ${String(tencentWaits)}`
  )
}

const causeOf = (error: CallbackError, command?: string): Cause =>
  error._tag === 'InternalError'
    ? { kind: 'failed', error: error.cause }
    : { kind: 'refused', error, ...(command !== undefined && { command }) }

/** Whether a server of node has called the handler itself: then nobody writes the answer, and the client waits for ever. */
const isServerResponse = (u: unknown): boolean => isObject(u) && 'writeHead' in u

const notMounted = (): TypeError =>
  new TypeError(
    'The handler does not write to a response. Mount nodeListener(handle) of tencent-im-callbacks/node instead'
  )

/**
 * Handles callbacks: checks a request, runs the route of its command and answers. Mount it with `nodeListener` of
 * `tencent-im-callbacks/node` or `fetchHandler` of `tencent-im-callbacks/fetch`, or call it from any other server.
 *
 * - A command without a route is answered OK, since Tencent sends every callback that is switched on to one URL.
 * - A request that is not for the app, or not authentic, is answered FAIL.
 * - If the route of an after-type command throws, the answer is FAIL.
 * - If the route of a before-type command throws, is late, or does not return a reply of the command, `undecided`
 *   decides, unless the route was about to refuse.
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
  checkIsFirst(config)
  checkConfig(config, ['undecided', 'deadline', 'onProblem'])
  checkCalled(config)
  const { undecided = 'allow', deadline = 1500 } = config
  const decision = checkedDecision(undecided)
  const milliseconds = checkedDeadline(deadline)
  const { onProblem = logProblems(decision, milliseconds) } = config
  const tell = tellTo(onProblem)
  const check = checkUrl(config)
  const byCommand = routesByCommand(routes)
  const decide = decideAndTell(tell)
  const [before, after] = [runBefore(milliseconds, decision, decide, tell), runAfter(tell)]

  const handle = async (request: CallbackRequest, response?: unknown): Promise<Answer> => {
    if (isServerResponse(response)) {
      return tell(request, failResponse('The handler is not mounted'), { kind: 'failed', error: notMounted() })
    }

    const genuine = check(request)
    if (isLeft(genuine)) return tell(request, failResponse(describeError(genuine.left)), causeOf(genuine.left))

    const route = byCommand.get(genuine.right.parameters.CallbackCommand)
    if (route === undefined) return tell(request, okResponse(), { kind: 'ignored', error: unhandled(genuine.right) })

    const { definition } = route
    const waits = definition.kind === 'before'
    const callback = readCallback(definition, genuine.right, request)
    if (isRight(callback)) return await (waits ? before : after)(request, route, callback.right)

    const cause = causeOf(callback.left, definition.command)
    return waits
      ? decide(request, definition, decision, cause)
      : tell(request, failResponse(describeError(callback.left)), cause)
  }
  return handle
}
