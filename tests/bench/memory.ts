import { floor } from './floor'
import { median } from './measure'
import { ours } from './ours'
import { requests } from './requests'
import type { Memory } from './results'

// Runs with --expose-gc, and with so much room for new objects that nothing is collected meanwhile.
const collect = globalThis.gc
if (collect === undefined) throw new Error('It has to be run with --expose-gc')

const [request] = requests(100_000, { isBad: () => true })
const contender = process.argv[2] === 'floor' ? floor : ours
if (request === undefined) throw new Error('There is no request')

const used = (): number => process.memoryUsage().heapUsed

const measureOnce = (): Memory => {
  collect()
  const before = used()
  const kept: { result?: unknown } = { result: contender(request) }
  const allocatedBytes = used() - before
  collect()
  const retainedBytes = used() - before
  if (kept.result === undefined) throw new Error('The result has to be kept until here')
  return { allocatedBytes, retainedBytes }
}

const runs = Array.from({ length: 9 }, measureOnce)
const memory: Memory = {
  allocatedBytes: median(runs.map((run) => run.allocatedBytes)),
  retainedBytes: median(runs.map((run) => run.retainedBytes))
}
console.log(JSON.stringify(memory))
