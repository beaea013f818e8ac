import { isObject } from './codec/json-object'

/**
 * Refuses options of another name, which would be ignored in silence: a tolerance that is not kept, a token that is never
 * looked at.
 *
 * @throws TypeError that names the unknown option, or says that there are none.
 */
export const checkOptions = (
  options: object,
  known: ReadonlyArray<string>,
  hints: Readonly<Record<string, string>> = {}
): void => {
  if (!isObject(options)) throw new TypeError(`The options are missing: an object with ${known.join(', ')}`)
  const unknown = Object.keys(options).find((name) => !known.includes(name))
  if (unknown === undefined) return
  const advice = Object.hasOwn(hints, unknown)
    ? `Did you mean ${String(hints[unknown])}?`
    : `The options are: ${known.join(', ')}.`
  throw new TypeError(`Unknown option "${unknown}". ${advice}`)
}

/** @throws TypeError that names the words, if `given` is not one of them. */
export const checkWord = (option: string, given: string, words: ReadonlyArray<string>): void => {
  if (!words.includes(given)) throw new TypeError(`${option} must be one of: ${words.join(', ')}`)
}
