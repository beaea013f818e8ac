import { notesText } from './notes'
import type { Outcome } from './outcome'
import { secondTries } from './second-try'

/** What came of one request of `check`. */
export interface Result extends Outcome {
  readonly name: string
  readonly milliseconds: number
  readonly isSecondTry: boolean
}

/** What came of all of them. */
export const summaryOf = (results: ReadonlyArray<Result>, notSent: number, notes: ReadonlyArray<string>) => {
  const count = (is: (result: Result) => boolean): number => results.filter(is).length
  return {
    passed: count(({ result }) => result === 'passed'),
    failed: count(({ result }) => result === 'failed'),
    reported: count(({ result }) => result === 'reported'),
    notSent,
    sentTwice: count(({ isSecondTry }) => isSecondTry),
    slowest: Math.max(...results.map(({ milliseconds }) => milliseconds)),
    notes
  }
}

const were = (count: number, one: string, several: string): string =>
  count === 1 ? `1 ${one} was` : `${String(count)} ${several} were`

const unreadText = (count: number): string =>
  count === 0
    ? ''
    : `• ${were(count, 'packet that cannot be read', 'packets that cannot be read')} answered OK, so the event happens: ` +
      "`undecided: 'allow'` says so, or there is no route for the command\n"

const hiddenText = (count: number): string =>
  count === 0
    ? ''
    : `• ${were(count, 'request with a repeated parameter', 'requests with a repeated parameter')} answered OK: ` +
      'harmless if the platform hides repeats, since the value left is checked\n'

/** The same in words; `hidden` requests of those for the person to decide were accepted by a platform. */
export const summaryText = (
  { passed, failed, reported, notSent, sentTwice, slowest, notes }: ReturnType<typeof summaryOf>,
  hidden: number
): string => {
  const others = notSent === 0 ? '' : `, ${String(notSent)} not sent`
  const counts = `${String(passed)} passed, ${String(failed)} failed, ${String(reported)} for you to decide${others}`
  const more = `${secondTries(sentTwice)}${unreadText(reported - hidden)}${hiddenText(hidden)}${notesText(notes)}`
  return `\n${counts}; the slowest answer took ${String(slowest)} ms\n${more}`
}
