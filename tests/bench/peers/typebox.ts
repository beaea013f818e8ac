import Type, { type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { lastMoment, translate, type Words } from '../shapes'
import { receiver } from './receiver'

const words: Words<TSchema> = {
  text: Type.String({ minLength: 1 }),
  string: Type.String(),
  integer: Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }),
  seconds: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  time: Type.Union([Type.Integer({ minimum: 0, maximum: lastMoment }), Type.String({ pattern: '^[0-9]+$' })]),
  value: Type.Union([Type.String(), Type.Number()]),
  literal: (text) => Type.Literal(text),
  list: (item) => Type.Array(item),
  object: (required, optional) => {
    const entries = Object.entries(optional).map(([name, schema]) => [name, Type.Optional(schema)] as const)
    return Type.Object({ ...required, ...Object.fromEntries(entries) })
  }
}

/** Generates code. */
export const typebox = receiver((shape) => {
  const validator = Compile(translate(shape, words))
  return (json) => validator.Check(json)
})
