import Type from 'typebox'
import { Compile } from 'typebox/compile'
import Format from 'typebox/format'
import {
  accept,
  command,
  isCanonical,
  ownDigits,
  readJson,
  readQuery,
  refuse,
  refusePacket,
  type CheckedPacket,
  type Peer
} from './protocol'

const Parameters = Compile(
  Type.Object({
    SdkAppid: Type.Refine(Type.String(), isCanonical),
    CallbackCommand: Type.String({ minLength: 1 }),
    contenttype: Type.Optional(Type.String({ pattern: /^(?:json)?$/i })),
    ClientIP: Type.Optional(Type.String()),
    OptPlatform: Type.Optional(Type.String())
  })
)
export const Account = Type.String({ minLength: 1 })
const Packet = Compile(
  Type.Object({
    CallbackCommand: Type.Literal(command),
    PairList: Type.Array(Type.Object({ From_Account: Account, To_Account: Account }))
  })
)

const isAddress = (text: string): boolean => Format.IsIPv4(text) || Format.IsIPv6(text)

interface PacketValidator {
  Check(value: unknown): value is CheckedPacket
  Errors(value: unknown): unknown
}

export const typeboxPeer =
  (command: string, Packet: PacketValidator): Peer =>
  (request) => {
    const query = readQuery(request)
    if (!Parameters.Check(query)) return refuse('InvalidParameters', Parameters.Errors(query))
    if (query.SdkAppid !== ownDigits) return refuse('SdkAppIdMismatch')
    if (query.CallbackCommand !== command) return refuse('UnexpectedCommand')
    const json = readJson(request)
    if (json === undefined) return refuse('MalformedBody')
    if (!Packet.Check(json)) return refusePacket(command, json, Packet.Errors(json))
    return accept(query, isAddress, json)
  }

export const typebox = typeboxPeer(command, Packet)
