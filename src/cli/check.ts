import { parseArgs } from 'node:util'
import type { AnyCallbackDefinition } from 'tencent-im-callbacks'
import {
  genuineRequests,
  hostileRequests,
  type HostileRequest,
  type RequestOptions
} from 'tencent-im-callbacks/testing'
import { exampleOf } from './definitions'
import type { Environment, ExitCode } from './environment'
import { checkHelp } from './help'
import { judge, type Verdict } from './judge'
import { defaultCommand, endpoint, fromUser, requestOptions, required } from './options'
import { paintFor, type Paint } from './paint'
import type { Answered, Sending, Unanswered } from './post'
import { parametersOf, sendingTo, shown, signOf } from './sending'

/**
 * What has to come back: OK; FAIL, in an answer that Tencent understands; any answer but OK; or any that Tencent
 * understands, where it is for the app to decide.
 */
type Rule = 'handled' | 'failed' | 'not handled' | 'undecided'

interface Check {
  readonly name: string
  readonly rule: Rule
  readonly advice: string
  readonly sending: Sending
}

interface Result {
  readonly name: string
  readonly result: 'passed' | 'failed' | 'reported'
  readonly reason: string
  readonly advice: string
  readonly milliseconds: number
}

/**
 * Tencent never sees the answers to what strangers send. Whatever is for this app may be from Tencent, and then the
 * endpoint would count as broken.
 */
const ruleFor = (expected: HostileRequest['expected']): Rule => {
  switch (expected) {
    case 'MethodNotAllowed':
    case 'InvalidParameters':
    case 'SdkAppIdMismatch':
    case 'AuthenticationFailed':
      return 'not handled'
    case 'MalformedBody':
    case 'CommandMismatch':
    case 'InvalidPacket':
      return 'failed'
    case 'UnexpectedCommand':
      return 'undecided'
  }
}

type Outcome = Omit<Result, 'name' | 'milliseconds'>

const passed: Outcome = { result: 'passed', reason: '', advice: '' }

const wanted: Readonly<Record<Rule, ReadonlyArray<Verdict['kind']>>> = {
  handled: ['ok'],
  failed: ['fail'],
  'not handled': ['fail', 'wrong'],
  undecided: []
}

const outcomeOf = ({ rule, advice }: Check, answer: Answered | Unanswered, verdict: Verdict): Outcome => {
  const { kind, errorInfo } = verdict
  if (wanted[rule].includes(kind)) return passed
  if (kind === 'wrong' || kind === 'unanswered') {
    // Where it should have been accepted, to refuse it in another way is no help.
    const isRefused = rule === 'handled' && answer._tag === 'Answered' && answer.status >= 400
    return { result: 'failed', reason: verdict.reason, advice: isRefused ? advice : verdict.advice }
  }
  const reason = kind === 'ok' ? 'it was answered OK' : `it was answered FAIL (${errorInfo})`
  return { result: rule === 'undecided' ? 'reported' : 'failed', reason, advice }
}

/** What the reason hints at where already the documented request is refused. */
const hints: ReadonlyArray<readonly [RegExp, string]> = [
  [/^HTTP 40[45]/, 'is it this path?'],
  [/^HTTP 5/, 'look into the log of the server'],
  [/^HTTP 401|Authentication failed/, 'is --token that of the server?'],
  [/Unexpected command/, 'is --command one that it handles?'],
  [/Malformed body/, 'does the server read the body?']
]

const lineOf = ({ name, result, reason, advice }: Result, paint: Paint): string => {
  if (result === 'passed') return `${paint.good('✔')} ${name}\n`
  return `${result === 'failed' ? paint.bad('✘') : '•'} ${name}: ${reason}; ${advice}\n`
}

const numberOf = (results: ReadonlyArray<Result>, result: Result['result']): number =>
  results.filter((one) => one.result === result).length

const clearLine = '\r\x1b[2K'

/** Everything that is sent, in this order. In the end the endpoint has to be as well as it was at first. */
const checksOf = (typed: URL, definition: AnyCallbackDefinition, options: RequestOptions): ReadonlyArray<Check> => {
  const genuine = genuineRequests(definition, options).map(({ name, request, advice }): Check => ({
    name: `accepts ${name}`,
    rule: 'handled',
    advice,
    sending: sendingTo(typed, request)
  }))
  const hostile = hostileRequests(definition, options).map(({ name, request, advice, expected }): Check => ({
    name: expected === 'UnexpectedCommand' ? name : `refuses ${name}`,
    rule: ruleFor(expected),
    advice,
    sending: sendingTo(typed, request)
  }))
  const last = genuine.slice(0, 1).map((first): Check => ({
    ...first,
    name: `still ${first.name}`,
    advice: 'look into the log of the server'
  }))
  return [...genuine, ...hostile, ...last]
}

/** `check URL`: everything that Tencent and others may send. */
export const check = async (args: ReadonlyArray<string>, environment: Environment): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: requestOptions })
  const { print, now, timeout } = environment
  if (values.help === true) {
    print(checkHelp)
    return 0
  }
  const { token, command = defaultCommand, json = false } = values
  const typed = endpoint(positionals)
  const sdkAppId = required('--sdk-app-id', values['sdk-app-id'])
  const { definition } = exampleOf(command)
  const checks = fromUser(() =>
    checksOf(typed, definition, { sdkAppId, token, now, extraParameters: parametersOf(typed) })
  )

  const paint = paintFor(environment)
  const { post, close } = environment.connect(1)
  const results: Array<Result> = []
  for (const one of checks) {
    if (environment.isTerminal && !json) {
      print(`${clearLine}${paint.dim(`${String(results.length + 1)} of ${String(checks.length)}: ${one.name}`)}`)
    }
    const answer = await post(one.sending)
    const outcome = outcomeOf(one, answer, judge(answer, timeout, definition))
    const isEnd = results.length === 0 && outcome.result === 'failed'
    const advice = (isEnd && hints.find(([hint]) => hint.test(outcome.reason))?.[1]) || outcome.advice
    const reason = shown(outcome.reason, [token, signOf(one.sending)])
    const result = { name: one.name, ...outcome, reason, advice, milliseconds: answer.milliseconds }
    results.push(result)
    if (!json) print(`${environment.isTerminal ? clearLine : ''}${lineOf(result, paint)}`)
    // What does not accept the first request would fail or pass the others for the same cause: they prove nothing.
    if (isEnd) break
  }
  close()

  const summary = {
    passed: numberOf(results, 'passed'),
    failed: numberOf(results, 'failed'),
    reported: numberOf(results, 'reported'),
    notSent: checks.length - results.length,
    slowest: Math.max(...results.map(({ milliseconds }) => milliseconds))
  }
  if (json) print(`${JSON.stringify({ ...summary, results }, null, 2)}\n`)
  else {
    const more = summary.notSent === 0 ? '' : `, ${String(summary.notSent)} not sent`
    const { passed, failed, reported, slowest } = summary
    print(
      `\n${String(passed)} passed, ${String(failed)} failed, ${String(reported)} for you to decide${more}; ` +
        `the slowest answer took ${String(slowest)} ms\n`
    )
  }
  return summary.failed === 0 ? 0 : 1
}
