import { lookup } from 'node:dns/promises'
import { fileURLToPath } from 'node:url'
import { BlocklistAdd, BlocklistDelete, parseCallback, tokenAuthentication } from 'tencent-im-callbacks'
import { openPostgres } from '../shared/database'
import { closeAtEnd, end } from '../shared/program'
import { readSettings } from '../shared/settings'
import { createServer } from './server'
import { createStore, schema } from './store'

const openDatabase = async (databaseUrl: string | undefined, dataDir: string) => {
  if (databaseUrl !== undefined) return openPostgres(databaseUrl, schema)
  // Not loaded without need, since it has a native part that not every platform can load.
  const { openPglite } = await import('../shared/pglite')
  return openPglite(dataDir, schema)
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

  closeAtEnd(app.server, database, () => app.close())
  await app.listen({ host: address, port: settings.port })
}

start().catch(end('Cannot start:'))
