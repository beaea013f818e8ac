import { Ajv, type ValidateFunction } from 'ajv'
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
  type CheckedPacket,
  type Peer
} from './protocol'

interface Parameters {
  readonly SdkAppid: string
  readonly CallbackCommand: string
  readonly contenttype?: string
  readonly ClientIP?: string
  readonly OptPlatform?: string
}

// Without the option a length is counted in code points, text by text, which is ten times slower. It is deprecated: hence
// no logger.
export const compiler = new Ajv({ unicode: false, logger: false })
compiler.addFormat('sdk-app-id', isCanonical)
compiler.addFormat('json', /^(?:json)?$/i)

const isParameters = compiler.compile<Parameters>({
  type: 'object',
  required: ['SdkAppid', 'CallbackCommand'],
  properties: {
    SdkAppid: { type: 'string', format: 'sdk-app-id' },
    CallbackCommand: { type: 'string', minLength: 1 },
    contenttype: { type: 'string', format: 'json' },
    ClientIP: { type: 'string' },
    OptPlatform: { type: 'string' }
  }
})
export const account = { type: 'string', minLength: 1 } as const
const isPacket = compiler.compile<CheckedPacket>({
  type: 'object',
  required: ['CallbackCommand', 'PairList'],
  properties: {
    CallbackCommand: { const: command },
    PairList: {
      type: 'array',
      items: {
        type: 'object',
        required: ['From_Account', 'To_Account'],
        properties: { From_Account: account, To_Account: account }
      }
    }
  }
})

const isAddress = (text: string): boolean => isIP(text) !== 0

export const ajvPeer =
  (command: string, isPacket: ValidateFunction<CheckedPacket>): Peer =>
  (request) => {
    const query: unknown = readQuery(request)
    if (!isParameters(query)) return refuse('InvalidParameters', isParameters.errors)
    if (query.SdkAppid !== ownDigits) return refuse('SdkAppIdMismatch')
    if (query.CallbackCommand !== command) return refuse('UnexpectedCommand')
    const json = readJson(request)
    if (json === undefined) return refuse('MalformedBody')
    if (!isPacket(json)) return refusePacket(command, json, isPacket.errors)
    return accept(query, isAddress, json)
  }

export const ajv = ajvPeer(command, isPacket)
