import type { Application, NextFunction } from '@midwayjs/koa'
import type { CallbackHandler } from 'tencent-im-callbacks'
import { nodeListener } from 'tencent-im-callbacks/node'

/**
 * Midway 4 on Koa. Call it in `onReady` of the configuration: there it comes before all that answers by itself, such as the
 * body parser with 400 or 413, and a protection against CSRF with 403.
 */
export const mountInMidway = (app: Application, handle: CallbackHandler) => {
  const listener = nodeListener(handle)
  app.getMiddleware<NextFunction, unknown>().insertFirst(async (context, next) => {
    if (context.path !== '/tencent') {
      // Midway answers with what its middleware returns.
      return next()
    }
    // The listener answers by itself.
    context.respond = false
    await listener(context.req, context.res)
  })
}
