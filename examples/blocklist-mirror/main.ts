import { fileURLToPath } from 'node:url'
import { BlocklistAdd, BlocklistDelete, parseCallback, tokenAuthentication } from 'tencent-im-callbacks'
import { openPglite, openPostgres } from './database'
import { createServer } from './server'
import { createStore } from './store'

const { SDK_APP_ID, TENCENT_IM_TOKEN, DATABASE_URL, NODE_ENV, HOST = 'localhost', PORT = '3000' } = process.env
const { DATA_DIR = fileURLToPath(new URL('data', import.meta.url)) } = process.env

/** Every callback would be refused under a wrong SDKAppID, so there is one to try things out, and none in production. */
const sdkAppId = SDK_APP_ID ?? (NODE_ENV === 'production' ? '' : '1400000000')

const start = async () => {
  const parse = parseCallback(
    BlocklistAdd,
    BlocklistDelete
  )({
    sdkAppId,
    authenticate: TENCENT_IM_TOKEN === undefined ? undefined : tokenAuthentication({ token: TENCENT_IM_TOKEN })
  })
  const database = DATABASE_URL === undefined ? await openPglite(DATA_DIR) : await openPostgres(DATABASE_URL)
  const app = createServer(parse, createStore(database))
  app.addHook('onClose', () => database.close())

  if (SDK_APP_ID === undefined) app.log.warn(`SDK_APP_ID is not set: only callbacks for ${sdkAppId} are taken`)
  if (TENCENT_IM_TOKEN === undefined)
    app.log.warn('TENCENT_IM_TOKEN is not set: whoever knows the URL can send callbacks')
  app.log.info(`Blocklists are kept in ${DATABASE_URL === undefined ? DATA_DIR : 'the database of DATABASE_URL'}`)

  // Closing waits for the requests that are being answered.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close())
  await app.listen({ host: HOST, port: Number(PORT) })
}

start().catch((problem: unknown) => {
  console.error('Cannot start:', problem instanceof Error ? problem.message : problem)
  process.exit(1)
})
