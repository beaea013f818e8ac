import type { CallbackHandler } from 'tencent-im-callbacks'
import { fetchHandler } from 'tencent-im-callbacks/fetch'

/**
 * Cloudflare Workers, Bun (`bun worker.ts`) and Deno (`deno serve worker.ts`): `export default createWorker(handle)`.
 *
 * The settings of a Worker are in `env` of `cloudflare:workers`.
 */
export const createWorker = (handle: CallbackHandler) => ({ fetch: fetchHandler(handle) })
