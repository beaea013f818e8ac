import { isIP } from 'node:net'
import { textOf } from '../floor'
import { sdkAppId, type Request } from '../requests'
import { shapes, type Shape } from '../shapes'

/** What a validator makes of a shape. */
export type Check = (json: unknown) => boolean

const decisiveNames = ['SdkAppid', 'CallbackCommand', 'contenttype']
const ownDigits = String(sdkAppId)

const left = (_tag: string) => ({ _tag: 'Left', left: { _tag } }) as const

const isNonEmpty = (text: string | null): text is string => text !== null && text !== ''

/** What a good program does around its validator: the same for all of them, as plain as possible. */
export const receiver = (compile: (shape: Shape) => Check) => {
  const checks = new Map([...shapes].map(([command, shape]) => [command, compile(shape)]))
  return ({ url, body }: Request) => {
    const query = new URLSearchParams(url.slice(url.indexOf('?')))
    const SdkAppid = query.get('SdkAppid')
    const CallbackCommand = query.get('CallbackCommand')
    const contenttype = query.get('contenttype')
    const ClientIP = query.get('ClientIP')
    const OptPlatform = query.get('OptPlatform')
    const hasFive =
      SdkAppid !== null && CallbackCommand !== null && contenttype !== null && ClientIP !== null && OptPlatform !== null
    // Where there are five, and these are the five, none is repeated.
    if (!(hasFive && query.size === 5) && decisiveNames.some((name) => query.getAll(name).length > 1)) {
      return left('InvalidParameters')
    }
    const id = Number(SdkAppid)
    if (SdkAppid !== ownDigits && !(id > 0 && Number.isSafeInteger(id) && String(id) === SdkAppid)) {
      return left('InvalidParameters')
    }
    if (!isNonEmpty(CallbackCommand)) return left('InvalidParameters')
    if (isNonEmpty(contenttype) && !/^json$/i.test(contenttype)) return left('InvalidParameters')
    if (SdkAppid !== ownDigits) return left('SdkAppIdMismatch')
    const check = checks.get(CallbackCommand)
    if (check === undefined) return left('UnhandledCommand')

    let packet: unknown
    try {
      packet = JSON.parse(textOf(body))
    } catch {
      return left('MalformedBody')
    }
    if (!check(packet)) return left('InvalidPacket')

    const parameters: Record<string, unknown> = { SdkAppid: id, CallbackCommand }
    if (isNonEmpty(contenttype)) parameters['contenttype'] = contenttype
    if (ClientIP !== null && isIP(ClientIP) !== 0) parameters['ClientIP'] = ClientIP
    if (isNonEmpty(OptPlatform)) parameters['OptPlatform'] = OptPlatform
    return { _tag: 'Right', right: { command: CallbackCommand, parameters, packet } } as const
  }
}
