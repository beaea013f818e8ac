import { isObject } from './codec/json-object'

/** What is wrong with the names of options, in words: an unknown one, or that there are no options. */
export const mistakeInOptions = (
  options: object,
  known: ReadonlyArray<string>,
  hints: Readonly<Record<string, string>> = {}
): string | undefined => {
  if (!isObject(options)) return `The options are missing: an object with ${known.join(', ')}`
  const unknown = Object.keys(options).find((name) => !known.includes(name))
  if (unknown === undefined) return undefined
  const advice = Object.hasOwn(hints, unknown)
    ? `Did you mean ${String(hints[unknown])}?`
    : `The options are: ${known.join(', ')}.`
  return `Unknown option "${unknown}". ${advice}`
}

/**
 * Refuses options of another name, which would be ignored in silence: a tolerance that is not kept, a token that is never
 * looked at.
 *
 * @throws TypeError that names the unknown option, or says that there are none.
 */
export const checkOptions = (...given: Parameters<typeof mistakeInOptions>): void => {
  const mistake = mistakeInOptions(...given)
  if (mistake !== undefined) throw new TypeError(mistake)
}

/** @throws TypeError that names the words, if `given` is not one of them. */
export const checkWord = (option: string, given: string, words: ReadonlyArray<string>): void => {
  if (!words.includes(given)) throw new TypeError(`${option} must be one of: ${words.join(', ')}`)
}
