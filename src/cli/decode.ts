import {
  describeError,
  parseCallback,
  type AnyCallbackDefinition,
  type Callback,
  type CallbackError
} from 'tencent-im-callbacks'
import { anyPacketOf, definitions } from './definitions'
import type { Environment, ExitCode } from './environment'
import { cut, oneLine } from './foreign'
import { decodeHelp } from './help'
import { jsonOf } from './json'
import { bytesOf, fromUser, parseCommandLine, utf8Of } from './options'
import { paintFor, type Paint } from './paint'
import { requestIn } from './pasted'
import type { PastedRequest } from './pasted/pasted-request'
import { UsageError } from './usage-error'

/** What a request says. What could not be checked is neither right nor wrong. */
interface Decoded {
  readonly verdict: 'right' | 'wrong' | 'unchecked'
  readonly heading: string
  readonly shown: object
}

type Definitions = readonly [AnyCallbackDefinition, ...ReadonlyArray<AnyCallbackDefinition>]

/** A parser for the app that the person names, else for the one that the URL names. */
const parserFor = (told: string | undefined) => (expected: Definitions, request: PastedRequest) => {
  const parse = parseCallback(...expected)
  const result = fromUser(() => parse({ sdkAppId: told ?? 1 }))(request)
  if (told !== undefined || result._tag === 'Right' || result.left._tag !== 'SdkAppIdMismatch') return result
  return parse({ sdkAppId: result.left.received })(request)
}

type Parse = ReturnType<typeof parserFor>

const wrong = (error: CallbackError): Decoded => ({ verdict: 'wrong', heading: describeError(error), shown: error })

/** What is wrong is said as ever, and what is not was not checked. */
const unchecked = (result: ReturnType<Parse>, say: (callback: Callback) => Omit<Decoded, 'verdict'>): Decoded =>
  result._tag === 'Left' ? wrong(result.left) : { verdict: 'unchecked', ...say(result.right) }

/** What the URL says, if that is all there is. */
const withoutBody = (parse: Parse, commands: Definitions, request: PastedRequest): Decoded => {
  const [first, ...others] = commands
  const anyPacket = ({ command }: AnyCallbackDefinition) => anyPacketOf(command, false)
  const result = parse([anyPacket(first), ...others.map(anyPacket)], { ...request, body: {} })
  return unchecked(result, ({ command, parameters }) => ({
    heading: `${command}: the URL is right, and the body is not in the text`,
    shown: { command, parameters }
  }))
}

const ofUnknown = (parse: Parse, command: string, request: PastedRequest): Decoded => {
  const definition = anyPacketOf(command, true)
  if (request.body === undefined) return withoutBody(parse, [definition], request)
  const strict = parse([definition], request)
  // Some packets do not carry their command.
  const isOther = strict._tag === 'Left' && strict.left._tag === 'InvalidPacket'
  const result = isOther ? parse([anyPacketOf(command, false)], request) : strict
  return unchecked(result, (callback) => ({
    heading: `${command}: this library does not know the command, and shows its packet unchecked`,
    shown: callback
  }))
}

const decoded = (parse: Parse, request: PastedRequest): Decoded => {
  const result = parse(definitions, request)
  if (result._tag === 'Right') return { verdict: 'right', heading: result.right.command, shown: result.right }
  const { left } = result
  if (left._tag === 'UnexpectedCommand') return ofUnknown(parse, left.received, request)
  const isMissing = left._tag === 'MalformedBody' && request.body === undefined
  return isMissing ? withoutBody(parse, definitions, request) : wrong(left)
}

const marks = {
  right: ({ good }: Paint) => good('✔'),
  wrong: ({ bad }: Paint) => bad('✘'),
  unchecked: () => '?'
} as const

const codes = { right: 0, wrong: 1, unchecked: 3 } as const

const names = { right: 'callback', wrong: 'error', unchecked: 'unchecked' } as const

/** The request in the bytes of a file. Where these are not UTF-8, its body is bytes, too, for the parser to refuse. */
const foundIn = (bytes: Uint8Array) => {
  const text = utf8Of(bytes)
  const found = requestIn(text ?? Buffer.from(bytes).toString('latin1'))
  if (found === undefined) {
    throw new UsageError('Line 1 is not a URL, and there is no request in the text: give its URL, and its body below')
  }
  const { body } = found.request
  const isText = text !== undefined || typeof body !== 'string'
  return isText ? found : { ...found, request: { ...found.request, body: Buffer.from(body, 'latin1') } }
}

/** `decode [FILE]`: what a request that was logged says. */
export const decode = async (args: ReadonlyArray<string>, environment: Environment): Promise<ExitCode> => {
  const { values, positionals } = parseCommandLine(args, {
    'sdk-app-id': { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' }
  })
  const { print, warn } = environment
  if (values.help === true) {
    print(decodeHelp)
    return 0
  }
  const [file = '-', ...more] = positionals
  if (more.length > 0) throw new UsageError('Give one file')
  const parse = parserFor(values['sdk-app-id'])
  if (file === '-' && environment.isTerminal) warn('Paste the request, and Ctrl-D at the end\n')

  const { request, hasMore } = foundIn(await bytesOf(file, environment))
  const { verdict, heading, shown } = decoded(parse, request)
  if (hasMore) warn('There are more requests in the text: this is the first\n')
  if (values.json === true) {
    print(`${jsonOf({ [names[verdict]]: shown, ...(verdict !== 'right' && { description: heading }) })}\n`)
  } else {
    print(`${marks[verdict](paintFor(environment))} ${oneLine(heading)}\n${cut(jsonOf(shown), 100_000)}\n`)
  }
  return codes[verdict]
}
