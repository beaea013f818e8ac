import { isObject } from './codec/json-object'

export const isPromise = (u: unknown): u is PromiseLike<unknown> => isObject(u) && typeof u['then'] === 'function'

/** Keeps the rejection of a promise that nobody waits for from ending the process. */
export const ignoreRejection = (promise: PromiseLike<unknown>): void => {
  promise.then(undefined, () => undefined)
}

/** @throws TypeError if what `name` returned is a promise: where an answer is needed at once, a promise is a mistake. */
export const refusePromise = (name: string, returned: unknown): void => {
  if (!isPromise(returned)) return
  ignoreRejection(returned)
  throw new TypeError(`${name} returned a promise, but it must be synchronous`)
}
