/**
 * `npm run bench:inbox`: how many callbacks the message inbox accepts, how long an answer takes at half of that, and how
 * far the workers are behind; and the processor time of a callback in each role. PostgreSQL waits for the disk, and the client runs on the same machine.
 */
import { availableParallelism, loadavg, totalmem } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { createExampleProcesses, type ListeningExample } from '../../support/example-process'
import { trafficOf } from '../../support/message-traffic'
import { postgresHere } from '../../support/postgres'
import { table } from '../table'
import { createSender, fastest, paced } from './load'

const seconds = 10
const connections = 64

const startPostgres = postgresHere('on')
if (startPostgres === undefined) throw new Error('PostgreSQL cannot run here')
const postgres = await startPostgres()
const inboxes = createExampleProcesses('message-inbox')

const measure = async (receiverCount: number) => {
  const DATABASE_URL = await postgres.createDatabase(`inbox_${String(receiverCount)}`)
  const start = (ROLE: string) => inboxes.listening({ DATABASE_URL, ROLE })
  const receivers = await Promise.all(Array.from({ length: receiverCount }, () => start('receiver')))
  const worker = await start('worker')
  const lagNow = async (): Promise<number> =>
    ((await (await fetch(`${worker.url.origin}/health`)).json()) as { readonly lag: number }).lag
  /** Seconds of the processor that processes have had. */
  const processorOf = async (processes: ReadonlyArray<ListeningExample>): Promise<number> => {
    const metrics = await Promise.all(processes.map(async ({ url }) => (await fetch(`${url.origin}/metrics`)).text()))
    return metrics.reduce((sum, text) => sum + Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]), 0)
  }
  const untilProcessed = async (): Promise<number> => {
    const begin = performance.now()
    while ((await lagNow()) > 0) await setTimeout(50)
    return (performance.now() - begin) / 1000
  }
  const requests = trafficOf(60_000, receiverCount).map(({ request }) => request)
  const sender = createSender(receivers.map(({ url }) => Number(url.port)))
  try {
    const taken = (from: number, count: number) => requests.slice(from, from + count)
    // The first warm up.
    const guess = await fastest(taken(0, 4000), connections, sender.send)
    const most = Math.min(Math.round(guess * seconds), 30_000)
    await untilProcessed()
    const before = [await processorOf(receivers), await processorOf([worker])] as const
    const highest = await fastest(taken(4000, most), connections, sender.send)
    const emptied = await untilProcessed()
    const after = [await processorOf(receivers), await processorOf([worker])] as const
    const cost = (role: 0 | 1): string => `${(((after[role] - before[role]) / most) * 1e6).toFixed(0)} µs`

    const half = highest / 2
    let worstLag = 0
    let isPlaying = true
    const watchLag = async () => {
      while (isPlaying) {
        worstLag = Math.max(worstLag, await lagNow())
        await setTimeout(250)
      }
    }
    const watching = watchLag()
    const times = await paced(taken(4000 + most, Math.round(half * seconds)), half, sender.send)
    isPlaying = false
    await watching
    const at = (share: number): string => `${(times[Math.floor(times.length * share)] ?? NaN).toFixed(0)} ms`
    return {
      receivers: String(receiverCount),
      'accepted/s': highest.toFixed(0),
      'then processed after': `${emptied.toFixed(1)} s`,
      'cost of a receiver': cost(0),
      'of a worker': cost(1),
      'at half, p50': at(0.5),
      p99: at(0.99),
      lag: `${worstLag.toFixed(1)} s`
    }
  } finally {
    sender.close()
    for (const { child } of [...receivers, worker]) child.kill('SIGKILL')
  }
}

try {
  const rows = [await measure(1), await measure(2)]
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`
  console.log(
    `\n${String(availableParallelism())} cores, ${memory}, Node ${process.versions.node}, a load of ${loadavg()[0]?.toFixed(1) ?? ''}. ` +
      `One worker, ${String(connections)} connections; client, PostgreSQL and all roles on this machine.\n`
  )
  console.log(table(rows))
} finally {
  inboxes.end()
  await postgres.stop()
}
