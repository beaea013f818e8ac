import { isLeft, left, right } from 'fp-ts/Either'
import type { Either } from 'fp-ts/lib/Either.js'
import { genuineCallback, type AnyCallbackDefinition, type Callback, type CallbackOf } from './callback'
import type { CallbackError } from './error'
import { readPacket } from './read-packet'
import { attempt } from './request/attempt'
import type { CallbackRequest } from './request/callback-request'
import { jsonBody } from './request/json-body'
import { queryOf } from './request/query'
import { readRequestId, readUrlParameters } from './request/url-parameters'
import { authenticationFailure, type Authenticate } from './verify/authenticate'
import { verifySdkAppId, type OwnSdkAppId } from './verify/verify-sdk-app-id'

/**
 * What an app has to say about itself.
 *
 * @category parsing
 * @since 0.1.0
 */
export interface CallbackConfig {
  /** The app's own SDKAppID: a callback for any other is refused. */
  readonly sdkAppId: OwnSdkAppId
  /** How to tell that Tencent sent the request, such as `tokenAuthentication({ token })`. Not checked by default. */
  readonly authenticate?: Authenticate | undefined
}

/**
 * Parses a request. It never throws, whatever the request holds.
 *
 * @category parsing
 * @since 0.1.0
 */
export type CallbackParser<A extends Callback> = (request: CallbackRequest) => Either<CallbackError, A>

const checkDefinitions = (definitions: ReadonlyArray<AnyCallbackDefinition | undefined>): void => {
  const commands = new Set(definitions.map((definition) => definition?.command))
  if (commands.size === 0 || commands.size < definitions.length || commands.has(undefined)) {
    throw new TypeError('parseCallback needs different definitions, such as BlocklistAdd')
  }
}

const isPost = (method: unknown): boolean => typeof method === 'string' && /^post$/i.test(method)

/**
 * Parses the callbacks of all commands that are given. TypeScript narrows the result by `callback.command`.
 *
 * The body is not read before the SDKAppID and the authentication are right: what a stranger sends never reaches
 * `JSON.parse`.
 *
 * @throws TypeError, when it is configured and never during a request: no definition, two of one command, or an own
 * SDKAppID that is none.
 * @category parsing
 * @since 0.1.0
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
export const parseCallback = <
  Definitions extends readonly [AnyCallbackDefinition, ...ReadonlyArray<AnyCallbackDefinition>]
>(
  ...definitions: Definitions
) => {
  checkDefinitions(definitions)

  return ({ sdkAppId, authenticate, ...others }: CallbackConfig): CallbackParser<CallbackOf<Definitions[number]>> => {
    const verify = verifySdkAppId(sdkAppId)
    const isFunction = authenticate === undefined || typeof authenticate === 'function'
    // A token that is given under another name would never be looked at.
    if (!isFunction || Object.keys(others).length > 0) {
      throw new TypeError('the settings are sdkAppId and authenticate, such as tokenAuthentication({ token })')
    }

    return (request) => {
      const method = attempt(() => request.method)
      if (method !== undefined && !isPost(method)) return left({ _tag: 'MethodNotAllowed' })

      const { documented, values } = queryOf(request)
      const parameters = readUrlParameters(documented)
      if (isLeft(parameters)) return parameters

      const own = verify(parameters.right)
      if (isLeft(own)) return own

      const failure = authenticate && authenticationFailure(authenticate, values)
      if (failure !== undefined) return left(failure)

      const { CallbackCommand } = own.right
      // Cheaper than a Map, which would hash a text that it has never seen before.
      const definition = definitions.find(({ command }) => command === CallbackCommand)
      if (definition === undefined) return left({ _tag: 'UnexpectedCommand', received: CallbackCommand })

      const json = jsonBody(attempt(() => request.body))
      if (isLeft(json)) return json

      const packet = readPacket(definition, json.right)
      if (isLeft(packet)) return packet

      return right(genuineCallback(CallbackCommand, own.right, packet.right, readRequestId(documented)))
    }
  }
}
