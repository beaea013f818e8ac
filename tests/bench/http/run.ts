import { build } from 'esbuild'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { BlocklistAdd, C2CBeforeSendMsg } from 'tencent-im-callbacks'
import { exampleRequest, hostileRequests, type HostileRequest } from 'tencent-im-callbacks/testing'
import { findLibrary } from '../library'
import { median } from '../measure'
import { table } from '../table'
import { load, type Exchange } from './load'

type Sent = Pick<HostileRequest['request'], 'method' | 'url' | 'headers' | 'body'>

const bytesOf = ({ method, url, headers, body }: Sent): Uint8Array => {
  const bytes = Buffer.from(body ?? '')
  const fields = { Host: '127.0.0.1', ...headers, 'Content-Length': String(bytes.length) }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`${method} ${url} HTTP/1.1\r\n${lines.join('')}\r\n`), bytes])
}

const repeated = (requests: ReadonlyArray<Uint8Array>, times: number): ReadonlyArray<Uint8Array> =>
  Array.from({ length: times }, (_, i) => requests[i % requests.length] ?? new Uint8Array())

const genuine = bytesOf(exampleRequest(BlocklistAdd))
const waiting = bytesOf(exampleRequest(C2CBeforeSendMsg))
const hostile = hostileRequests(BlocklistAdd, { sdkAppId: 1400000000 }).map(({ request }) => bytesOf(request))

interface Running {
  readonly process: ChildProcess
  readonly port: number
}

const start = async (program: string, name: 'floor' | 'events' | 'ours'): Promise<Running> => {
  const process = fork(program, [name], { execArgv: ['--expose-gc'] })
  const [port] = (await once(process, 'message')) as [number]
  return { process, port }
}

const ask = async ({ process }: Running, question: 'cpu' | 'heap'): Promise<number> => {
  process.send(question)
  const [answer] = (await once(process, 'message')) as [number]
  return answer
}

interface Figures {
  /** Microseconds of the server's processor a request. */
  readonly cost: number
  readonly requestsPerSecond: number
  /** Milliseconds. */
  readonly p99: number
}

const isLost = ({ status }: Exchange): boolean => status !== 200

/** Long, and without collections that are asked for: code that has cooled down costs several times as much. */
const blockSize = 5000

const block = async (server: Running): Promise<Figures> => {
  const before = await ask(server, 'cpu')
  const began = performance.now()
  const exchanges = await load(server.port, repeated([genuine], blockSize), 20)
  const took = performance.now() - began
  const after = await ask(server, 'cpu')
  if (exchanges.some(isLost)) throw new Error('A request was not answered')
  const times = exchanges.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  return {
    cost: (after - before) / blockSize,
    requestsPerSecond: (blockSize / took) * 1000,
    p99: times[Math.floor(times.length * 0.99)] ?? NaN
  }
}

const warmUp = 4
const rounds = 36

/** The two by turns, each first in every second round, so that drift favours neither. */
const compare = async (floor: Running, ours: Running): Promise<Readonly<Record<keyof Figures, number>>> => {
  const pairs: Array<{ readonly floor: Figures; readonly ours: Figures }> = []
  for (let round = -warmUp; round < rounds; round++) {
    const first = await block(round % 2 === 0 ? floor : ours)
    const second = await block(round % 2 === 0 ? ours : floor)
    // The first rounds warm up.
    if (round >= 0) pairs.push(round % 2 === 0 ? { floor: first, ours: second } : { floor: second, ours: first })
  }
  const ratio = (name: keyof Figures): number => median(pairs.map(({ floor, ours }) => ours[name] / floor[name]))
  return { cost: ratio('cost'), requestsPerSecond: ratio('requestsPerSecond'), p99: ratio('p99') }
}

interface Row {
  readonly what: string
  readonly measured: string
  readonly 'at most': string
  readonly verdict: string
}

const row = (what: string, measured: number, unit: string, limit?: number): Row => ({
  what,
  measured: `${measured.toFixed(2)}${unit}`,
  'at most': limit === undefined ? '' : `${limit.toFixed(2)}${unit}`,
  verdict: limit === undefined ? '' : Number(measured.toFixed(2)) <= limit ? 'pass' : 'MISS'
})

const atOnce = async (
  what: string,
  { port }: Running,
  request: Uint8Array,
  seconds?: number
): Promise<ReadonlyArray<Row>> => {
  const exchanges = await load(port, repeated([request], 1000), 1000)
  return [
    row(
      `${what}: the last answer`,
      Math.max(...exchanges.map(({ milliseconds }) => milliseconds)) / 1000,
      ' s',
      seconds
    ),
    row(`${what}: not answered with 200`, exchanges.filter(isLost).length, '', 0)
  ]
}

/** Ten thousand requests, twice: the first time fills what is filled once. */
const memory = async (server: Running): Promise<Row> => {
  const requests = repeated([genuine], 10_000).map((one, i) =>
    i % 10 === 0 ? (hostile[(i / 10) % hostile.length] ?? one) : one
  )
  await load(server.port, requests, 20)
  const before = await ask(server, 'heap')
  const exchanges = await load(server.port, requests, 20)
  if (exchanges.some(isLost)) throw new Error('A request was not answered')
  const after = await ask(server, 'heap')
  return row('10,000 requests, a tenth of them hostile: memory grew by', (after - before) / 1024 / 1024, ' MiB', 0.5)
}

const folder = mkdtempSync(join(tmpdir(), 'bench-http-'))
const started: Array<Running> = []
try {
  const program = join(folder, 'server.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'server.ts')],
    outfile: program,
    bundle: true,
    plugins: [findLibrary(false)],
    // Not the paths by which tests find the sources.
    tsconfigRaw: '{}',
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20'
  })
  const [floor, events, ours] = await Promise.all([
    start(program, 'floor'),
    start(program, 'events'),
    start(program, 'ours')
  ])
  started.push(floor, events, ours)
  const toFloor = await compare(floor, ours)
  const toEvents = await compare(events, ours)
  const rows = [
    row('cost of a request, ours / floor', toFloor.cost, '', 1.1),
    row('requests per second, ours / floor', toFloor.requestsPerSecond, ''),
    row('p99, ours / floor', toFloor.p99, ''),
    row('cost of a request, ours / events', toEvents.cost, ''),
    ...(await atOnce('1,000 requests at once', ours, genuine, 2)),
    ...(await atOnce('1,000 requests at once, the floor', floor, genuine)),
    ...(await atOnce('1,000 at once for a route that stalls', ours, waiting, 2)),
    await memory(ours)
  ]
  const machine = `${String(availableParallelism())} cores, Node ${process.versions.node}, a load of ${loadavg()[0]?.toFixed(1) ?? ''}.`
  console.log(
    `\n${machine} The floor reads the body by "for await", parses it as JSON, and answers; "events" is the same without promises.\n`
  )
  console.log(table(rows.map((one) => ({ ...one }))))
  if (rows.some(({ verdict }) => verdict === 'MISS')) process.exitCode = 1
} finally {
  for (const { process } of started) process.kill()
  rmSync(folder, { recursive: true })
}
