import { firstAdvice, parserAdvice, parserAnswersAdvice } from './advice'
import { oneLine } from './foreign'
import type { Verdict } from './judge'
import type { Answered, Unanswered } from './post'
import type { Row, Rule } from './rows'
import type { Mask } from './secrets'
import { isSigned } from './sending'

/** How a row of `check` went. */
export interface Outcome {
  readonly result: 'passed' | 'failed' | 'reported'
  readonly reason: string
  readonly advice: string
}

const passed: Outcome = { result: 'passed', reason: '', advice: '' }

const wanted: Readonly<Record<Rule, ReadonlyArray<Verdict['kind']>>> = {
  handled: ['ok', 'refused'],
  failed: ['fail'],
  'failed or decided': ['fail', 'refused'],
  'not handled': ['fail', 'refused', 'wrong'],
  'not handled or hidden': ['fail', 'refused', 'wrong']
}

const words: Readonly<Record<Verdict['kind'], string | undefined>> = {
  ok: 'it was answered OK',
  refused: 'it was refused',
  fail: 'it was answered FAIL',
  wrong: undefined,
  unanswered: undefined
}

const adviceFor = (row: Row, answer: Answered | Unanswered, verdict: Verdict, isFirst: boolean): string => {
  const isBad = verdict.kind === 'wrong' || verdict.kind === 'unanswered'
  if (answer._tag === 'Unanswered') return verdict.advice
  const refusal = { status: answer.status, said: verdict.said, isSigned: isSigned(row.sending) }
  if (row.rule === 'handled') {
    if (isFirst) return firstAdvice(refusal) ?? (isBad ? verdict.advice : row.advice)
    // A field that the route refuses with 400 is not for a body parser.
    const parser = row.isForParsers || answer.status !== 400 ? parserAdvice(refusal) : undefined
    // Where it should have been accepted, to refuse it in another way is no help.
    return parser ?? (isBad && answer.status < 400 ? verdict.advice : row.advice)
  }
  if (row.isForParsers && (answer.status === 400 || answer.status === 415)) return parserAnswersAdvice
  return isBad ? verdict.advice : row.advice
}

/** What came back is judged by the rule of the row. What the endpoint says itself is masked before anything is cut off. */
export const outcomeOf = (
  row: Row,
  answer: Answered | Unanswered,
  verdict: Verdict,
  isFirst: boolean,
  mask: Mask
): Outcome => {
  const { kind } = verdict
  if (wanted[row.rule].includes(kind)) return passed
  const said = verdict.said === '' ? '' : ` (${oneLine(mask(verdict.said))})`
  const reason = `${words[kind] ?? verdict.reason}${said}`
  if (kind !== 'ok') return { result: 'failed', reason, advice: adviceFor(row, answer, verdict, isFirst) }
  switch (row.rule) {
    case 'failed or decided':
      return { result: 'reported', reason, advice: 'so the event happens, which is for you to decide' }
    case 'not handled or hidden':
      return { result: 'reported', reason, advice: row.advice }
    default:
      return { result: 'failed', reason, advice: adviceFor(row, answer, verdict, isFirst) }
  }
}
