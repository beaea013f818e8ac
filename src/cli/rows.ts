import type { AnyCallbackDefinition } from 'tencent-im-callbacks'
import {
  genuineRequests,
  hostileRequests,
  type HostileRequest,
  type RequestTableOptions
} from 'tencent-im-callbacks/testing'
import type { Sending } from './post'
import { sendingTo } from './sending'

/**
 * What has to come back: an answer that Tencent takes for handled; FAIL, in an answer that Tencent understands; FAIL, or
 * what the app decides; any answer but OK; or any that Tencent understands, where it is for the app to decide.
 */
export type Rule = 'handled' | 'failed' | 'failed or decided' | 'not handled' | 'undecided'

/** A request to send, and how to judge what comes back. */
export interface Row {
  readonly name: string
  readonly rule: Rule
  readonly advice: string
  readonly sending: Sending
  /** Whether body parsers treat it otherwise than they treat the documented request. */
  readonly isForParsers: boolean
}

/**
 * Tencent never sees the answers to what strangers send. Whatever is for this app may be from Tencent, and then the
 * endpoint would count as broken. Before an event, what cannot be read may be let through as well as refused.
 */
const ruleFor = (expected: HostileRequest['expected'], { kind }: AnyCallbackDefinition): Rule => {
  switch (expected) {
    case 'MethodNotAllowed':
    case 'InvalidParameters':
    case 'SdkAppIdMismatch':
    case 'AuthenticationFailed':
      return 'not handled'
    case 'MalformedBody':
    case 'CommandMismatch':
    case 'InvalidPacket':
      return kind === 'after' ? 'failed' : 'failed or decided'
    case 'UnexpectedCommand':
      return 'undecided'
  }
}

/** What Express reads by default. */
const usualLimit = 100 * 1024

const isForParsers = ({ headers, body }: Sending): boolean =>
  headers['Content-Type'] !== 'application/json' || String(body).length > usualLimit

/** Everything that is sent, in this order. In the end the endpoint has to be as well as it was at first. */
export const rowsOf = (
  typed: URL,
  definition: AnyCallbackDefinition,
  options: RequestTableOptions<object>
): ReadonlyArray<Row> => {
  const genuine = genuineRequests(definition, options).map(({ name, request, advice }): Row => {
    const sending = sendingTo(typed, request)
    return { name: `accepts ${name}`, rule: 'handled', advice, sending, isForParsers: isForParsers(sending) }
  })
  const hostile = hostileRequests(definition, options).map(({ name, request, advice, expected }): Row => {
    const rule = ruleFor(expected, definition)
    return {
      name: rule === 'undecided' ? name : `refuses ${name}`,
      rule,
      advice,
      sending: sendingTo(typed, request),
      isForParsers: expected === 'MalformedBody'
    }
  })
  const last = genuine.slice(0, 1).map((first): Row => ({
    ...first,
    name: `still ${first.name}`,
    advice: 'look into the log of the server'
  }))
  return [...genuine, ...hostile, ...last]
}
