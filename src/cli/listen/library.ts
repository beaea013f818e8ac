import {
  failResponse,
  handleCallbacks,
  okResponse,
  parseCallback,
  tokenAuthentication,
  unreadBody,
  type AnyDefinition,
  type Answer,
  type Callback,
  type CallbackConfig,
  type CallbackRequest
} from 'tencent-im-callbacks'
import { isCompressed } from '../../adapters/compressed'
import { definitions } from '../definitions'
import { fromUser } from '../options'
import type { Came } from './came'
import { headerIn } from './headers'

/** How callbacks are answered where no app does. */
export type Choice = 'allow' | 'refuse' | 'fail'

export interface LibraryOptions {
  readonly sdkAppIds: readonly [string, ...ReadonlyArray<string>]
  readonly token: string | undefined
  readonly now: () => number
  readonly choice: Choice
}

/** What the doors of the library read at most. */
const limit = 1024 * 1024

const bodyFor = (came: Came): unknown => {
  const { bytes, length, problem } = came.body
  if (problem === 'aborted') return unreadBody('aborted')
  if (problem === 'noRoom' || length > limit) return unreadBody('tooLong')
  return isCompressed(headerIn(came.headers, 'content-encoding')) ? unreadBody('compressed') : bytes
}

/** A request as the library takes it. */
const requestFor = (came: Came): CallbackRequest => ({
  method: came.method,
  url: came.target,
  body: bodyFor(came)
})

/** The reply of a command by the choice. There is nothing to refuse of what has happened, or of a signal. */
const chosenReply = (definition: AnyDefinition, callback: Callback, choice: Choice): unknown => {
  const ways = definition.reply(callback) as Readonly<Record<string, (text?: string) => unknown>>
  const way = choice === 'refuse' && ways['refuse'] !== undefined ? 'refuse' : 'allow'
  return ways[way]?.() ?? ways['answer']?.('') ?? okResponse()
}

/** The library as an app uses it: what it makes of a request, and what it answers. */
export const createLibrary = ({ sdkAppIds, token, now, choice }: LibraryOptions) => {
  const authenticate = token === undefined ? undefined : tokenAuthentication({ token, now })
  const config: CallbackConfig = { sdkAppId: sdkAppIds, authenticate }
  const parse = fromUser(() => parseCallback(...definitions)(config))
  const routes = definitions.map((definition) => ({
    definition,
    run: (callback: Callback) => chosenReply(definition, callback, choice)
  }))
  const undecided = choice === 'refuse' ? 'refuse' : 'allow'
  const handle = handleCallbacks({ ...config, undecided, onProblem: () => undefined }, ...routes)
  const answer = async (request: CallbackRequest): Promise<Answer> =>
    choice === 'fail' ? failResponse('listen was told to answer FAIL') : handle(request)

  return async (came: Came) => {
    const request = requestFor(came)
    return { result: parse(request), answer: await answer(request) }
  }
}

export type Library = ReturnType<typeof createLibrary>
