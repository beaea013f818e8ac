import type { Kept, KeptAnswer, Verdict } from '../../listen/api'
import { isObject } from '../../codec/json-object'
import { cut, oneLine, visible } from '../foreign'
import type { Paint } from '../paint'
import { parsedJson } from '../parsed-json'
import { splitTarget } from './target'

const two = (number: number): string => String(number).padStart(2, '0')

const timeOf = (at: number): string => {
  const time = new Date(at)
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')
}

/** Under the command. */
const below = ' '.repeat(11)

/** What is our own text may be longer than a part of a line, unless it was read from a file. */
const short = (text: string): string => visible(cut(text, 1000))

/** What an answer says to Tencent: `OK`, `OK 120001`, `FAIL`, or its status where that is not 200. */
const saidIn = ({ status, body }: KeptAnswer): string => {
  const json = status === 200 ? parsedJson(body) : undefined
  if (!isObject(json) || typeof json['ActionStatus'] !== 'string') return `HTTP ${String(status)}`
  const { ActionStatus, ErrorCode } = json
  const code = ActionStatus === 'OK' && typeof ErrorCode === 'number' && ErrorCode !== 0 ? ` ${String(ErrorCode)}` : ''
  return oneLine(`${ActionStatus}${code}`)
}

const answerText = ({ answer }: Kept): string => {
  if (answer === undefined) return 'it broke off'
  const time = `${String(answer.milliseconds)} ms`
  if (answer.status === 0) return `no answer, ${time}`
  return `${answer.from} answered ${saidIn(answer)}, ${time}`
}

/** Which command, or which request where it names none. */
const subjectOf = ({ request, verdict }: Kept): string =>
  oneLine((verdict.command ?? `${request.method} ${splitTarget(request.target).path}`).trim())

const undocumentedIn = ({ verdict }: Kept): ReadonlyArray<string> => {
  if (verdict.kind !== 'callback') return []
  const { command, undocumented } = verdict
  return [
    ...undocumented.parameters.map((name) => `the parameter ${name}`),
    ...undocumented.fields.map((path) => `the field ${path} of ${command}`)
  ]
}

const verdictText = (verdict: Verdict): string => {
  if (verdict.kind === 'callback') return oneLine(verdict.about)
  return verdict.kind === 'unknown' ? 'this library does not know the command' : short(verdict.says)
}

/** Whether the request is right, and so is its answer. */
export const isRight = ({ verdict, answer }: Kept): boolean => verdict.kind !== 'refused' && answer?.wrong.length === 0

/** Nobody wants to read more new names than this. */
const maxNames = 1000

/** Writes requests for the terminal: a line each, and what is odd about it below. What is undocumented is told once. */
export const createLines = (paint: Paint): ((kept: Kept) => string) => {
  const told = new Set<string>()

  const newIn = (kept: Kept): ReadonlyArray<string> => {
    const names = undocumentedIn(kept).filter((name) => !told.has(name))
    for (const name of names) if (told.size < maxNames) told.add(name)
    return names.length === 0 ? [] : [`? no page of Tencent's has ${oneLine(names.join(', '))}`]
  }

  return (kept) => {
    const { at, verdict, answer, replayOf } = kept
    const mark = isRight(kept) ? paint.good('✔') : paint.bad('✘')
    const replay = replayOf === undefined ? '' : `, replay of ${String(replayOf)}`
    const parts = [paint.bold(subjectOf(kept)), verdictText(verdict), paint.dim(`${answerText(kept)}${replay}`)]
    const first = `${paint.dim(timeOf(at))} ${mark} ${parts.filter((part) => part !== '').join('  ')}`
    const wrong = answer?.wrong.map((reason) => paint.bad(short(reason))) ?? []
    return `${[first, ...[...wrong, ...newIn(kept)].map((line) => `${below}${line}`)].join('\n')}\n`
  }
}
