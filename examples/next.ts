import type { CallbackHandler } from 'tencent-im-callbacks'
import { fetchHandler } from 'tencent-im-callbacks/fetch'

/**
 * Next.js. Put this file beside `app/tencent/route.ts`, and into that one:
 *
 *     import { createRoute } from './next'
 *
 *     export const { GET, POST, PUT, PATCH, DELETE } = createRoute(() => handleCallbacks({ sdkAppId: … }, on(…)))
 *
 * The handler is made by the first request, since `next build` loads the file without the settings of production. So that
 * request is where a wrong setting shows, with a TypeError in the log and HTTP 500.
 */
export const createRoute = (createHandle: () => CallbackHandler) => {
  let answer: ReturnType<typeof fetchHandler> | undefined
  const route = (request: Request) => (answer ??= fetchHandler(createHandle()))(request)
  return { GET: route, POST: route, PUT: route, PATCH: route, DELETE: route }
}
