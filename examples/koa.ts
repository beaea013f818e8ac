import type Koa from 'koa'
import type { CallbackHandler } from 'tencent-im-callbacks'
import { nodeListener } from 'tencent-im-callbacks/node'

/** Koa. Use it before the body parser, which answers broken JSON with 400. Behind one it takes what the parser has read. */
export const mountInKoa = (app: Koa, handle: CallbackHandler) => {
  const listener = nodeListener(handle)
  app.use(async (context, next) => {
    if (context.path !== '/tencent') {
      await next()
      return
    }
    // The listener answers by itself.
    context.respond = false
    // Parsers leave the body on Koa's request, and not on that of node.
    const { body, rawBody } = context.request as { body?: unknown; rawBody?: unknown }
    await listener(Object.assign(context.req, { body, rawBody }), context.res)
  })
}
