import express, { type Request, type Response } from 'express'
import { BlocklistAdd, BlocklistDelete, describeError, failResponse, okResponse } from 'tencent-im-callbacks'
import { parseCallback, responseTo, type CallbackConfig, type CallbackOf } from 'tencent-im-callbacks'

type Work = (callback: CallbackOf<typeof BlocklistAdd | typeof BlocklistDelete>) => unknown

/** `work` is what your app does with a callback. It has two seconds, and the answer is OK only if it succeeds. */
export const createExpressRouter = (config: CallbackConfig, work: Work, log = console.error) => {
  const parse = parseCallback(BlocklistAdd, BlocklistDelete)(config)

  const answer = async (request: Request) => {
    const result = parse(request)
    if (result._tag === 'Right') await work(result.right)
    // Another callback that is switched on: FAIL could stop its event.
    else if (result.left._tag === 'UnexpectedCommand') return okResponse()
    else log(describeError(result.left))
    return responseTo(result)
  }
  const fail = (problem: unknown) => {
    log(problem)
    return failResponse('The callback was not handled')
  }

  const router = express.Router()
  // Bytes, whatever the Content-Type: in your app, `app.use('/tencent', router)` comes before any `express.json()`.
  router.use(express.raw({ type: () => true, limit: '1mb' }))
  router.use(async (request, response) => {
    response.json(await answer(request).catch(fail))
  })
  // The body was too long, or could not be read.
  router.use((problem: unknown, _request: unknown, response: Response, _next: unknown) => {
    response.status(200).json(fail(problem))
  })
  return router
}
