import type { Express } from 'express'
import type { CallbackHandler } from 'tencent-im-callbacks'
import { nodeListener } from 'tencent-im-callbacks/node'

/**
 * Express 5 and 4. Call it before `app.use(express.json())`, which refuses bodies beyond 100 KiB before the route sees
 * them. Where that cannot be, give that parser `{ limit: '1mb' }`.
 */
export const mountInExpress = (app: Express, handle: CallbackHandler) => {
  app.use('/tencent', nodeListener(handle))
}
