import { fastify, LogController, type FastifyServerOptions } from 'fastify'
import { describeError, failResponse, okResponse, responseTo } from 'tencent-im-callbacks'
import type { BlocklistAddCallback, BlocklistDeleteCallback, CallbackParser } from 'tencent-im-callbacks'
import { inTime } from '../shared/in-time'
import type { Store } from './store'

/** Whether decoding a URL gives exactly the ids that were meant: otherwise another user could be looked up. */
const isExact = (url: string): boolean => {
  try {
    return /^[!-~]*$/.test(url) && !decodeURIComponent(url).includes('\0')
  } catch {
    return false
  }
}

export const createServer = (
  parse: CallbackParser<BlocklistAddCallback | BlocklistDeleteCallback>,
  store: Store,
  logger: FastifyServerOptions['logger'] = true
) => {
  const app = fastify({
    logger,
    logController: new LogController({ disableRequestLogging: true }), // It would log URLs, and with them `Sign`.
    return503OnClosing: false, // What comes while the server stops is work like any other.
    requestTimeout: 10_000,
    routerOptions: { maxParamLength: 16_384 }
  })

  // Tencent does not document the Content-Type of its requests, so any will do, and Fastify judges none.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })

  app.post(
    '/tencent',
    {
      onRequest: (request, _reply, done) => {
        delete request.headers['content-type']
        done()
      },
      errorHandler: (problem, request, reply) => {
        request.log.error(problem)
        void reply.code(200).send(failResponse('The request could not be read'))
      }
    },
    async (request) => {
      const result = parse(request)
      if (result._tag === 'Left') {
        const { _tag } = result.left
        // Another callback that is switched on in the console: it comes to the same URL, and is none of our business.
        if (_tag === 'UnhandledCommand') return okResponse()
        // A packet of an unknown shape may have been a true one, and nobody will send it again.
        const body = _tag === 'InvalidPacket' ? { body: String(request.body) } : {}
        request.log.warn(body, describeError(result.left))
        return responseTo(result)
      }
      const { command, packet } = result.right
      try {
        await inTime(
          command === 'Sns.CallbackBlackListAdd' ? store.add(packet.PairList) : store.remove(packet.PairList)
        )
        return okResponse()
      } catch (problem) {
        // As it came: the logger would cut a packet that is nested deeply.
        request.log.error({ err: problem, body: String(request.body) }, 'The callback was not stored')
        return failResponse('The callback was not stored')
      }
    }
  )

  void app.register((reads, _options, done) => {
    reads.addHook('onRequest', async (request, reply) => {
      if (!isExact(request.url)) await reply.code(400).send({ error: 'Ids in URLs must be percent-encoded UTF-8' })
    })
    reads.setErrorHandler((problem, request, reply) => {
      request.log.error(problem)
      void reply.code(503).send({ error: 'The store did not answer' })
    })

    reads.get<{ Params: { id: string } }>('/users/:id/blocked', async ({ params: { id } }, reply) => {
      if (id === '') return reply.code(400).send({ error: 'An id is needed' })
      return inTime(store.blockedBy(id))
    })

    reads.get<{ Querystring: Record<string, unknown> }>('/blocked', async ({ query: { from, to } }, reply) => {
      if (typeof from !== 'string' || typeof to !== 'string' || from === '' || to === '') {
        return reply.code(400).send({ error: 'from and to are needed, once each' })
      }
      return { blocked: await inTime(store.isBlocked(from, to)) }
    })
    done()
  })

  return app
}
