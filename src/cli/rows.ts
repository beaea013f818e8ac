import type { AnyDefinition } from 'tencent-im-callbacks'
import {
  genuineRequests,
  hostileRequests,
  type CallbackRequestOptions,
  type HostileRequest,
  type SentRequest
} from 'tencent-im-callbacks/testing'
import { askedBy, type Asked } from './asked'
import { anyPacketOf } from './definitions'
import { jsonObjectOf } from './json-object'
import type { Sending } from './post'
import { sendingTo } from './sending'

/**
 * What has to come back: an answer that Tencent takes for handled; FAIL, in an answer that Tencent understands; FAIL, or
 * what the app decides; any answer but OK; or the same, unless the platform hides what is wrong.
 */
export type Rule = 'handled' | 'failed' | 'failed or decided' | 'not handled' | 'not handled or hidden'

/** A request to send, and how to judge what comes back. */
export interface Row {
  readonly name: string
  readonly rule: Rule
  readonly advice: string
  readonly sending: Sending
  readonly asked: Asked
  /** Whether body parsers treat it otherwise than they treat the documented request. Many refuse `null`, too. */
  readonly isForParsers: boolean
}

/**
 * Tencent never sees the answers to what strangers send. Whatever is for this app may be from Tencent, and then the
 * endpoint would count as broken. Before an event, what cannot be read may be let through as well as refused.
 */
const ruleFor = ({ expected, mayBeHidden }: HostileRequest, { kind }: AnyDefinition): Rule => {
  switch (expected) {
    case 'MethodNotAllowed':
    case 'InvalidParameters':
    case 'SdkAppIdMismatch':
    case 'AuthenticationFailed':
      return mayBeHidden ? 'not handled or hidden' : 'not handled'
    case 'MalformedBody':
    case 'CommandMismatch':
    case 'InvalidPacket':
      return kind === 'after' ? 'failed' : 'failed or decided'
  }
}

/** What Express reads by default. */
const usualLimit = 100 * 1024

const isForParsers = ({ headers, body }: Sending): boolean =>
  headers['Content-Type'] !== 'application/json' || String(body).length > usualLimit

/** What a genuine request asks. One of them is of another command. */
const askedIn = (definition: AnyDefinition, { query, body }: SentRequest): Asked => {
  const command = String(new URLSearchParams(query).get('CallbackCommand'))
  return askedBy(command === definition.command ? definition : anyPacketOf(command, 'required'), jsonObjectOf(body))
}

/** Everything that is sent, in this order. In the end the endpoint has to be as well as it was at first. */
export const rowsOf = (
  typed: URL,
  definition: AnyDefinition,
  options: CallbackRequestOptions<object>
): ReadonlyArray<Row> => {
  const genuine = genuineRequests(definition, options).map(({ name, request, advice }): Row => {
    const sending = sendingTo(typed, request)
    const asked = askedIn(definition, request)
    return { name: `accepts ${name}`, rule: 'handled', advice, sending, asked, isForParsers: isForParsers(sending) }
  })
  const unread = { ...askedBy(definition, options.packet), callback: undefined }
  const hostile = hostileRequests(definition, options).map((hostileRequest): Row => {
    const { name, request, advice, expected } = hostileRequest
    return {
      name: `refuses ${name}`,
      rule: ruleFor(hostileRequest, definition),
      advice,
      sending: sendingTo(typed, request),
      asked: unread,
      isForParsers: expected === 'MalformedBody' || request.body === 'null'
    }
  })
  const last = genuine.slice(0, 1).map((first): Row => ({
    ...first,
    name: `still ${first.name}`,
    advice: 'look into the log of the server'
  }))
  return [...genuine, ...hostile, ...last]
}
