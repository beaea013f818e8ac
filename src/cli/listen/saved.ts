import type { Kept } from '../../listen/api'
import { isObject } from '../../codec/json-object'
import { visible } from '../foreign'
import { parsedJson } from '../parsed-json'

/** A request as a line of JSON, which is fit for a terminal, too. */
export const savedLine = (kept: Kept): string => visible(JSON.stringify(kept))

type Is = (value: unknown) => boolean

const isText: Is = (value) => typeof value === 'string'
const isNumber: Is = (value) => typeof value === 'number'
const isFlag: Is = (value) => typeof value === 'boolean'
const isNumberOrNone: Is = (value) => value === undefined || isNumber(value)
const isTextOrNone: Is = (value) => value === undefined || isText(value)

const oneOf =
  (...words: ReadonlyArray<unknown>): Is =>
  (value) =>
    words.includes(value)

const listOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is)

const has =
  (fields: Readonly<Record<string, Is>>): Is =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([name, is]) => is(value[name]))

const isHeader: Is = (value) => Array.isArray(value) && value.length === 2 && value.every(isText)

const isRequest = has({
  method: isText,
  target: isText,
  headers: listOf(isHeader),
  body: has({ text: isText, encoding: oneOf('utf-8', 'base64'), bytes: isNumber, isCut: isFlag })
})

const verdicts: Readonly<Record<string, Is>> = {
  callback: has({
    command: isText,
    name: isText,
    about: isText,
    undocumented: has({ parameters: listOf(isText), fields: listOf(isText) })
  }),
  unknown: has({ command: isText }),
  refused: has({
    command: isTextOrNone,
    tag: isText,
    says: isText,
    issues: listOf(has({ path: isText, message: isText }))
  })
}

const isVerdict: Is = (value) =>
  isObject(value) && Object.entries(verdicts).some(([kind, is]) => value['kind'] === kind && is(value))

const isAnswer = has({
  status: isNumber,
  body: isText,
  from: oneOf('app', 'listen'),
  milliseconds: isNumber,
  wrong: listOf(isText)
})

const isKept = (value: unknown): value is Kept =>
  has({
    id: isNumber,
    at: isNumber,
    request: isRequest,
    verdict: isVerdict,
    answer: (answer) => answer === undefined || isAnswer(answer),
    replayOf: isNumberOrNone
  })(value)

/** The requests of one `listen` after another, counted anew. */
const countedAnew = (saved: ReadonlyArray<Kept>): ReadonlyArray<Kept> => {
  const ids = new Map<number, number>()
  return saved.map(({ replayOf: before, ...kept }, i) => {
    const id = i + 1
    const replayOf = before === undefined ? undefined : ids.get(before)
    ids.set(kept.id, id)
    return { ...kept, id, ...(replayOf !== undefined && { replayOf }) }
  })
}

/** What a file holds that `--save` wrote, and how many of its lines are something else. */
export const savedIn = (text: string): { readonly kept: ReadonlyArray<Kept>; readonly unread: number } => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const saved = lines.map(parsedJson).filter(isKept)
  return { kept: countedAnew(saved), unread: lines.length - saved.length }
}
