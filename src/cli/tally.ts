import { firstAdvice } from './advice'
import type { Asked } from './asked'
import { isGood, judge, type Verdict } from './judge'
import { createNotes, noteOnOk } from './notes'
import type { Answered, Unanswered } from './post'
import type { Mask } from './secrets'

interface Counted extends Omit<Verdict, 'said'> {
  count: number
}

type Shown = (Omit<Answered, 'body' | 'headers'> & { readonly body: string }) | Unanswered

const maxShown = 10

/** An answer without the secrets in it. */
const shownOf = (answer: Answered | Unanswered, mask: Mask): Shown => {
  if (answer._tag === 'Unanswered') return answer
  const { _tag, status, contentType, body, milliseconds, isSecondTry } = answer
  const shown = { contentType: contentType && mask(contentType), body: mask(new TextDecoder().decode(body)) }
  return { _tag, status, ...shown, milliseconds, isSecondTry }
}

const adviceOf = (answer: Answered | Unanswered, verdict: Verdict, isSigned: boolean): string => {
  if (isGood(verdict) || answer._tag === 'Unanswered') return verdict.advice
  return firstAdvice({ status: answer.status, said: verdict.said, isSigned }) ?? verdict.advice
}

/** Counts what came of many requests. It holds the first few answers alone, however many there are. */
export const createTally = (timeout: number, asked: Asked, isSigned: boolean) => {
  const verdicts = new Map<string, Counted>()
  const answers: Array<Shown> = []
  const notes = createNotes(asked.definition)
  let slowest = 0
  let sentTwice = 0

  const add = (answer: Answered | Unanswered, mask: Mask): void => {
    slowest = Math.max(slowest, answer.milliseconds)
    if (answer.isSecondTry) sentTwice++
    if (answers.length < maxShown) answers.push(shownOf(answer, mask))
    const verdict = judge(answer, timeout, asked)
    notes.add(asked, answer, verdict)
    const { kind, reason } = verdict
    const counted = verdicts.get(reason) ?? { kind, reason, advice: adviceOf(answer, verdict, isSigned), count: 0 }
    verdicts.set(reason, counted)
    counted.count++
  }
  const total = () => {
    const counted = [...verdicts.values()]
    const kinds = counted.map(({ kind }) => kind)
    const lines = [...notes.lines(), ...noteOnOk(asked.definition, kinds)]
    return { slowest, sentTwice, verdicts: counted, answers, notes: lines }
  }
  return { add, total }
}
