import { add, sdkAppId } from '../fixtures/blocklist'
import { examples } from '../fixtures/catalogue'

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

interface Address {
  readonly appId?: number
  readonly command?: string
  /** What else is in the URL. */
  readonly more?: string
}

interface Options extends Address {
  /** Which pairs are not valid. */
  readonly isBad?: (pair: number) => boolean
}

const requestWith = (
  packet: object,
  request: number,
  { appId = sdkAppId, command = add, more = '' }: Address
): TextRequest => {
  const address = `10.20.${String(request)}.${String(255 - request)}`
  const documented = `contenttype=json&ClientIP=${address}&OptPlatform=${request % 2 === 0 ? 'iOS' : 'Android'}`
  return {
    url: `/tencent?SdkAppid=${String(appId)}&CallbackCommand=${command}&${documented}${more}`,
    body: JSON.stringify({ CallbackCommand: command, ...packet })
  }
}

/**
 * Requests with such packets: different ones, so that nobody wins by remembering the last, and few enough to stay in a
 * cache, so that nobody waits for memory.
 */
const pool = (packet: (request: number) => object, address: Address): ReadonlyArray<TextRequest> => {
  const make = (request: number): TextRequest => requestWith(packet(request), request, address)
  const first = make(0)
  const count = Math.max(1, Math.min(mostRequests, Math.floor(poolBytes / first.body.length)))
  return [first, ...Array.from({ length: count - 1 }, (_, request) => make(request + 1))]
}

/** Blocklist requests, with that many pairs each. */
export const requests = (
  pairs: number,
  { isBad = () => false, ...address }: Options = {}
): ReadonlyArray<TextRequest> =>
  pool(
    (request) => ({
      PairList: Array.from({ length: pairs }, (_, pair) => (isBad(pair) ? bad : good(request, pair)))
    }),
    address
  )

const friendAdd = examples['Sns.CallbackFriendAdd']

/** The vendor's example, with that many pairs. */
export const friendAddRequests = (pairs: number): ReadonlyArray<TextRequest> =>
  pool(
    (request) => ({
      ...friendAdd,
      PairList: Array.from({ length: pairs }, (_, pair) => {
        const { From_Account, To_Account } = good(request, pair)
        return { From_Account, To_Account, Initiator_Account: From_Account }
      })
    }),
    { command: friendAdd.CallbackCommand }
  )

/** The vendor's example with one field less, one after the other: each is a packet to refuse. */
export const incompleteFriendAddRequests = (): ReadonlyArray<TextRequest> => {
  const without = (object: object): ReadonlyArray<object> =>
    Object.keys(object).map((key) => Object.fromEntries(Object.entries(object).filter(([name]) => name !== key)))
  const { CallbackCommand: command, PairList, ...rest } = friendAdd
  const packets = [
    ...without({ PairList, ...rest }),
    ...PairList.flatMap(without).map((pair) => ({ ...rest, PairList: [pair] }))
  ]
  return packets.map((packet, request) => requestWith(packet, request, { command }))
}

const profileSet = examples['Profile.CallbackPortraitSet']

/** The vendor's example, its items over and over again until there are that many. */
export const profileSetRequests = (items: number): ReadonlyArray<TextRequest> =>
  pool(
    (request) => {
      const user = `customer_${String(10_000_000 + request)}`
      const { ProfileItem } = profileSet
      return {
        ...profileSet,
        Operator_Account: user,
        From_Account: user,
        ProfileItem: Array.from({ length: items }, (_, item) => ProfileItem[item % ProfileItem.length])
      }
    },
    { command: profileSet.CallbackCommand }
  )
