import type { Kept } from '../../listen/api'
import { isObject } from '../../codec/json-object'
import { eachLine } from '../each-line'
import { visible } from '../foreign'
import { utf8Of } from '../options'
import { parsedJson } from '../parsed-json'

/** A request as a line of JSON, which is fit for a terminal, too. */
export const savedLine = (kept: Kept): string => visible(JSON.stringify(kept))

type Is = (value: unknown) => boolean

const isText: Is = (value) => typeof value === 'string'
const isNumber: Is = (value) => typeof value === 'number'
const isFlag: Is = (value) => typeof value === 'boolean'
const isNumberOrNone: Is = (value) => value === undefined || isNumber(value)
/** `Date` knows no others. */
const isTime: Is = (value) => isNumber(value) && Math.abs(Number(value)) <= 8.64e15
/** One that cannot be sent is told when it is. CONNECT would be, and opens a tunnel, which is no answer. */
const isMethod: Is = (value) => isText(value) && value !== 'CONNECT'
/** A name becomes a part of code that people copy. */
const isName: Is = (value) => isText(value) && /^[A-Za-z]\w*$/.test(String(value))
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
  method: isMethod,
  target: isText,
  headers: listOf(isHeader),
  body: has({ text: isText, encoding: oneOf('utf-8', 'base64'), bytes: isNumber, isCut: isFlag })
})

const verdicts: Readonly<Record<string, Is>> = {
  callback: has({
    command: isText,
    name: isName,
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
    at: isTime,
    request: isRequest,
    verdict: isVerdict,
    answer: (answer) => answer === undefined || isAnswer(answer),
    replayOf: isNumberOrNone
  })(value)

/** Counts the requests of one `listen` after another anew. */
const createCount = () => {
  const ids = new Map<number, number>()
  let id = 0
  return ({ replayOf: before, ...kept }: Kept): Kept => {
    id++
    const replayOf = before === undefined ? undefined : ids.get(before)
    ids.set(kept.id, id)
    return { ...kept, id, ...(replayOf !== undefined && { replayOf }) }
  }
}

/** Far more than a line of ours has, of which body and answer are the most. */
const longest = 32 * 1024 * 1024

/** Tells of the requests that `--save` wrote to a file, and in the end how many of its lines are something else. */
export const readSaved = async (file: AsyncIterable<Uint8Array>, tell: (kept: Kept) => void): Promise<number> => {
  const counted = createCount()
  let unread = 0
  await eachLine(file, longest, (line) => {
    // A disk that was full may have cut a line amid a character.
    const text = line && utf8Of(line)
    if (text?.trim() === '') return
    const value = text === undefined ? undefined : parsedJson(text)
    if (isKept(value)) tell(counted(value))
    else unread++
  })
  return unread
}
