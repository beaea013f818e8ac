import { fromNodeMiddleware } from 'h3'
import type { CallbackHandler } from 'tencent-im-callbacks'
import { nodeListener } from 'tencent-im-callbacks/node'

/**
 * Nitro 2 with h3 1, and so Nuxt. In `server/routes/tencent.ts`: `export default createEventHandler(handle)`.
 *
 * It is for Node. There `toWebRequest` would keep the whole of a body in memory, however long it is.
 */
export const createEventHandler = (handle: CallbackHandler) => fromNodeMiddleware(nodeListener(handle))
