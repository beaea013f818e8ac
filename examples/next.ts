import type { CallbackHandler } from 'tencent-im-callbacks'
import { fetchHandler } from 'tencent-im-callbacks/fetch'

/**
 * Next.js. In `app/tencent/route.ts`: `export const { GET, POST, PUT, PATCH, DELETE } = createRoute(createHandle)`.
 *
 * The handler is made by the first request, since `next build` loads the file without the settings of production.
 */
export const createRoute = (createHandle: () => CallbackHandler) => {
  let answer: ReturnType<typeof fetchHandler> | undefined
  const route = (request: Request) => (answer ??= fetchHandler(createHandle()))(request)
  return { GET: route, POST: route, PUT: route, PATCH: route, DELETE: route }
}
