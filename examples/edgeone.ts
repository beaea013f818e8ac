import type { CallbackHandler } from 'tencent-im-callbacks'
import { fetchHandler } from 'tencent-im-callbacks/fetch'

type Environment = Readonly<Record<string, string>>

/**
 * EdgeOne Pages. In `functions/tencent.ts`: `export const onRequest = createOnRequest(createHandle)`.
 *
 * The handler is made by the first request, which brings the settings.
 */
export const createOnRequest = (createHandle: (env: Environment) => CallbackHandler) => {
  let answer: ReturnType<typeof fetchHandler> | undefined
  return ({ request, env }: { readonly request: Request; readonly env: Environment }) =>
    (answer ??= fetchHandler(createHandle(env)))(request)
}
