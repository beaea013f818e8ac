import { z } from 'zod'
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

// Strict: what cannot be compiled is an error, and not slow.
const strict = { strict: true }
const Parameters = z.compile(
  z.looseObject({
    SdkAppid: z.string().refine(isCanonical),
    CallbackCommand: z.string().min(1),
    contenttype: z
      .string()
      .regex(/^(?:json)?$/i)
      .optional(),
    ClientIP: z.string().optional(),
    OptPlatform: z.string().optional()
  }),
  strict
)
const Address = z.compile(z.union([z.ipv4(), z.ipv6()]), strict)
const Account = z.string().min(1)
const Packet = z.compile(
  z.looseObject({
    CallbackCommand: z.literal(command),
    PairList: z.array(z.looseObject({ From_Account: Account, To_Account: Account }))
  }),
  strict
)

const isAddress = (text: string): boolean => Address.validate(text)

export const zod: Peer = (request) => {
  const query = readQuery(request)
  if (!Parameters.validate(query)) return refuse('InvalidParameters', Parameters.safeParse(query).error)
  if (query.SdkAppid !== ownDigits) return refuse('SdkAppIdMismatch')
  if (query.CallbackCommand !== command) return refuse('UnexpectedCommand')
  const json = readJson(request)
  if (json === undefined) return refuse('MalformedBody')
  if (!Packet.validate(json)) return refusePacket(command, json, Packet.safeParse(json).error)
  return accept(query, isAddress, json)
}
