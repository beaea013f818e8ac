import type { CallbackHandler } from 'tencent-im-callbacks'
import { fetchHandler } from 'tencent-im-callbacks/fetch'

/** SvelteKit. In `src/routes/tencent/+server.ts`: `export const fallback = createFallback(handle)`, for any method. */
export const createFallback = (handle: CallbackHandler) => {
  const answer = fetchHandler(handle)
  return ({ request }: { readonly request: Request }) => answer(request)
}
