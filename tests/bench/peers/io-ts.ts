import * as t from 'io-ts'
import { lastMoment, translate, type Words } from '../shapes'
import { receiver } from './receiver'

const guard = <A>(name: string, is: t.Is<A>): t.Type<A> =>
  new t.Type(name, is, (u, context) => (is(u) ? t.success(u) : t.failure(u, context)), t.identity)

const isTime = (u: unknown): u is number | string =>
  typeof u === 'string' ? /^[0-9]+$/.test(u) : Number.isInteger(u) && Number(u) >= 0 && Number(u) <= lastMoment

const words: Words<t.Mixed> = {
  text: guard('text', (u): u is string => typeof u === 'string' && u !== ''),
  string: t.string,
  integer: guard('integer', (u): u is number => Number.isSafeInteger(u)),
  seconds: guard('seconds', (u): u is number => Number.isSafeInteger(u) && Number(u) >= 0),
  time: guard('time', isTime),
  value: t.union([t.string, t.number]),
  literal: (text) => t.literal(text),
  list: (item) => t.array(item),
  object: (required, optional) =>
    Object.keys(optional).length === 0 ? t.type(required) : t.intersection([t.type(required), t.partial(optional)])
}

/** Generates no code. Only asked whether a value is right, which is faster than to decode it. */
export const ioTs = receiver((shape) => {
  const codec = translate(shape, words)
  return (json) => codec.is(json)
})
