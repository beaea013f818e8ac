import { ioTs } from './io-ts'
import { typebox } from './typebox'
import { zod } from './zod'

/** Validators with the same checks: the fastest of those that generate code, and of the others. */
export const peers = { typebox, zod, 'io-ts': ioTs }
