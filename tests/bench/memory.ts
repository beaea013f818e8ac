import { floor } from './floor'
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

// Once to load and compile everything.
contender(request)
collect()
const before = used()
const result: unknown = contender(request)
const allocatedBytes = used() - before
collect()
const retainedBytes = used() - before
if (result === undefined) throw new Error('It has to be kept until here')

const memory: Memory = { allocatedBytes, retainedBytes }
console.log(JSON.stringify(memory))
