import type * as t from 'io-ts'

/** Where counting stops: a packet of 100 000 wrong entries costs no more than one of a hundred. */
export const maxErrors = 100

/** Adds errors up to {@link maxErrors}. Not all of `more` at once: a long enough list would overflow the stack. */
export const addErrors = (errors: t.Errors, more: t.Errors): void => {
  errors.push(...more.slice(0, maxErrors - errors.length))
}
