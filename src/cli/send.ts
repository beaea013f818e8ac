import { callbackRequest } from 'tencent-im-callbacks/testing'
import { askedBy } from './asked'
import { chosenBy, defaultCommand, givenCommand } from './chosen'
import type { Chosen } from './definitions'
import type { Environment, ExitCode } from './environment'
import { cut, oneLine, quoted, visible } from './foreign'
import { sendHelp } from './help'
import { jsonOf } from './json'
import { isGood } from './judge'
import { notesText } from './notes'
import { endpoint, fromUser, parseCommandLine, requestOptions, required, wholeNumber } from './options'
import { paintFor } from './paint'
import type { Sending } from './post'
import { secondTries } from './second-try'
import { maskOf } from './secrets'
import { isSigned, parametersOf, secretsOf, sendingTo, shownUrl } from './sending'
import { createTally } from './tally'
import { tokenOf } from './token'
import { fromPairs, fromText } from './typed-packet'
import { UsageError } from './usage-error'

interface Typed {
  readonly pair?: ReadonlyArray<string> | undefined
  readonly text?: string | undefined
  readonly packet?: string | undefined
  readonly command?: string | undefined
}

/** What to send. */
const chosenFrom = async (typed: Typed, environment: Environment): Promise<Chosen> => {
  const { pair, text, packet } = typed
  if ([pair, text, packet].filter((one) => one !== undefined).length > 1) {
    throw new UsageError('Give one of --pair, --text and --packet')
  }
  const command = givenCommand(typed) ?? defaultCommand
  if (pair !== undefined) return fromPairs(pair, command)
  return text === undefined ? chosenBy(typed, environment) : fromText(text, command)
}

/** Does something `count` times, at most `concurrency` at a time. */
const repeat = async (count: number, concurrency: number, once: () => Promise<void>): Promise<void> => {
  let left = count
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left--
      await once()
    }
  }
  await Promise.all(Array.from({ length: Math.min(count, concurrency) }, worker))
}

type Total = ReturnType<ReturnType<typeof createTally>['total']>

const requestText = (url: string, { method, headers, body }: Sending): string => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`${method} ${url}`, ...lines, '', visible(cut(String(body), 2000)), ''].join('\n')
}

const answerText = (answer: Total['answers'][number]): string => {
  const time = `${String(answer.milliseconds)} ms`
  if (answer._tag === 'Unanswered') return `no answer, ${time}\n`
  const type = oneLine(answer.contentType ?? 'no Content-Type')
  return `HTTP ${String(answer.status)}, ${type}, ${time}\n${quoted(answer.body)}`
}

const verdictText = ({ reason, advice, count }: Total['verdicts'][number], isOne: boolean): string =>
  `${isOne ? '' : `${String(count)}: `}${reason}${advice === '' ? '' : `; ${advice}`}\n`

/** `send URL`: one callback, once or often. */
export const send = async (args: ReadonlyArray<string>, environment: Environment): Promise<ExitCode> => {
  const { values, positionals } = parseCommandLine(args, {
    ...requestOptions,
    pair: { type: 'string', multiple: true },
    text: { type: 'string' },
    'client-ip': { type: 'string' },
    'opt-platform': { type: 'string' },
    'request-id': { type: 'string' },
    count: { type: 'string' },
    concurrency: { type: 'string' }
  })
  const { print, now, timeout } = environment
  if (values.help === true) {
    print(sendHelp)
    return 0
  }
  const { json = false } = values
  const typed = endpoint(positionals)
  const sdkAppId = required('--sdk-app-id', values['sdk-app-id'])
  const count = wholeNumber('--count', values.count ?? '1', 100_000)
  const concurrency = wholeNumber('--concurrency', values.concurrency ?? '1', 1000)
  const token = await tokenOf(values, environment)
  const chosen = await chosenFrom(values, environment)

  const build = (): Sending => {
    const options = {
      sdkAppId,
      packet: chosen.packet,
      clientIp: values['client-ip'],
      optPlatform: values['opt-platform'],
      requestId: values['request-id'],
      token,
      now,
      extraParameters: parametersOf(typed)
    }
    return fromUser(() => sendingTo(typed, callbackRequest(chosen.definition, options)))
  }

  const paint = paintFor(environment)
  const first = build()
  const url = shownUrl(typed, first)
  if (!json) print(`${requestText(url, first)}\n`)
  const { post, close } = environment.connect(concurrency)
  const tally = createTally(timeout, askedBy(chosen.definition, chosen.packet), isSigned(first))
  await repeat(count, concurrency, async () => {
    const sending = build()
    tally.add(await post(sending), maskOf(secretsOf(typed, token, sending)))
  }).finally(close)

  const { slowest, sentTwice, verdicts, answers, notes } = tally.total()
  if (json) {
    const { method, headers, body } = first
    print(
      `${jsonOf({ request: { method, url, headers, body }, sent: count, sentTwice, slowest, verdicts, answers, notes })}\n`
    )
  } else {
    if (count === 1) for (const answer of answers) print(`${paint.dim(answerText(answer))}\n`)
    else print(`${String(count)} sent, the slowest answer took ${String(slowest)} ms\n`)
    for (const verdict of verdicts) {
      print(`${isGood(verdict) ? paint.good('✔') : paint.bad('✘')} ${verdictText(verdict, count === 1)}`)
    }
    print(`${secondTries(sentTwice)}${notesText(notes)}`)
  }
  return verdicts.every(isGood) ? 0 : 1
}
