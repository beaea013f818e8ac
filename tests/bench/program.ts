import { floor, signedFloor } from './floor'
import { measure, median, ratio, sink } from './measure'
import { ours, oursSigned, oursWithOneDefinition } from './ours'
import { peers } from './peers'
import { inBytes, oneOfEach } from './requests'
import type { Result } from './results'
import { rows, type Row } from './rows'
import { differences } from './verdicts'

// Not run by tsx, which gives every function its name back at run time: `run.ts` bundles this program first.

const warmUps = 3000

/** As on a real endpoint: the same functions meet thirteen kinds of packets. One kind alone would flatter everybody. */
const warm = (): void => {
  const lists = [oneOfEach(), inBytes(oneOfEach())]
  const signed = inBytes(oneOfEach({ signed: 'in many seconds' }))
  for (let i = 0; i < warmUps; i++) {
    for (const run of [floor, ours, oursWithOneDefinition, ...Object.values(peers)]) {
      for (const list of lists) for (const request of list) sink.last = run(request)
    }
    for (const run of [signedFloor, oursSigned]) for (const request of signed) sink.last = run(request)
  }
}

/** A contender that says something else would not be doing the same work. */
const insist = ({ title, requests, expected, ours, peers = {} }: Row): void => {
  for (const [name, parse] of Object.entries({ ours, ...peers })) {
    for (const request of requests) {
      const { _tag, left } = parse(request)
      if ((left?._tag ?? _tag) !== expected) throw new Error(`${title}: ${name} does not say ${expected}`)
    }
  }
}

const resultOf = (row: Row, milliseconds: number): Result => {
  insist(row)
  const times = measure({ floor: row.base, again: row.base, ours: row.ours, ...row.peers }, row.requests, milliseconds)
  const names = ['floor', ...Object.keys(row.peers ?? {})]
  return {
    title: row.title,
    floor: median(times['floor'] ?? []),
    noise: ratio(times, 'again', 'floor'),
    ratios: Object.fromEntries(names.map((name) => [name, ratio(times, 'ours', name)])),
    limits: row.limits
  }
}

const [task, milliseconds] = process.argv.slice(2)

if (task === 'verdicts') {
  console.log(JSON.stringify(differences()))
} else {
  warm()
  const all = rows().map((row) => {
    console.error(`  ${row.title}`)
    return resultOf(row, Number(milliseconds))
  })
  console.log(JSON.stringify(all))
}
