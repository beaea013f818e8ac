import type { Hono } from 'hono'
import type { CallbackHandler } from 'tencent-im-callbacks'
import { fetchHandler } from 'tencent-im-callbacks/fetch'

/** Hono, on any runtime. Call it before middleware that reads bodies: a `Request` can be read only once. */
export const mountInHono = (app: Hono, handle: CallbackHandler) => {
  const answer = fetchHandler(handle)
  app.all('/tencent', (context) => answer(context.req.raw))
}
