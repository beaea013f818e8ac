import { createServer } from 'node:http'
import type { CallbackHandler } from 'tencent-im-callbacks'
import { nodeListener } from 'tencent-im-callbacks/node'

/** A server for callbacks alone. A web function of Tencent SCF is one, too: it listens on port 9000. */
export const createCallbackServer = (handle: CallbackHandler) => createServer(nodeListener(handle))
