import { floor } from './floor'
import { measure, median, ratio, sink, type Contender } from './measure'
import { ours, oursWithToken, signed } from './ours'
import { requests, type TextRequest } from './requests'

const quick = process.argv.includes('--quick')
const budget = quick ? 600 : 3000

const compare = (title: string, mine: Contender<TextRequest>, list: ReadonlyArray<TextRequest>) => {
  const measured = measure({ floor, again: floor, ours: mine }, list, budget)
  console.log(
    title.padEnd(40),
    `floor ${(median(measured.times.floor) / 1000).toFixed(2)} µs`.padEnd(20),
    `floor/floor ${ratio(measured, 'again', 'floor').toFixed(3)}`.padEnd(20),
    `ours/floor ${ratio(measured, 'ours', 'floor').toFixed(3)}`,
    String(measured.times.floor.length)
  )
}

for (const pairs of [1, 3, 100, 1000]) compare(`${String(pairs)} pairs`, ours, requests(pairs))
compare('3 pairs, escapes', ours, requests(3, { more: '&from=a%2Fb+c' }))
compare('3 pairs, signed', oursWithToken, requests(3, { more: signed }))
compare('1000 pairs, first is bad', ours, requests(1000, { isBad: (i) => i === 0 }))
compare('1000 pairs, last is bad', ours, requests(1000, { isBad: (i) => i === 999 }))
compare('another SDKAppID, 1 MiB', ours, requests(15_000, { appId: 1400000001 }))
compare('another command, 3 pairs', ours, requests(3, { command: 'State.StateChange' }))
for (const pairs of [10_000, 100_000]) compare(`${String(pairs)} pairs`, ours, requests(pairs))
compare('100000 bad pairs', ours, requests(100_000, { isBad: () => true }))
console.log(typeof sink.last)
