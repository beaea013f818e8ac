import { add, sdkAppId } from '../fixtures/blocklist'

export interface TextRequest {
  readonly url: string
  readonly body: string
}

interface Pair {
  readonly From_Account: unknown
  readonly To_Account: unknown
}

const poolBytes = 256 * 1024
const mostRequests = 64

const good = (request: number, pair: number): Pair => ({
  From_Account: `customer_${String(10_000_000 + request)}`,
  To_Account: `customer_${String(20_000_000 + pair)}`
})

const bad: Pair = { From_Account: '', To_Account: 7 }

interface Options {
  /** Which pairs are not valid. */
  readonly isBad?: (pair: number) => boolean
  readonly appId?: number
  readonly command?: string
  /** What else is in the URL. */
  readonly more?: string
}

/**
 * Requests with that many pairs each: different ones, so that nobody wins by remembering the last, and few enough to
 * stay in a cache, so that nobody waits for memory.
 */
export const requests = (
  pairs: number,
  { isBad = () => false, appId = sdkAppId, command = add, more = '' }: Options = {}
): ReadonlyArray<TextRequest> => {
  const make = (request: number): TextRequest => {
    const list = Array.from({ length: pairs }, (_, pair) => (isBad(pair) ? bad : good(request, pair)))
    const address = `10.20.${String(request)}.${String(255 - request)}`
    const documented = `contenttype=json&ClientIP=${address}&OptPlatform=${request % 2 === 0 ? 'iOS' : 'Android'}`
    return {
      url: `/tencent?SdkAppid=${String(appId)}&CallbackCommand=${command}&${documented}${more}`,
      body: JSON.stringify({ CallbackCommand: command, PairList: list })
    }
  }
  const first = make(0)
  const count = Math.max(1, Math.min(mostRequests, Math.floor(poolBytes / first.body.length)))
  return [first, ...Array.from({ length: count - 1 }, (_, request) => make(request + 1))]
}
