import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { forWork, openPostgres, type Database } from '../shared/database'
import { closeAtEnd, end } from '../shared/program'
import { createArchive, schema } from './archive'
import { runDeadLetters } from './dead-letters'
import { openInbox } from './inbox'
import { log, reasonOf } from './log'
import { createMetrics } from './metrics'
import { readWords } from './moderation'
import { createReceiver } from './receiver'
import { createInboxServer } from './server'
import { readInboxSettings, type InboxSettings } from './settings'
import { startWorker } from './worker'

/** One to answer callbacks and reads from, and one for work that may take its time. */
const openDatabases = async ({
  databaseUrl,
  dataDir
}: InboxSettings): Promise<readonly [quick: Database, patient: Database, close: () => Promise<unknown>]> => {
  if (databaseUrl === undefined) {
    // Not loaded without need, since it has a native part that not every platform can load.
    const { openPglite } = await import('../shared/pglite')
    const database = await openPglite(dataDir, schema)
    return [database, database.patient, database.close]
  }
  const patient = await openPostgres(databaseUrl, schema, forWork)
  const quick = await openPostgres(databaseUrl, 'select 1')
  return [quick, patient, () => Promise.all([quick.close(), patient.close()])]
}

const readList = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (problem) {
    throw new Error(`WORD_LIST cannot be read: ${reasonOf(problem)}`)
  }
}

const start = async () => {
  const settings = readInboxSettings(process.env)
  const words = readWords(readList(settings.wordList))
  const [quick, patient, closeDatabases] = await openDatabases(settings)
  const inbox = await openInbox(quick, patient)

  const [command, ...rest] = process.argv.slice(2)
  if (command !== undefined) {
    if (command !== 'dead-letters') throw new Error(`There is no command ${command}: dead-letters is the only one`)
    await runDeadLetters(rest, inbox)
    await inbox.close()
    await closeDatabases()
    process.exit(0)
  }

  const metrics = createMetrics(inbox.lag)
  const receiver = settings.role === 'worker' ? undefined : createReceiver(settings, words, inbox, metrics)
  const worker = settings.role === 'receiver' ? undefined : startWorker(inbox, createArchive(patient), metrics)
  const server = createInboxServer(receiver, createArchive(quick), inbox.lag, metrics)

  if (process.env.SDK_APP_ID === undefined)
    log('warn', `SDK_APP_ID is not set: only callbacks for ${settings.sdkAppId} are taken`)
  if (settings.token === undefined)
    log('warn', 'TENCENT_IM_TOKEN is not set: anyone who knows the URL can send callbacks')

  closeAtEnd(server, quick, async () => {
    await Promise.all([worker?.stop(), new Promise((resolve) => server.close(resolve))])
    await inbox.close()
    await closeDatabases()
  })
  server.listen({ host: settings.host, port: settings.port })
  await once(server, 'listening')
  const { address, port } = server.address() as AddressInfo
  const who = settings.role === 'all' ? 'receiver and worker' : settings.role
  log('info', `The ${who} listens on http://${address.includes(':') ? `[${address}]` : address}:${String(port)}`)
}

start().catch(end('Cannot start:'))
