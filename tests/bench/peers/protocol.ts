import { add, sdkAppId } from '../../fixtures/blocklist'

/** The way that all peers share: no validation library has an opinion on it. What is checked is the peer's own business. */

export type Query = Readonly<Record<string, string | ReadonlyArray<string> | undefined>>

export type PeerRequest =
  { readonly url: string; readonly body: string } | { readonly query: Query; readonly body: object }

/** What a peer's schema has to make sure of. */
interface CheckedQuery {
  readonly SdkAppid: string
  readonly CallbackCommand: string
  readonly contenttype?: string | undefined
  readonly ClientIP?: string | undefined
  readonly OptPlatform?: string | undefined
}

interface Parameters {
  SdkAppid: number
  CallbackCommand: string
  contenttype?: string
  ClientIP?: string
  OptPlatform?: string
}

export interface CheckedPacket {
  readonly CallbackCommand: string
  readonly PairList: ReadonlyArray<{ readonly From_Account: string; readonly To_Account: string }>
}

type Reason =
  'InvalidParameters' | 'SdkAppIdMismatch' | 'UnexpectedCommand' | 'MalformedBody' | 'CommandMismatch' | 'InvalidPacket'

/** Of the same form as our own result. `details` is what the library says by default. */
export type Verdict =
  | { readonly _tag: 'Right'; readonly right: { readonly parameters: Parameters; readonly packet: CheckedPacket } }
  | { readonly _tag: 'Left'; readonly left: { readonly _tag: Reason; readonly details?: unknown } }

export type Peer = (request: PeerRequest) => Verdict

export const command = add
export const ownDigits = String(sdkAppId)

/** The largest is 2^53 - 1. */
export const isCanonical = (digits: string): boolean =>
  /^[1-9][0-9]*$/.test(digits) && Number.isSafeInteger(Number(digits))

const one = (parameters: URLSearchParams, name: string): string | undefined => parameters.get(name) ?? undefined

/** One value is a text, several are a list of them. */
const all = (parameters: URLSearchParams, name: string): Query[string] => {
  const values = parameters.getAll(name)
  return values.length > 1 ? values : values[0]
}

const queryOf = (url: string): Query => {
  const mark = url.indexOf('?')
  const hash = url.indexOf('#')
  const end = hash < 0 ? url.length : hash
  const parameters = new URLSearchParams(mark < 0 || mark > end ? '' : url.slice(mark, end))
  const SdkAppid = one(parameters, 'SdkAppid')
  const CallbackCommand = one(parameters, 'CallbackCommand')
  const contenttype = one(parameters, 'contenttype')
  const ClientIP = one(parameters, 'ClientIP')
  const OptPlatform = one(parameters, 'OptPlatform')
  // Nearly always there are five parameters, and these are the five. Then no repeat has to be looked for.
  const isPlain =
    parameters.size === 5 &&
    SdkAppid !== undefined &&
    CallbackCommand !== undefined &&
    contenttype !== undefined &&
    ClientIP !== undefined &&
    OptPlatform !== undefined
  if (isPlain) return { SdkAppid, CallbackCommand, contenttype, ClientIP, OptPlatform }
  return {
    SdkAppid: all(parameters, 'SdkAppid'),
    CallbackCommand: all(parameters, 'CallbackCommand'),
    contenttype: all(parameters, 'contenttype'),
    ClientIP: all(parameters, 'ClientIP'),
    OptPlatform: all(parameters, 'OptPlatform')
  }
}

export const readQuery = (request: PeerRequest): Query => ('url' in request ? queryOf(request.url) : request.query)

/** `undefined`, which JSON cannot say, where it is no JSON. */
export const readJson = ({ body }: PeerRequest): unknown => {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body.startsWith('\ufeff') ? body.slice(1) : body)
  } catch {
    return undefined
  }
}

export const refuse = (reason: Reason, details?: unknown): Verdict => ({
  _tag: 'Left',
  left: { _tag: reason, details }
})

export const refusePacket = (expected: string, json: unknown, details: unknown): Verdict => {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json)
  const named = isObject && 'CallbackCommand' in json ? json.CallbackCommand : undefined
  return refuse(typeof named === 'string' && named !== expected ? 'CommandMismatch' : 'InvalidPacket', details)
}

export const accept = (query: CheckedQuery, isAddress: (text: string) => boolean, packet: CheckedPacket): Verdict => {
  const { SdkAppid, CallbackCommand, contenttype, ClientIP, OptPlatform } = query
  const parameters: Parameters = { SdkAppid: Number(SdkAppid), CallbackCommand }
  if (contenttype !== undefined && contenttype !== '') parameters.contenttype = contenttype
  if (ClientIP !== undefined && isAddress(ClientIP)) parameters.ClientIP = ClientIP
  if (OptPlatform !== undefined && OptPlatform !== '') parameters.OptPlatform = OptPlatform
  return { _tag: 'Right', right: { parameters, packet } }
}
