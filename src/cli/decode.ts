import {
  describeError,
  parseCallback,
  type AnyDefinition,
  type Callback,
  type CallbackError
} from 'tencent-im-callbacks'
import { isObject } from '../codec/json-object'
import { isNonEmptyText } from '../codec/non-empty-text'
import { isBase64OfJson } from './base64'
import { anyPacketOf, definitionOf, definitions } from './definitions'
import type { Environment, ExitCode } from './environment'
import { cut, oneLine } from './foreign'
import { decodeHelp } from './help'
import { jsonOf } from './json'
import { bytesOf, fromUser, parseCommandLine, utf8Of } from './options'
import { paintFor, type Paint } from './paint'
import { parsedJson } from './parsed-json'
import { requestIn } from './pasted'
import type { PastedRequest } from './pasted/pasted-request'
import { unknownFieldsOf } from './unknown-fields'
import { UsageError } from './usage-error'

/** What a request says. What could not be checked is neither right nor wrong. */
interface Decoded {
  readonly verdict: 'right' | 'wrong' | 'unchecked'
  readonly heading: string
  readonly shown: object
  /** Fields of the packet that this library does not know. */
  readonly unknownFields?: ReadonlyArray<string>
}

type Definitions = readonly [AnyDefinition, ...ReadonlyArray<AnyDefinition>]

/** A parser for the app that the person names, else for the one that the URL names. */
const parserFor = (told: string | undefined) => (expected: Definitions, request: PastedRequest) => {
  const parse = parseCallback(...expected)
  const result = fromUser(() => parse({ sdkAppId: told ?? 1 }))(request)
  if (told !== undefined || result._tag === 'Right' || result.left._tag !== 'SdkAppIdMismatch') return result
  return parse({ sdkAppId: result.left.received })(request)
}

type Parse = ReturnType<typeof parserFor>

const wrong = (error: CallbackError, { body }: PastedRequest): Decoded => {
  const isBase64 = error._tag === 'MalformedBody' && error.reason === 'json' && isBase64OfJson(body)
  const heading = `${describeError(error)}${isBase64 ? ', but base64 of JSON: decode it first' : ''}`
  return { verdict: 'wrong', heading, shown: error }
}

/** What is wrong is said as ever, and what is not was not checked. */
const unchecked = (
  result: ReturnType<Parse>,
  request: PastedRequest,
  say: (callback: Callback) => Omit<Decoded, 'verdict'>
): Decoded => (result._tag === 'Left' ? wrong(result.left, request) : { verdict: 'unchecked', ...say(result.right) })

const anyPacket = ({ command }: AnyDefinition) => anyPacketOf(command, 'absent')

const withAnyPacket = ([first, ...others]: Definitions): Definitions => [anyPacket(first), ...others.map(anyPacket)]

/** What the URL says, if that is all there is. */
const withoutBody = (parse: Parse, commands: Definitions, request: PastedRequest): Decoded => {
  const result = parse(withAnyPacket(commands), { ...request, body: {} })
  return unchecked(result, request, ({ packet: _none, ...shown }) => ({
    heading: `${shown.command}: the URL is right, and the body is not in the text`,
    shown
  }))
}

const ofUnknown = (parse: Parse, command: string, request: PastedRequest): Decoded => {
  // Some packets do not carry their command.
  const definition = anyPacketOf(command, 'optional')
  if (request.body === undefined) return withoutBody(parse, [definition], request)
  return unchecked(parse([definition], request), request, (callback) => ({
    heading: `${command}: this library does not know the command, and shows its packet unchecked`,
    shown: callback
  }))
}

const unknownIn = ({ command, packet }: Callback): ReadonlyArray<string> =>
  unknownFieldsOf(definitionOf(command, 'absent').packet, packet)

const decoded = (parse: Parse, request: PastedRequest): Decoded => {
  const result = parse(definitions, request)
  if (result._tag === 'Right') {
    const callback = result.right
    return { verdict: 'right', heading: callback.command, shown: callback, unknownFields: unknownIn(callback) }
  }
  const { left } = result
  if (left._tag === 'UnhandledCommand') return ofUnknown(parse, left.received, request)
  if (left._tag === 'MalformedBody' && request.body === undefined) return withoutBody(parse, definitions, request)
  if (left._tag !== 'InvalidPacket') return wrong(left, request)
  // A field that is missing may have another name now.
  const any = parse(withAnyPacket(definitions), request)
  return any._tag === 'Right' ? { ...wrong(left, request), unknownFields: unknownIn(any.right) } : wrong(left, request)
}

/** What a packet says, if that is all there is: its URL is made up. */
const withoutUrl = (command: string, packet: object): Decoded => {
  const url = `/?SdkAppid=1&CallbackCommand=${encodeURIComponent(command)}`
  const found = decoded(parserFor(undefined), { method: undefined, url, body: packet })
  if (found.verdict === 'wrong') return found
  const heading =
    found.verdict === 'right' ? `${command}: the packet is right, and the URL is not in the text` : found.heading
  return { ...found, verdict: 'unchecked', heading, shown: packet }
}

const maxNamed = 20

const unknownText = (fields: ReadonlyArray<string> = []): string => {
  if (fields.length === 0) return ''
  const named = fields.slice(0, maxNamed).map(oneLine).join(', ')
  const more = fields.length > maxNamed ? `, and ${String(fields.length - maxNamed)} more` : ''
  return `? this library does not know ${fields.length === 1 ? 'the field' : 'the fields'} ${named}${more}\n`
}

const marks = {
  right: ({ good }: Paint) => good('✔'),
  wrong: ({ bad }: Paint) => bad('✘'),
  unchecked: () => '?'
} as const

const codes = { right: 0, wrong: 1, unchecked: 3 } as const

const names = { right: 'callback', wrong: 'error', unchecked: 'unchecked' } as const

const noRequest = 'Line 1 is not a URL, and there is no request in the text: give its URL, and its body below'

/**
 * What the bytes of a file say, and whether there is more in them. Where they are not UTF-8, the body is bytes, too, for the
 * parser to refuse.
 */
const decodedIn = (bytes: Uint8Array, parse: Parse): readonly [Decoded, boolean] => {
  const text = utf8Of(bytes)
  const found = requestIn(text ?? Buffer.from(bytes).toString('latin1'))
  if (found !== undefined) {
    const { request, hasMore } = found
    const { body } = request
    const isText = text !== undefined || typeof body !== 'string'
    return [decoded(parse, isText ? request : { ...request, body: Buffer.from(body, 'latin1') }), hasMore]
  }
  const packet = parsedJson(text ?? '')
  if (isObject(packet) && isNonEmptyText(packet['CallbackCommand'])) {
    return [withoutUrl(packet['CallbackCommand'], packet), false]
  }
  throw new UsageError(noRequest)
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

  const [{ verdict, heading, shown, unknownFields }, hasMore] = decodedIn(await bytesOf(file, environment), parse)
  if (hasMore) warn('There are more requests in the text: this is the first\n')
  if (values.json === true) {
    const description = verdict === 'right' ? undefined : heading
    print(`${jsonOf({ [names[verdict]]: shown, description, unknownFields })}\n`)
  } else {
    const mark = marks[verdict](paintFor(environment))
    print(`${mark} ${oneLine(heading)}\n${unknownText(unknownFields)}${cut(jsonOf(shown), 100_000)}\n`)
  }
  return codes[verdict]
}
