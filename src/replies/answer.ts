import * as t from 'io-ts'
import type { Callback } from '../callback'
import { guard, type Described } from '../codec/guard'
import { isObject } from '../codec/json-object'
import { literal } from '../codec/literal'
import { record } from '../codec/record'
import { Integer } from '../values/integer'

/** An app's own codes for a refusal, from the first to the last. */
export type CodeRange = readonly [from: number, to: number]

const isWithin = (u: unknown, [from, to]: CodeRange): boolean => Integer.is(u) && u >= from && u <= to

const inWords = ([from, to]: CodeRange): string => `an integer from ${String(from)} to ${String(to)}`

/** @throws TypeError that names the range, if `code` is not within it. `where` is the command, or what it is about. */
export const checkedCode = (code: number, range: CodeRange, where: string): number => {
  if (isWithin(code, range)) return code
  throw new TypeError(`code must be ${inWords(range)} for ${where}`)
}

/** An answer that keeps the event from happening, with a code that the command has. */
export const refusal = (errorInfo: string, code = 1): AnswerFields => ({
  ActionStatus: 'OK',
  ErrorCode: code,
  ErrorInfo: errorInfo
})

/** The same with a code of the app's own, where the command has any, and otherwise with 1. */
export const ownRefusal = ({ command }: Callback, errorInfo = '', code?: number, range?: CodeRange): AnswerFields => {
  if (code === undefined) return refusal(errorInfo)
  if (range === undefined) throw new TypeError(`${command} has no codes of your own`)
  return refusal(errorInfo, checkedCode(code, range, command))
}

/** One of some documented codes, or one of the app's own. */
/*#__NO_SIDE_EFFECTS__*/
export function errorCode(documented: ReadonlyArray<number>, own?: CodeRange): t.Type<number> & Described {
  const words = own === undefined ? documented.join(' or ') : `${documented.join(', ')} or ${inWords(own)}`
  return guard(
    'ErrorCode',
    words,
    (u): u is number => documented.includes(u as number) || (own !== undefined && isWithin(u, own))
  )
}

/** Of an optional field: no value is right. */
const absent = guard<undefined>('absent', 'absent', (u): u is undefined => u === undefined)

/** The further fields that some answers have. Where a command does not know one, it is there by mistake. */
const furtherFields = [
  'MsgBody',
  'CloudCustomData',
  'RefusedMembers_Account',
  'RefusedSubscribers_Account',
  'ResultItem',
  'RspData'
]

/** What is common to all answers. `ErrorCode` decides: a refusal, too, keeps the `ActionStatus` OK. */
export interface AnswerFields {
  readonly ActionStatus: 'OK'
  readonly ErrorCode: number
  readonly ErrorInfo: string
}

/** The codec of an answer with these codes and these further fields. */
/*#__NO_SIDE_EFFECTS__*/
export function answer<Fields extends AnswerFields>(
  code: t.Mixed,
  required: t.Props = {},
  optional: t.Props = {}
): t.Type<Fields> {
  const mistaken = furtherFields.filter((name) => !Object.hasOwn(required, name)).map((name) => [name, absent] as const)
  const codec: t.Mixed = record(
    'Reply',
    { ActionStatus: literal('OK'), ErrorCode: code, ErrorInfo: t.string, ...required },
    { ...Object.fromEntries(mistaken), ...optional }
  )
  return codec
}

/** The codec of an answer that may have further fields only where it lets the event happen. */
/*#__NO_SIDE_EFFECTS__*/
export function answerWith<Fields extends AnswerFields>(code: t.Type<number>, optional: t.Props): t.Type<Fields> {
  const allowing = answer<Fields>(code, {}, optional)
  const refusing = answer<Fields>(code)
  const codecOf = (u: unknown): t.Type<Fields> => (isObject(u) && u['ErrorCode'] === 0 ? allowing : refusing)
  return new t.Type<Fields>(
    'Reply',
    (u): u is Fields => codecOf(u).is(u),
    // A codec of its own knows its fields, so that issues can name them.
    (u) => codecOf(u).decode(u),
    t.identity
  )
}

/** The answer that lets the event happen. */
export const allowed: AnswerFields = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
