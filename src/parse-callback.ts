import { isLeft, left, right } from 'fp-ts/Either'
import type { Either } from 'fp-ts/lib/Either.js'
import type { Callback } from './callback'
import { isObject } from './codec/json-object'
import type { AnyDefinition, CallbackOf, Definition } from './definition'
import type { CallbackError, InternalError, UnhandledCommand } from './error'
import { checkOptions } from './options'
import { maxCommandLength, readPacket } from './read-packet'
import type { CallbackRequest } from './request/callback-request'
import { jsonBody } from './request/json-body'
import { queryOf, type Query } from './request/query'
import { readUrl, type ReadUrl } from './request/url-parameters'
import { excerpt, kindOf } from './text'
import { checkAuthenticity, type Authenticate } from './verify/authenticate'
import { verifySdkAppId, type OwnSdkAppId } from './verify/verify-sdk-app-id'

/** Options of a parser. */
export interface CallbackConfig {
  /** Your SDKAppID. A callback for another app is refused. */
  readonly sdkAppId: OwnSdkAppId
  /** How to check that Tencent sent the request, such as `tokenAuthentication({ token })`. Not checked by default. */
  readonly authenticate?: Authenticate | undefined
}

/** Parses a request. It never throws, whatever the request holds. */
export type CallbackParser<A extends Callback> = (request: CallbackRequest) => Either<CallbackError, A>

export const checkConfig = (config: CallbackConfig, more: ReadonlyArray<string> = []): void => {
  checkOptions(config, ['sdkAppId', 'authenticate', ...more], { token: 'authenticate: tokenAuthentication({ token })' })
  if (config.authenticate !== undefined && typeof config.authenticate !== 'function') {
    throw new TypeError('authenticate must be a function, such as tokenAuthentication({ token })')
  }
}

const isDefinition = (u: unknown): u is AnyDefinition => isObject(u) && 'replyCodec' in u

/** @throws TypeError that begins with `rule` and names what was given, if that is not a definition. */
export function checkDefinition(rule: string, given: unknown): asserts given is AnyDefinition {
  if (isDefinition(given)) return
  const got = given === undefined ? 'nothing: is it exported?' : kindOf(given)
  throw new TypeError(`${rule}, such as BlocklistAdd; got ${got}`)
}

/** `name` is the function that takes them. */
export const checkDefinitions = (name: string, definitions: ReadonlyArray<unknown>): void => {
  const commands = new Set<string>()
  for (const definition of definitions) {
    if (Array.isArray(definition)) throw new TypeError(`Pass definitions as arguments: ${name}(A, B)`)
    checkDefinition(`${name} takes definitions`, definition)
    const { command } = definition
    if (commands.has(command)) throw new TypeError(`${command} is given twice`)
    commands.add(command)
  }
  if (commands.size === 0) throw new TypeError(`${name} needs at least one definition, such as BlocklistAdd`)
}

/** A getter of the request object threw, which is not Tencent's mistake. */
const unreadable = (cause: unknown): Either<InternalError, never> =>
  left({ _tag: 'InternalError', in: 'request', cause })

// Not by `toUpperCase`, for which a long s is an S.
const isPost = (method: unknown): boolean => typeof method === 'string' && /^post$/i.test(method)

/** Checks everything about a request that its URL can tell. The body is not looked at before this is right. */
export const checkUrl = (config: CallbackConfig): ((request: CallbackRequest) => Either<CallbackError, ReadUrl>) => {
  const { sdkAppId, authenticate } = config
  const verify = verifySdkAppId(sdkAppId)

  return (request) => {
    let method: unknown
    let query: Query
    try {
      method = request.method
      query = queryOf(request)
    } catch (cause) {
      return unreadable(cause)
    }
    if (method !== undefined && !isPost(method)) return left({ _tag: 'MethodNotAllowed' })

    const url = readUrl(query)
    if (isLeft(url)) return url

    const own = verify(url.right.parameters)
    if (isLeft(own)) return own

    if (authenticate !== undefined) {
      const authentic = checkAuthenticity(authenticate, query, own.right.SdkAppid)
      if (isLeft(authentic)) return authentic
    }
    return url
  }
}

/** The error that nobody handles the command of a genuine request. */
export const unhandled = ({ parameters }: ReadUrl): UnhandledCommand => ({
  _tag: 'UnhandledCommand',
  received: excerpt(parameters.CallbackCommand, maxCommandLength)
})

/** Reads the packet of a genuine request. */
export const readCallback = <A extends Callback>(
  definition: AnyDefinition,
  { parameters, requestId }: ReadUrl,
  request: CallbackRequest
): Either<CallbackError, A> => {
  let json: Either<CallbackError, unknown>
  try {
    json = jsonBody(request.body)
  } catch (cause) {
    return unreadable(cause)
  }
  if (isLeft(json)) return json

  const packet = readPacket(definition, json.right)
  if (isLeft(packet)) return packet

  const { command } = definition
  // The definition's own text instead of an equal one in the URL, which would keep all of the URL in memory.
  parameters.CallbackCommand = command
  const callback = { command, parameters, packet: packet.right }
  // The one place where a callback gets its brand: everything about its request has been checked.
  return right((requestId === undefined ? callback : { ...callback, requestId }) as unknown as A)
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
  checkDefinitions('parseCallback', definitions)
  return parserOf(definitions)
}

const parserOf = <A extends Callback>(
  definitions: ReadonlyArray<AnyDefinition>
): ((config: CallbackConfig) => CallbackParser<A>) => {
  const byCommand = new Map(definitions.map((definition) => [definition.command, definition]))

  return (config) => {
    checkConfig(config)
    const check = checkUrl(config)

    return (request) => {
      const genuine = check(request)
      if (isLeft(genuine)) return genuine

      const { CallbackCommand } = genuine.right.parameters
      const definition = byCommand.get(CallbackCommand)
      if (definition === undefined) return left(unhandled(genuine.right))
      return readCallback(definition, genuine.right, request)
    }
  }
}

/** A parser of one command of this library, whose definition needs no check. */
/*#__NO_SIDE_EFFECTS__*/
export function parser<A extends Callback>(
  definition: Definition<A, unknown>
): (config: CallbackConfig) => CallbackParser<A> {
  return parserOf([definition])
}
