import { chosenBy } from './chosen'
import type { Environment, ExitCode } from './environment'
import { oneLine } from './foreign'
import { checkHelp } from './help'
import { jsonOf } from './json'
import { judge, type Verdict } from './judge'
import { createNotes, notesText } from './notes'
import { endpoint, fromUser, parseCommandLine, requestOptions, required } from './options'
import { outcomeOf, type Outcome } from './outcome'
import { paintFor, type Paint } from './paint'
import { rowsOf } from './rows'
import { secondTries } from './second-try'
import { maskOf } from './secrets'
import { parametersOf, secretsOf } from './sending'
import { tokenOf } from './token'

interface Result extends Outcome {
  readonly name: string
  readonly milliseconds: number
  readonly isSecondTry: boolean
}

const lineOf = ({ name, result, reason, advice }: Result, paint: Paint): string => {
  if (result === 'passed') return `${paint.good('✔')} ${name}\n`
  // What is for the person to decide is counted in one line at the end.
  return result === 'failed' ? `${paint.bad('✘')} ${name}: ${reason}; ${advice}\n` : ''
}

/** An endpoint answers OK to commands that it does not handle, and does not look at their packets. */
const isUnhandled = (toWrong: ReadonlyArray<Verdict['kind']>): boolean =>
  toWrong.length > 0 && toWrong.every((kind) => kind === 'ok')

const summaryOf = (results: ReadonlyArray<Result>, notSent: number, notes: ReadonlyArray<string>) => {
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

const summaryText = (
  { passed, failed, reported, notSent, sentTwice, slowest, notes }: ReturnType<typeof summaryOf>,
  hidden: number
): string => {
  const others = notSent === 0 ? '' : `, ${String(notSent)} not sent`
  const counts = `${String(passed)} passed, ${String(failed)} failed, ${String(reported)} for you to decide${others}`
  const more = `${secondTries(sentTwice)}${unreadText(reported - hidden)}${hiddenText(hidden)}${notesText(notes)}`
  return `\n${counts}; the slowest answer took ${String(slowest)} ms\n${more}`
}

const clearLine = '\r\x1b[2K'

/** `check URL`: everything that Tencent and others may send. */
export const check = async (args: ReadonlyArray<string>, environment: Environment): Promise<ExitCode> => {
  const { values, positionals } = parseCommandLine(args, requestOptions)
  const { print, warn, now, timeout, isTerminal } = environment
  if (values.help === true) {
    print(checkHelp)
    return 0
  }
  const { json = false } = values
  const typed = endpoint(positionals)
  const sdkAppId = required('--sdk-app-id', values['sdk-app-id'])
  const token = await tokenOf(values, environment)
  const { definition, packet } = await chosenBy(values, environment)
  const rows = fromUser(() =>
    rowsOf(typed, definition, { sdkAppId, packet, token, now, extraParameters: parametersOf(typed) })
  )

  const paint = paintFor(environment)
  const { post, close } = environment.connect(1)
  const results: Array<Result> = []
  const toWrong: Array<Verdict['kind']> = []
  const notes = createNotes(definition)
  let hidden = 0
  // Of wrong packets that are answered OK. If all are, one line says why.
  let held = ''
  try {
    for (const row of rows) {
      if (isTerminal && !json) {
        print(`${clearLine}${paint.dim(`${String(results.length + 1)} of ${String(rows.length)}: ${row.name}`)}`)
      }
      const answer = await post(row.sending)
      const verdict = judge(answer, timeout, row.asked)
      if (row.rule === 'handled') notes.add(row.asked, answer, verdict)
      if (row.rule === 'failed') toWrong.push(verdict.kind)
      const mask = maskOf(secretsOf(typed, token, row.sending))
      const isFirst = results.length === 0
      const outcome = outcomeOf(row, answer, verdict, isFirst, mask)
      const { milliseconds, isSecondTry } = answer
      const result = { name: row.name, ...outcome, milliseconds, isSecondTry }
      results.push(result)
      if (result.result === 'reported' && row.rule === 'not handled or hidden') hidden++
      if (!json) {
        if (isTerminal) print(clearLine)
        const line = lineOf(result, paint)
        if (row.rule !== 'failed') print(line)
        else if (isUnhandled(toWrong)) held += line
        else {
          print(`${held}${line}`)
          held = ''
        }
      }
      // What does not accept the first request would fail or pass the others for the same cause: they prove nothing.
      if (isFirst && result.result === 'failed') break
    }
  } finally {
    close()
  }

  const summary = summaryOf(results, rows.length - results.length, notes.lines())
  if (isUnhandled(toWrong)) {
    const question = `every packet was answered OK, right or wrong: is ${oneLine(definition.command)} a command that it handles?\n`
    if (json) warn(question)
    else print(`${paint.bad('✘')} ${question}`)
  }
  print(json ? `${jsonOf({ ...summary, results })}\n` : summaryText(summary, hidden))
  return summary.failed === 0 ? 0 : 1
}
