import { summaryOf, summaryText, type Result } from './check-summary'
import { chosenBy } from './chosen'
import type { Environment, ExitCode } from './environment'
import { oneLine } from './foreign'
import { checkHelp } from './help'
import { jsonOf } from './json'
import { judge, type Verdict } from './judge'
import { createNotes } from './notes'
import { endpoint, fromUser, parseCommandLine, requestOptions, required } from './options'
import { outcomeOf } from './outcome'
import { paintFor, type Paint } from './paint'
import { rowsOf } from './rows'
import { maskOf } from './secrets'
import { parametersOf, secretsOf } from './sending'
import { tokenOf } from './token'

const lineOf = ({ name, result, reason, advice }: Result, paint: Paint): string => {
  if (result === 'passed') return `${paint.good('✔')} ${name}\n`
  // What is for the person to decide is counted in one line at the end.
  return result === 'failed' ? `${paint.bad('✘')} ${name}: ${reason}; ${advice}\n` : ''
}

/** An endpoint answers OK to commands that it does not handle, and does not look at their packets. */
const isUnhandled = (toWrong: ReadonlyArray<Verdict['kind']>): boolean =>
  toWrong.length > 0 && toWrong.every((kind) => kind === 'ok')

/** Prints lines. Those of wrong packets wait as long as the command may not be handled, in whose place one says why. */
const createLines = (print: Environment['print']) => {
  let held = ''
  const add = (line: string, isOfWrongPacket: boolean, mayBeUnhandled: boolean): void => {
    if (isOfWrongPacket && mayBeUnhandled) {
      held += line
      return
    }
    print(isOfWrongPacket ? `${held}${line}` : line)
    if (isOfWrongPacket) held = ''
  }
  return { add }
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
  const lines = createLines(print)
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
      if (!json) {
        if (isTerminal) print(clearLine)
        lines.add(lineOf(result, paint), row.rule === 'failed', isUnhandled(toWrong))
      }
      // What does not accept the first request would fail or pass the others for the same cause: they prove nothing.
      if (isFirst && result.result === 'failed') break
    }
  } finally {
    close()
  }

  const summary = summaryOf(results, rows.length - results.length, notes.lines())
  const hidden = results.filter(({ result }, i) => result === 'reported' && rows[i]?.rule === 'not handled or hidden')
  if (isUnhandled(toWrong)) {
    const question = `every packet was answered OK, right or wrong: is ${oneLine(definition.command)} a command that it handles?\n`
    if (json) warn(question)
    else print(`${paint.bad('✘')} ${question}`)
  }
  print(json ? `${jsonOf({ ...summary, results })}\n` : summaryText(summary, hidden.length))
  return summary.failed === 0 ? 0 : 1
}
