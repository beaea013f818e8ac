import { z } from 'zod'
import { lastMoment, translate, type Words } from '../shapes'
import { receiver } from './receiver'

const words: Words<z.ZodType> = {
  text: z.string().min(1),
  string: z.string(),
  integer: z.int(),
  seconds: z.int().min(0),
  time: z.union([z.int().min(0).max(lastMoment), z.string().regex(/^[0-9]+$/)]),
  value: z.union([z.string(), z.number()]),
  literal: (text) => z.literal(text),
  list: (item) => z.array(item),
  object: (required, optional) => z.looseObject({ ...required, ...z.object(optional).partial().shape })
}

// Strict: what cannot be compiled is an error, and not slow.
const strict = { strict: true }

/** Generates code, too. */
export const zod = receiver((shape) => {
  const schema = z.compile(translate(shape, words), strict)
  return (json) => schema.validate(json)
})
