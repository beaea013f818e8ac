import { lookup } from 'node:dns/promises'
import { fileURLToPath } from 'node:url'
import { BlocklistAdd, BlocklistDelete, parseCallback, tokenAuthentication } from 'tencent-im-callbacks'
import { openPostgres } from './database'
import { createServer } from './server'
import { readSettings } from './settings'
import { createStore } from './store'

const tell = (what: string, problem: unknown) => {
  console.error(what, problem instanceof Error ? problem.message : problem)
}
const end = (what: string) => (problem: unknown) => {
  tell(what, problem)
  process.exit(1)
}

const openDatabase = async (databaseUrl: string | undefined, dataDir: string) => {
  if (databaseUrl !== undefined) return openPostgres(databaseUrl)
  // Not loaded without need, since it has a native part that not every platform can load.
  const { openPglite } = await import('./pglite')
  return openPglite(dataDir)
}

const start = async () => {
  const settings = readSettings(process.env)
  const { token, databaseUrl, dataDir = fileURLToPath(new URL('data', import.meta.url)) } = settings
  const parse = parseCallback(
    BlocklistAdd,
    BlocklistDelete
  )({
    sdkAppId: settings.sdkAppId,
    authenticate: token === undefined ? undefined : tokenAuthentication({ token })
  })
  // One address, since Fastify would listen at a second one for localhost, and go on there while it closes.
  const { address } = await lookup(settings.host)
  const database = await openDatabase(databaseUrl, dataDir)
  const app = createServer(parse, createStore(database))
  app.addHook('onClose', () => database.close())

  if (process.env.SDK_APP_ID === undefined)
    app.log.warn(`SDK_APP_ID is not set: only callbacks for ${settings.sdkAppId} are taken`)
  if (token === undefined) app.log.warn('TENCENT_IM_TOKEN is not set: anyone who knows the URL can send callbacks')
  app.log.info(`Blocklists are kept in ${databaseUrl === undefined ? dataDir : 'the database of DATABASE_URL'}`)

  const stop = (code: number) => {
    // Closing waits for all connections, also for those on which nothing or only half a request ever comes.
    setTimeout(() => {
      app.server.closeAllConnections()
    }, 2000)
    setTimeout(end('Cannot stop:'), 5000, 'the database does not close')
    app.close().then(() => process.exit(code), end('Cannot stop:'))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop(0)
    })
  database.lost?.addEventListener('abort', () => {
    tell('The database is lost:', database.lost?.reason)
    stop(1)
  })
  await app.listen({ host: address, port: settings.port })
}

start().catch(end('Cannot start:'))
