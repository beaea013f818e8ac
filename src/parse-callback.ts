import { isLeft, left, right, tryCatch } from 'fp-ts/Either'
import type { Either } from 'fp-ts/lib/Either.js'
import type { Callback } from './callback'
import { isObject } from './codec/json-object'
import type { AnyDefinition, CallbackOf, Definition } from './definition'
import type { CallbackError, InternalError } from './error'
import { checkOptions } from './options'
import { maxCommandLength, readPacket } from './read-packet'
import type { CallbackRequest } from './request/callback-request'
import { jsonBody } from './request/json-body'
import { queryOf, type Query } from './request/query'
import { readUrlParameters, requestIdIn, type UrlParameters } from './request/url-parameters'
import { excerpt } from './text'
import { checkAuthenticity, type Authenticate } from './verify/authenticate'
import { verifySdkAppId, type OwnSdkAppId } from './verify/verify-sdk-app-id'

/** Options of a parser. */
export interface CallbackConfig {
  /** Your SDKAppID. A callback for another app is refused. */
  readonly sdkAppId: OwnSdkAppId
  /** How to tell that Tencent sent the request, such as `tokenAuthentication({ token })`. Not checked by default. */
  readonly authenticate?: Authenticate | undefined
}

/** Parses a request. It never throws, whatever the request holds. */
export type CallbackParser<A extends Callback> = (request: CallbackRequest) => Either<CallbackError, A>

/** What the URL of a genuine request says. */
export interface Genuine {
  readonly parameters: UrlParameters
  readonly query: Query
}

const checkConfig = (config: CallbackConfig): void => {
  checkOptions(config, ['sdkAppId', 'authenticate'], { token: 'authenticate: tokenAuthentication({ token })' })
  if (config.authenticate !== undefined && typeof config.authenticate !== 'function') {
    throw new TypeError('authenticate must be a function, such as tokenAuthentication({ token })')
  }
}

const isDefinition = (u: unknown): u is AnyDefinition => isObject(u) && 'replyCodec' in u

const checkDefinitions = (definitions: ReadonlyArray<unknown>): void => {
  const commands = new Set<string>()
  for (const definition of definitions) {
    if (Array.isArray(definition)) throw new TypeError('Pass definitions as arguments: parseCallback(A, B)')
    if (!isDefinition(definition)) throw new TypeError('parseCallback takes definitions, such as BlocklistAdd')
    const { command } = definition
    if (commands.has(command)) throw new TypeError(`${command} is given twice`)
    commands.add(command)
  }
  if (commands.size === 0) throw new TypeError('parseCallback needs at least one definition, such as BlocklistAdd')
}

/** Reads the request object, whose getters may throw: they are not Tencent's. */
const readFrom = <A>(read: () => A): Either<InternalError, A> =>
  tryCatch(read, (cause) => ({ _tag: 'InternalError', in: 'request', cause }))

// Not by `toUpperCase`, for which a long s is an S.
const isPost = (method: unknown): boolean => typeof method === 'string' && /^post$/i.test(method)

/** Checks everything about a request that its URL can tell. The body is not looked at before this is right. */
export const checkUrl = (config: CallbackConfig): ((request: CallbackRequest) => Either<CallbackError, Genuine>) => {
  checkConfig(config)
  const { sdkAppId, authenticate } = config
  const verify = verifySdkAppId(sdkAppId)

  return (request) => {
    const read = readFrom(() => ({ method: request.method, query: queryOf(request) }))
    if (isLeft(read)) return read
    const { method, query } = read.right
    if (method !== undefined && !isPost(method)) return left({ _tag: 'MethodNotAllowed' })

    const parameters = readUrlParameters(query)
    if (isLeft(parameters)) return parameters

    const own = verify(parameters.right)
    if (isLeft(own)) return own

    if (authenticate !== undefined) {
      const authentic = checkAuthenticity(authenticate, query, own.right.SdkAppid)
      if (isLeft(authentic)) return authentic
    }
    return right({ parameters: own.right, query })
  }
}

/** Reads the packet of a genuine request. */
export const readCallback = <A extends Callback>(
  definition: AnyDefinition,
  { parameters, query }: Genuine,
  request: CallbackRequest
): Either<CallbackError, A> => {
  const body = readFrom(() => jsonBody(request.body))
  if (isLeft(body)) return body
  const json = body.right
  if (isLeft(json)) return json

  const packet = readPacket(definition, json.right)
  if (isLeft(packet)) return packet

  const { command } = definition
  const requestId = requestIdIn(query)
  const callback = {
    command,
    // The definition's own text: the one in the URL would keep all of the URL in memory.
    parameters: { ...parameters, CallbackCommand: command },
    packet: packet.right,
    ...(requestId !== undefined && { requestId })
  }
  // The one place where a callback gets its brand: everything about its request has been checked.
  return right(callback as unknown as A)
}

/**
 * Parses the callbacks of all commands that are given. TypeScript narrows the result by `callback.command`.
 *
 * The body is not parsed before the SDKAppID and the authentication are right: what a stranger sends never reaches
 * `JSON.parse`.
 *
 * @throws TypeError that names the mistake, if definitions or options are wrong.
 * @example
 * import assert from 'node:assert/strict'
 * import { BlocklistAdd, BlocklistDelete, parseCallback } from 'tencent-im-callbacks'
 *
 * const parse = parseCallback(BlocklistAdd, BlocklistDelete)({ sdkAppId: 1400000000 })
 * const result = parse({
 *   url: '/?SdkAppid=1400000000&CallbackCommand=Sns.CallbackBlackListDelete',
 *   body: '{ "CallbackCommand": "Sns.CallbackBlackListDelete", "PairList": [] }'
 * })
 *
 * assert.equal(result._tag === 'Right' && result.right.command, 'Sns.CallbackBlackListDelete')
 */
export const parseCallback = <Definitions extends readonly [AnyDefinition, ...ReadonlyArray<AnyDefinition>]>(
  ...definitions: Definitions
): ((config: CallbackConfig) => CallbackParser<CallbackOf<Definitions[number]>>) => {
  checkDefinitions(definitions)
  const byCommand = new Map(definitions.map((definition) => [definition.command, definition]))

  return (config) => {
    const check = checkUrl(config)

    return (request) => {
      const genuine = check(request)
      if (isLeft(genuine)) return genuine

      const { CallbackCommand } = genuine.right.parameters
      const definition = byCommand.get(CallbackCommand)
      if (definition === undefined) {
        return left({ _tag: 'UnhandledCommand', received: excerpt(CallbackCommand, maxCommandLength) })
      }
      return readCallback(definition, genuine.right, request)
    }
  }
}

/** A parser of one command. */
/*#__NO_SIDE_EFFECTS__*/
export function parser<A extends Callback>(
  definition: Definition<A, unknown>
): (config: CallbackConfig) => CallbackParser<A> {
  return parseCallback<[AnyDefinition]>(definition) as (config: CallbackConfig) => CallbackParser<A>
}
