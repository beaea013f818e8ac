import { ours } from './ours'
import { peers } from './peers'
import { blocklistAdd, oneOfEach, sdkAppId, valueOf, type Request } from './requests'
import { shapes, type Shape } from './shapes'

const account = 'customer'

const values = {
  text: [account, '用户', '', 7, null, [account], {}],
  string: [account, '', 7, null, [], {}],
  integer: [0, -1, 1.5, '7', null, []],
  seconds: [0, 1669872112, -1, 1.5, '7', null, []],
  time: [0, 1669872112000, '1669872112000', -1, 1.5, 'now', '', null, []],
  value: [account, '', 7, null, true, [], {}]
}

/** Right and wrong values of a shape. Every field and every item is wrong in turn, and every field is left out in turn. */
const variants = (shape: Shape): ReadonlyArray<unknown> => {
  if (typeof shape === 'string') return values[shape]
  if ('literal' in shape) return [`${shape.literal} `, '', 7, null]
  if ('list' in shape) {
    const good = valueOf(shape.list)
    return [...variants(shape.list).map((item) => [good, good, item]), [], null, account, {}, { 0: good, length: 1 }]
  }
  const good = valueOf(shape) as object
  const changed = Object.entries(shape.fields).flatMap(([name, field]) =>
    [undefined, ...variants(field)].map((value) => ({ ...good, [name.replace('?', '')]: value }))
  )
  return [good, { ...good, Unknown: [1] }, ...changed, null, account, 7, []]
}

const urlTo = (query: string): string => `/tencent?${query}`
const required = `SdkAppid=${String(sdkAppId)}&CallbackCommand=${blocklistAdd}`
const documented = `${required}&contenttype=json&ClientIP=127.0.0.1&OptPlatform=iOS`

const queries = [
  '',
  required,
  documented,
  documented.split('&').reverse().join('&'),
  `${documented}&more=1&more=2&sdkappid=7`,
  `${required}&from=a%2Fb+c`,
  'SdkAppid=%31400000000&CallbackCommand=Sns%2ECallbackBlackListAdd',
  `SdkAppid=&CallbackCommand=${blocklistAdd}`,
  `SdkAppid=0${required.slice('SdkAppid='.length)}`,
  `SdkAppid=${String(sdkAppId + 1)}&CallbackCommand=${blocklistAdd}`,
  `SdkAppid=${String(sdkAppId)}&CallbackCommand=`,
  `SdkAppid=${String(sdkAppId)}&CallbackCommand=constructor`,
  ...['', 'JSON', 'xml'].map((type) => `${required}&contenttype=${type}`),
  ...['', 'nonsense', '999.1.1.1', '::1'].map((address) => `${required}&ClientIP=${address}`),
  ...documented.split('&').map((parameter) => `${documented}&${parameter}`)
]

const goodBody = JSON.stringify({ CallbackCommand: blocklistAdd, PairList: [] })

const cases = (): ReadonlyArray<Request> => [
  ...oneOfEach(),
  ...queries.map((query) => ({ url: urlTo(query), body: goodBody })),
  ...['', '{', `${goodBody}x`, ` ${goodBody}\n`].map((body) => ({ url: urlTo(documented), body })),
  ...[...shapes].flatMap(([command, shape]) =>
    variants(shape).map((packet) => ({
      url: urlTo(`SdkAppid=${String(sdkAppId)}&CallbackCommand=${command}`),
      body: JSON.stringify(packet)
    }))
  )
]

/** The requests of which a peer does not say what we say. With any of them the figures would compare different work. */
export const differences = (): ReadonlyArray<string> =>
  cases().flatMap((request) => {
    const verdict = ours(request)._tag
    const names = Object.entries(peers).flatMap(([name, peer]) => (peer(request)._tag === verdict ? [] : [name]))
    return names.length > 0 ? [`${verdict}, but not by ${names.join()}: ${request.url} ${String(request.body)}`] : []
  })
