import { ioTs } from './io-ts'
import { typebox } from './typebox'
import { zod } from './zod'

/** Validators with the same checks. Of those that generate code, ajv and arktype are as fast as typebox; of the others, valibot is slower than io-ts. */
export const peers = { typebox, zod, 'io-ts': ioTs }
