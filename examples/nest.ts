import type { INestApplication } from '@nestjs/common'
import type { CallbackHandler } from 'tencent-im-callbacks'
import { nodeListener } from 'tencent-im-callbacks/node'

/**
 * Nest on Express. Call it in `main.ts` before `app.listen`: there it comes before Nest's own body parser, which refuses
 * bodies beyond 100 KiB. Providers are within reach of the handler: `app.get(BlocklistService)`.
 */
export const mountInNest = (app: INestApplication, handle: CallbackHandler) => {
  app.use('/tencent', nodeListener(handle))
}
