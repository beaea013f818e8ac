import { finished } from 'node:stream'
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import { BlocklistAdd, BlocklistDelete, describeError, failResponse, okResponse } from 'tencent-im-callbacks'
import { parseCallback, responseTo, type CallbackConfig, type CallbackOf } from 'tencent-im-callbacks'

type Work = (callback: CallbackOf<typeof BlocklistAdd | typeof BlocklistDelete>) => unknown

/** `work` is what your app does with a callback. It has two seconds, and the answer is OK only if it succeeds. */
export const createFastifyApp = (config: CallbackConfig, work: Work, log = console.error) => {
  const parse = parseCallback(BlocklistAdd, BlocklistDelete)(config)

  const answer = async ({ method, url, body = '' }: FastifyRequest, reply: FastifyReply) => {
    const result = parse({ method, url, body })
    if (result._tag === 'Right') await work(result.right)
    // Another callback that is switched on: FAIL could stop its event.
    else if (result.left._tag === 'UnexpectedCommand') return reply.code(200).send(okResponse())
    else log(describeError(result.left))
    return reply.code(200).send(responseTo(result))
  }
  const fail = (problem: unknown, { raw }: FastifyRequest, reply: FastifyReply) => {
    log(problem)
    // Only who could send all of a body, even of one that is too long, sees the answer.
    finished(raw.resume(), () => {
      reply.code(200).send(failResponse('The callback was not handled'))
    })
  }

  const app = fastify({
    requestTimeout: 10_000, // Fastify itself would wait for ever.
    // Not its own error, which quotes the URL.
    frameworkErrors: (_problem, request, reply) => {
      fail(new Error('The path is malformed'), request, reply)
    }
  })
  // Bytes, whatever the Content-Type, even one that is malformed.
  app.addHook('onRequest', (request, _reply, done) => {
    delete request.headers['content-type']
    done()
  })
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
  app.all('*', answer)
  app.setNotFoundHandler(answer)
  app.setErrorHandler(fail)
  return app
}
