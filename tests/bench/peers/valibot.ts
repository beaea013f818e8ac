import * as v from 'valibot'
import {
  accept,
  command,
  isCanonical,
  ownDigits,
  readJson,
  readQuery,
  refuse,
  refusePacket,
  type Peer
} from './protocol'

const Parameters = v.object({
  SdkAppid: v.pipe(v.string(), v.check(isCanonical)),
  CallbackCommand: v.pipe(v.string(), v.nonEmpty()),
  contenttype: v.optional(v.pipe(v.string(), v.regex(/^(?:json)?$/i))),
  ClientIP: v.optional(v.string()),
  OptPlatform: v.optional(v.string())
})
const Address = v.pipe(v.string(), v.ip())
const Account = v.pipe(v.string(), v.nonEmpty())
const Packet = v.looseObject({
  CallbackCommand: v.literal(command),
  PairList: v.array(v.looseObject({ From_Account: Account, To_Account: Account }))
})

const isAddress = (text: string): boolean => v.is(Address, text)

export const valibot: Peer = (request) => {
  const query = v.safeParse(Parameters, readQuery(request))
  if (!query.success) return refuse('InvalidParameters', query.issues)
  if (query.output.SdkAppid !== ownDigits) return refuse('SdkAppIdMismatch')
  if (query.output.CallbackCommand !== command) return refuse('UnexpectedCommand')
  const json = readJson(request)
  if (json === undefined) return refuse('MalformedBody')
  const packet = v.safeParse(Packet, json)
  if (!packet.success) return refusePacket(command, json, packet.issues)
  return accept(query.output, isAddress, packet.output)
}
