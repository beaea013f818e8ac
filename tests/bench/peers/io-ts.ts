import * as t from 'io-ts'
import { isIP } from 'node:net'
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

interface DigitsBrand {
  readonly Digits: symbol
}
interface NonEmptyBrand {
  readonly NonEmpty: symbol
}
interface JsonBrand {
  readonly Json: symbol
}

const Digits = t.brand(t.string, (text): text is t.Branded<string, DigitsBrand> => isCanonical(text), 'Digits')
const NonEmpty = t.brand(t.string, (text): text is t.Branded<string, NonEmptyBrand> => text !== '', 'NonEmpty')
const Json = t.brand(t.string, (text): text is t.Branded<string, JsonBrand> => /^(?:json)?$/i.test(text), 'Json')

const optional = <A extends t.Mixed>(codec: A) => t.union([codec, t.undefined])

const Parameters = t.type({
  SdkAppid: Digits,
  CallbackCommand: NonEmpty,
  contenttype: optional(Json),
  ClientIP: optional(t.string),
  OptPlatform: optional(t.string)
})
const Packet = t.type({
  CallbackCommand: t.literal(command),
  PairList: t.array(t.type({ From_Account: NonEmpty, To_Account: NonEmpty }))
})

const isAddress = (text: string): boolean => isIP(text) !== 0

export const ioTs: Peer = (request) => {
  const query = Parameters.decode(readQuery(request))
  if (query._tag === 'Left') return refuse('InvalidParameters', query.left)
  if (query.right.SdkAppid !== ownDigits) return refuse('SdkAppIdMismatch')
  if (query.right.CallbackCommand !== command) return refuse('UnexpectedCommand')
  const json = readJson(request)
  if (json === undefined) return refuse('MalformedBody')
  const packet = Packet.decode(json)
  if (packet._tag === 'Left') return refusePacket(command, json, packet.left)
  return accept(query.right, isAddress, packet.right)
}
