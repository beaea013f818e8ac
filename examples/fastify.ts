import type { FastifyInstance } from 'fastify'
import type { CallbackHandler } from 'tencent-im-callbacks'
import { nodeListener } from 'tencent-im-callbacks/node'

/**
 * Fastify. Give the app a limit for bodies that never end, `fastify({ requestTimeout: 10_000 })`: by itself it waits for
 * ever.
 */
export const mountInFastify = (app: FastifyInstance, handle: CallbackHandler) => {
  const listener = nodeListener(handle)
  app.all('/tencent', {
    // Before Fastify reads the body, since it answers 415 to a Content-Type that it does not know.
    onRequest: async ({ raw }, reply) => {
      reply.hijack()
      await listener(raw, reply.raw)
    },
    handler: () => undefined
  })
}
