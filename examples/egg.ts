import type { Application } from 'egg'
import type { CallbackHandler } from 'tencent-im-callbacks'
import { nodeListener } from 'tencent-im-callbacks/node'

/**
 * Egg 4. In `app.ts`, call it in `configDidLoad`: there it comes before Egg's own middleware, whose protection against CSRF
 * answers every POST with 403, and whose body parser answers some with 400 or 413.
 */
export const mountInEgg = (app: Application, handle: CallbackHandler) => {
  const listener = nodeListener(handle)
  app.use(async (context, next) => {
    if (context.path !== '/tencent') {
      await next()
      return
    }
    // The listener answers by itself.
    context.respond = false
    await listener(context.req, context.res)
  })
}
