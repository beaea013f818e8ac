import { type } from 'arktype'
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

const Parameters = type({
  SdkAppid: type('string').narrow((digits) => isCanonical(digits)),
  CallbackCommand: 'string > 0',
  'contenttype?': type(/^(?:json)?$/i).or('undefined'),
  'ClientIP?': 'string | undefined',
  'OptPlatform?': 'string | undefined'
})
const Address = type('string.ip')
const Packet = type({
  CallbackCommand: type.unit(command),
  PairList: type({ From_Account: 'string > 0', To_Account: 'string > 0' }).array()
})

const isAddress = (text: string): boolean => Address.allows(text)

export const arktype: Peer = (request) => {
  const query = readQuery(request)
  if (!Parameters.allows(query)) return refuse('InvalidParameters', Parameters(query))
  if (query.SdkAppid !== ownDigits) return refuse('SdkAppIdMismatch')
  if (query.CallbackCommand !== command) return refuse('UnexpectedCommand')
  const json = readJson(request)
  if (json === undefined) return refuse('MalformedBody')
  if (!Packet.allows(json)) return refusePacket(command, json, Packet(json))
  return accept(query, isAddress, json)
}
