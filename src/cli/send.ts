import { parseArgs } from 'node:util'
import { callbackRequest } from 'tencent-im-callbacks/testing'
import { definitionOf, exampleOf, type Chosen } from './definitions'
import type { Environment, ExitCode } from './environment'
import { sendHelp } from './help'
import { judge, type Verdict } from './judge'
import { defaultCommand, endpoint, fromUser, requestOptions, required, textOf, wholeNumber } from './options'
import { paintFor } from './paint'
import type { Answered, Sending, Unanswered } from './post'
import { abridged, parametersOf, sendingTo, shown, signOf } from './sending'
import { UsageError } from './usage-error'

const pairOf = (text: string) => {
  const colon = text.indexOf(':')
  if (colon < 0) throw new UsageError('--pair must be FROM:TO')
  return { From_Account: text.slice(0, colon), To_Account: text.slice(colon + 1) }
}

const objectOf = (json: string): object => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new UsageError('The packet is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError('The packet is not a JSON object')
  }
  return value
}

const fromFile = (json: string, given: string | undefined): Chosen => {
  const packet = objectOf(json)
  const own = 'CallbackCommand' in packet ? String(packet.CallbackCommand) : undefined
  return { definition: definitionOf(given ?? own ?? defaultCommand, own !== undefined), packet }
}

const fromPairs = (pairs: ReadonlyArray<string>, command: string): Chosen => {
  if (!command.startsWith('Sns.CallbackBlackList')) {
    throw new UsageError('--pair is for the blocklist commands: use --packet')
  }
  return { ...exampleOf(command), packet: { PairList: pairs.map(pairOf) } }
}

/** Does something `count` times, at most `concurrency` at a time. */
const repeat = async <A>(count: number, concurrency: number, once: () => Promise<A>): Promise<ReadonlyArray<A>> => {
  const results: Array<A> = []
  let left = count
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left--
      results.push(await once())
    }
  }
  await Promise.all(Array.from({ length: Math.min(count, concurrency) }, worker))
  return results
}

interface Counted extends Omit<Verdict, 'errorInfo'> {
  readonly count: number
}

const counted = (verdicts: ReadonlyArray<Verdict>): ReadonlyArray<Counted> => {
  const found = new Map<string, Counted>()
  for (const { kind, reason, advice } of verdicts) {
    found.set(reason, { kind, reason, advice, count: 1 + (found.get(reason)?.count ?? 0) })
  }
  return [...found.values()]
}

const requestText = ({ url, method, headers, body }: Sending): string => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`${method} ${url.href}`, ...lines, '', abridged(String(body)), ''].join('\n')
}

const answerText = (answer: Answered | Unanswered): string =>
  answer._tag === 'Answered'
    ? `HTTP ${String(answer.status)}, ${answer.contentType ?? 'no Content-Type'}, ${String(answer.milliseconds)} ms\n` +
      `${abridged(new TextDecoder().decode(answer.body))}\n`
    : `no answer, ${String(answer.milliseconds)} ms\n`

const asJson = (answer: Answered | Unanswered): object =>
  answer._tag === 'Answered' ? { ...answer, body: new TextDecoder().decode(answer.body) } : answer

/** `send URL`: one callback, once or often. */
export const send = async (args: ReadonlyArray<string>, environment: Environment): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...requestOptions,
      pair: { type: 'string', multiple: true },
      packet: { type: 'string' },
      'client-ip': { type: 'string' },
      'opt-platform': { type: 'string' },
      'request-id': { type: 'string' },
      count: { type: 'string' },
      concurrency: { type: 'string' }
    }
  })
  const { print, now, timeout } = environment
  if (values.help === true) {
    print(sendHelp)
    return 0
  }
  const { pair, packet: file, token, command } = values
  const typed = endpoint(positionals)
  const sdkAppId = required('--sdk-app-id', values['sdk-app-id'])
  const count = wholeNumber('--count', values.count ?? '1', 100_000)
  const concurrency = wholeNumber('--concurrency', values.concurrency ?? '1', 1000)
  if (pair !== undefined && file !== undefined) throw new UsageError('Give --pair or --packet, not both')
  const chosen =
    file !== undefined
      ? fromFile(await textOf(file, environment), command)
      : pair !== undefined
        ? fromPairs(pair, command ?? defaultCommand)
        : exampleOf(command ?? defaultCommand)

  const secrets = new Set<string | null | undefined>([token])
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
    const sending = fromUser(() => sendingTo(typed, callbackRequest(chosen.definition, options)))
    secrets.add(signOf(sending))
    return sending
  }
  const safe = (text: string): string => shown(text, [...secrets])

  const paint = paintFor(environment)
  const first = build()
  if (values.json !== true) print(`${safe(requestText(first))}\n`)
  const { post, close } = environment.connect(concurrency)
  const answers = await repeat(count, concurrency, () => post(build())).finally(close)
  const verdicts = counted(answers.map((answer) => judge(answer, timeout, chosen.definition)))
  const slowest = Math.max(...answers.map(({ milliseconds }) => milliseconds))

  if (values.json === true) {
    const { url, method, headers, body } = first
    const request = { method, url: url.href, headers, body }
    const report = { request, sent: count, slowest, verdicts, answers: answers.slice(0, 10).map(asJson) }
    print(`${safe(JSON.stringify(report, null, 2))}\n`)
  } else {
    if (count === 1) for (const answer of answers) print(`${paint.dim(safe(answerText(answer)))}\n`)
    else print(`${String(count)} sent, the slowest answer took ${String(slowest)} ms\n`)
    for (const { kind, reason, advice, count: times } of verdicts) {
      const line = `${count === 1 ? '' : `${String(times)}: `}${reason}${advice === '' ? '' : `; ${advice}`}`
      print(kind === 'ok' ? `${paint.good('✔')} ${line}\n` : `${paint.bad('✘')} ${line}\n`)
    }
  }
  return verdicts.every(({ kind }) => kind === 'ok') ? 0 : 1
}
