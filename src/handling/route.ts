import type { AwaitingCallback, Callback } from '../callback'
import { isObject } from '../codec/json-object'
import type { AnyDefinition, Definition } from '../definition'
import { checkDefinition, checkDefinitions } from '../parse-callback'
import type { OnBuilt, Reply } from '../replies/reply'
import type { FailResponse, OkResponse } from '../response'

// oxlint-disable-next-line typescript/no-invalid-void-type -- a function without a return statement is fine
type Acknowledgement = OkResponse | FailResponse | void

/** What a route returns: a reply if its command waits for one; otherwise OK, FAIL, or nothing, which means OK. */
export type RouteResult<A extends Callback> = A extends AwaitingCallback
  ? Reply | Promise<Reply>
  : Acknowledgement | Promise<Acknowledgement>

/** A command, and what the app does about it: {@link on} makes one. */
export interface Route {
  readonly definition: AnyDefinition
  /** `onBuilt` is told what the route builds. */
  readonly run: (callback: Callback, onBuilt?: OnBuilt) => unknown
}

/**
 * Says what the app does about a command. The route of an after-type command may return nothing, which means OK. The
 * route of a command that waits for a reply returns what `reply` builds. Both may be asynchronous.
 *
 * @throws TypeError that names the mistake, if there is no definition or no function.
 */
export const on = <A extends Callback, Ways>(
  definition: Definition<A, Ways>,
  run: (callback: A, reply: Ways) => RouteResult<A>
): Route => {
  checkDefinition('on takes a definition', definition)
  if (typeof run !== 'function') throw new TypeError('on takes a definition and a function: on(BlocklistAdd, run)')
  return {
    definition,
    // A route only gets callbacks of its own definition.
    run: (callback, onBuilt) => run(callback as A, definition.reply(callback as A, onBuilt))
  }
}

export const isRoute = (u: unknown): u is Route => isObject(u) && 'run' in u && 'definition' in u

export const routesByCommand = (routes: ReadonlyArray<unknown>): ReadonlyMap<string, Route> => {
  if (routes.length === 0) throw new TypeError('handleCallbacks needs at least one route: on(BlocklistAdd, run)')
  if (!routes.every(isRoute)) throw new TypeError('handleCallbacks takes routes: on(BlocklistAdd, run)')
  checkDefinitions(
    'handleCallbacks',
    routes.map(({ definition }) => definition)
  )
  return new Map(routes.map((route) => [route.definition.command, route]))
}
