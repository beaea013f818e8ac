import { sign } from 'tencent-im-callbacks'
import type { Kept, Replay, Replayed } from '../../listen/api'
import { isObject } from '../../codec/json-object'
import { endpoint } from '../options'
import { parsedJson } from '../parsed-json'
import { UsageError } from '../usage-error'
import type { Came } from './came'
import { passedOn } from './headers'
import type { App, Receiver } from './receive'
import type { Store } from './store'
import { isUnreadable } from './unreadable'
import { joinTarget, nameOf, parameterIn, splitTarget } from './target'

export interface Replaying {
  readonly store: Store
  readonly receiver: Pick<Receiver, 'replay'>
  readonly token: string | undefined
  readonly now: () => number
  readonly forwardTo: URL | undefined
  readonly appAt: (to: URL) => App
}

/** What the page asks for, or `undefined` where it is something else. */
const askedIn = (text = ''): Replay | undefined => {
  const value = parsedJson(text)
  if (!isObject(value)) return undefined
  const { id, body, to } = value
  const isRight =
    typeof id === 'number' &&
    (body === undefined || typeof body === 'string') &&
    (to === undefined || typeof to === 'string')
  return isRight ? { id, ...(body !== undefined && { body }), ...(to !== undefined && { to }) } : undefined
}

/** A request is stale after a minute, so it is signed anew. */
const signedAnew = (target: string, token: string | undefined, now: number): string => {
  if (token === undefined) {
    if (parameterIn(target, 'Sign') === undefined) return target
    throw new UsageError('The request was signed, and cannot be signed anew without --token')
  }
  const { path, parameters } = splitTarget(target)
  const others = parameters.filter((parameter) => !/^(?:sign|requesttime)$/i.test(nameOf(parameter)))
  const time = String(Math.floor(now / 1000))
  return joinTarget({ path, parameters: [...others, `RequestTime=${time}`, `Sign=${sign(token, time)}`] })
}

const bytesOf = ({ text, encoding, isCut }: Kept['request']['body']): Uint8Array => {
  if (isCut) throw new UsageError('Only the beginning of the body was kept: give another body')
  return Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8')
}

/** Sends a request again, as the page asks for it. */
export const createReplay = ({ store, receiver, token, now, forwardTo, appAt }: Replaying) => {
  const replay = async ({ id, body, to }: Replay): Promise<Kept> => {
    const kept = store.get(id)
    if (kept === undefined) throw new UsageError('The request is no longer kept')
    if (isUnreadable(kept)) throw new UsageError('There is no request to send: it was not one of HTTP')
    const url = to === undefined ? forwardTo : endpoint([to])
    if (url === undefined) throw new UsageError('Give the URL of your endpoint: there is no --forward-to')
    const { method, target, headers } = kept.request
    const bytes = body === undefined ? bytesOf(kept.request.body) : Buffer.from(body)
    // What is typed in is not compressed.
    const passed = passedOn(headers, 'host', 'content-length', ...(body === undefined ? [] : ['content-encoding']))
    const came: Came = {
      method,
      target: signedAnew(target, token, now()),
      headers: [['Host', url.host], ...passed, ['Content-Length', String(bytes.length)]],
      body: { bytes, length: bytes.length }
    }
    return receiver.replay(came, id, appAt(url))
  }

  return async (text: string | undefined): Promise<Replayed> => {
    const wanted = askedIn(text)
    if (wanted === undefined) return { error: 'The request must be JSON with an id' }
    try {
      return { kept: await replay(wanted) }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      return { error: error.message }
    }
  }
}
