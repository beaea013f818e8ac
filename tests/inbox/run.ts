/**
 * `npm run test:inbox`: two receivers and three workers on a PostgreSQL server, 20,000 callbacks, a tenth of them twice and
 * all in any order. Processes are killed with -9 all the time, and the database restarts in the middle. Afterwards every
 * callback that was answered OK has its effect exactly once.
 */
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { createExampleProcesses, type ListeningExample } from '../support/example-process'
import { archivedSql, isOrdered, play, readConversation, wrongIn, type Archived } from '../support/message-inbox'
import { randomOf, trafficOf } from '../support/message-traffic'
import { postgresHere } from '../support/postgres'
import { printedBy } from '../support/process'

const count = 20_000
const seed = Number(process.argv[2] ?? Date.now() % 1_000_000)
const random = randomOf(seed)
const say = (text: string) => {
  console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${text}`)
}

const startPostgres = postgresHere()
if (startPostgres === undefined) throw new Error('PostgreSQL cannot run here')
const postgres = await startPostgres()
const inboxes = createExampleProcesses('message-inbox')

try {
  const DATABASE_URL = await postgres.createDatabase('inbox')
  const start = (ROLE: string) => inboxes.listening({ DATABASE_URL, ROLE })
  const roles = ['receiver', 'receiver', 'worker', 'worker', 'worker']
  const members: Array<ListeningExample> = await Promise.all(roles.map(start))
  const receivers = () => members.slice(0, 2).map(({ url }) => url.origin)
  const traffic = trafficOf(count, seed)
  say(`${String(traffic.length)} callbacks go to 2 receivers and 3 workers (seed ${String(seed)})`)

  let isPlaying = true
  let killed = 0
  const killAtRandom = async () => {
    while (isPlaying) {
      await setTimeout(500 + 1500 * random())
      const victim = Math.floor(random() * roles.length)
      members[victim]?.child.kill('SIGKILL')
      await members[victim]?.ended
      killed++
      members[victim] = await start(String(roles[victim]))
    }
  }
  const killing = killAtRandom()
  let restarted: Promise<void> | undefined
  const outcome = await play(traffic, receivers, 4, (sent) => {
    if (sent % 2000 === 0) say(`${String(sent)} sent, ${String(killed)} processes killed`)
    if (sent >= traffic.length / 2) restarted ??= postgres.restart()
  })
  isPlaying = false
  await Promise.all([killing, restarted])
  say(
    `${String(outcome.ok.size)} of ${String(outcome.tried.size)} events were answered OK; ${String(killed)} processes were killed`
  )

  const [receiver = ''] = receivers()
  const lag = async () => ((await (await fetch(`${receiver}/health`)).json()) as { readonly lag: number }).lag
  const until = performance.now() + 120_000
  while ((await lag()) > 0) {
    await setTimeout(500)
    if (performance.now() > until) throw new Error('The inbox does not get empty')
  }
  const letters = await printedBy(inboxes.run({ DATABASE_URL }, 'dead-letters', 'list'))
  say(`The inbox is empty; ${String(letters.split('\n').length - 1)} dead letters`)

  const client = new Client(DATABASE_URL)
  await client.connect()
  const { rows } = await client.query<{ readonly row: Archived }>(archivedSql)
  await client.end()
  const wrong = wrongIn(
    rows.map(({ row }) => row),
    traffic,
    outcome
  )
  const conversations = new Set(traffic.flatMap(({ says }) => says.flatMap(({ sent }) => sent?.conversation ?? [])))
  const read = await Promise.all([...conversations].map((id) => readConversation(receiver, id)))
  const disordered = read.filter((messages) => !isOrdered(messages)).length
  say(
    `${String(rows.length)} messages; ${String(wrong.length)} wrong, ${String(disordered)} conversations out of order`
  )
  for (const one of wrong.slice(0, 10)) console.error(JSON.stringify(one))

  const isProof = outcome.ok.size > count / 2 && killed > 3 && restarted !== undefined
  if (!isProof) throw new Error('Too little happened for a proof')
  if (wrong.length > 0 || disordered > 0 || letters !== '') process.exitCode = 1
} finally {
  inboxes.end()
  await postgres.stop()
}
