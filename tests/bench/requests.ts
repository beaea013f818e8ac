import { createHash } from 'node:crypto'
import { shapes, type Shape } from './shapes'

export interface Request<Body = Uint8Array | string> {
  readonly url: string
  readonly body: Body
}

export const sdkAppId = 1400000000
export const blocklistAdd = 'Sns.CallbackBlackListAdd'

/** The moment at which all requests arrive. */
export const now = 1669872112000
export const token = 'xxxxyyyy'

/** A value of a shape: all its fields, and `length` items in its lists. `seed` makes it differ from another. */
export const valueOf = (shape: Shape, length = 1, seed = 10_000_000): unknown => {
  if (typeof shape === 'string') {
    if (shape === 'integer') return 1
    if (shape === 'seconds') return now / 1000
    return shape === 'time' ? now : `customer_${String(seed)}`
  }
  if ('literal' in shape) return shape.literal
  if ('list' in shape) return Array.from({ length }, (_, i) => valueOf(shape.list, length, seed + i))
  return Object.fromEntries(
    Object.entries(shape.fields).map(([name, field]) => [name.replace('?', ''), valueOf(field, length, seed)])
  )
}

export const packetOf = (command: string, length: number, seed?: number): unknown => {
  const shape = shapes.get(command)
  if (shape === undefined) throw new Error(`There is no shape of ${command}`)
  return valueOf(shape, length, seed)
}

const signature = (seconds: number): string => {
  const Sign = createHash('sha256')
    .update(`${token}${String(seconds)}`)
    .digest('hex')
  return `&Sign=${Sign}&RequestTime=${String(seconds)}`
}

interface Options {
  readonly command?: string
  readonly appId?: number
  /** Whether requests are signed: all in one second, or each in a second of its own. */
  readonly signed?: 'in one second' | 'in many seconds'
}

const urlOf = (index: number, { command = blocklistAdd, appId = sdkAppId, signed }: Options): string => {
  const address = `10.20.${String(index)}.${String(255 - index)}`
  const documented = `contenttype=json&ClientIP=${address}&OptPlatform=${index % 2 === 0 ? 'iOS' : 'Android'}`
  const seconds = now / 1000 + (signed === 'in many seconds' ? (index % 100) - 50 : 0)
  return `/tencent?SdkAppid=${String(appId)}&CallbackCommand=${command}&${documented}${signed ? signature(seconds) : ''}`
}

const poolBytes = 256 * 1024
const mostRequests = 64

/**
 * Requests with such packets: different ones, so that nobody wins by remembering the last, and few enough to stay in a
 * cache, so that nobody waits for memory.
 */
export const requests = (packet: (index: number) => unknown, options: Options = {}): ReadonlyArray<Request<string>> => {
  const request = (index: number) => ({ url: urlOf(index, options), body: JSON.stringify(packet(index)) })
  const first = request(0)
  const count = Math.max(1, Math.min(mostRequests, Math.floor(poolBytes / first.body.length)))
  return [first, ...Array.from({ length: count - 1 }, (_, i) => request(i + 1))]
}

const encoder = new TextEncoder()

/** The same requests with bodies as bytes, as every server has them. */
export const inBytes = (list: ReadonlyArray<Request<string>>): ReadonlyArray<Request> =>
  list.map(({ url, body }) => ({ url, body: encoder.encode(body) }))

/** A packet of each kind. */
export const oneOfEach = (options: Options = {}): ReadonlyArray<Request<string>> =>
  [...shapes.keys()].flatMap((command) => requests(() => packetOf(command, 3), { ...options, command }).slice(0, 1))
