import { sdkAppId } from '../fixtures/blocklist'
import { compare, comparison, comparisons, insist, isQuick, milliseconds, pairs } from './compare'
import { measure } from './measure'
import { parseOtherShapes } from './other-shapes'
import { ours } from './ours'
import { oursWithToken, signature } from './ours-with-token'
import { peers } from './peers'
import { requests, type TextRequest } from './requests'

const all = { ours, ...peers }

for (const count of [1, 3, 100, 1000]) compare('valid', pairs(count), requests(count), 'Right', all)
compare('valid', '3 pairs, % and + in the URL', requests(3, { more: '&from=a%2Fb+c' }), 'Right', all)
compare('valid', '3 pairs, signed', requests(3, { more: signature }), 'Right', { ours: oursWithToken })
// More time, since how much garbage is collected differs from round to round.
for (const count of [10_000, 100_000]) compare('valid', pairs(count), requests(count), 'Right', { ours }, 3)

for (const count of [1, 3, 100, 1000]) {
  const title = pairs(count)
  console.error(`  parsed: ${title}`)
  const list = requests(count).map(({ url, body }) => ({
    query: Object.fromEntries(new URLSearchParams(url.slice(url.indexOf('?')))),
    body: JSON.parse(body) as object
  }))
  insist(all, list, 'Right')
  comparisons.push(comparison('parsed', title, measure({ again: ours, ...all }, list, milliseconds)))
}

const refused = (title: string, list: ReadonlyArray<TextRequest>, expected: string, parsers = all): void => {
  compare('refused', title, list, expected, parsers)
}
refused('1,000 pairs, the first is bad', requests(1000, { isBad: (pair) => pair === 0 }), 'InvalidPacket')
refused('1,000 pairs, the last is bad', requests(1000, { isBad: (pair) => pair === 999 }), 'InvalidPacket')
refused('another SDKAppID, 1 MiB', requests(15_420, { appId: sdkAppId + 1 }), 'SdkAppIdMismatch')
refused('another command, 3 pairs', requests(3, { command: 'State.StateChange' }), 'UnexpectedCommand')
// Peers that collect what is wrong take seconds for more than that.
if (!isQuick) refused('10,000 pairs, all bad', requests(10_000, { isBad: () => true }), 'InvalidPacket')
compare('refused', '100,000 pairs, all bad', requests(100_000, { isBad: () => true }), 'InvalidPacket', { ours }, 3)

parseOtherShapes(5000)
for (const count of [3, 1000]) {
  compare('valid', `${pairs(count)}, after five other shapes`, requests(count), 'Right', { ours })
}

console.log(JSON.stringify(comparisons))
