import type { Application, Context, NextFunction } from '@midwayjs/koa'
import type { CallbackHandler } from 'tencent-im-callbacks'
import { nodeListener } from 'tencent-im-callbacks/node'

/**
 * Midway 4 on Koa. Call it in `onReady` of the configuration: there it comes before the body parser, which answers some
 * requests with 400 or 413, and before `@midwayjs/security`, which answers every POST with 403.
 */
export const mountInMidway = (app: Application, handle: CallbackHandler) => {
  const listener = nodeListener(handle)
  app.getMiddleware().insertFirst(async (context: Context, next: NextFunction) => {
    if (context.path !== '/tencent') return next()
    // The listener answers by itself.
    context.respond = false
    await listener(context.req, context.res)
  })
}
