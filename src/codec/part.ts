import type { Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

/** Where counting stops: a packet with 100,000 wrong entries costs no more than one with a hundred. */
export const maxErrors = 100

/** Places deeper than this are told by their first steps and the last, so that nesting costs no more than its depth. */
const maxDepth = 100

const nowhere: t.Context = []

/** The steps to a place: of too many, the ones before the last are left out. */
export const bounded = <Step>(steps: ReadonlyArray<Step>): ReadonlyArray<Step> =>
  steps.length <= maxDepth ? steps : [...steps.slice(0, maxDepth - 1), ...steps.slice(-1)]

/**
 * Decodes a part of a value. Its errors tell their place only from the part on, so that no place is written down for
 * parts that are right: {@link addErrorsOf} completes it.
 */
export const decodePart = (codec: t.Mixed, value: unknown): Either<t.Errors, unknown> => codec.validate(value, nowhere)

/** Adds the errors of the part `key` of the value at `context`: up to {@link maxErrors} altogether. */
export const addErrorsOf = (part: t.ContextEntry, found: t.Errors, context: t.Context, errors: t.Errors): void => {
  // A codec that fails without a reason has failed all the same.
  const reasons = found.length > 0 ? found : [{ value: part.actual, context: nowhere }]
  for (const reason of reasons.slice(0, maxErrors - errors.length)) {
    errors.push({ ...reason, context: bounded([...context, part, ...reason.context]) })
  }
}
