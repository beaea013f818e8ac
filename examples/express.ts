import express, { type Response } from 'express'
import { BlocklistAdd, BlocklistDelete, parseCallback } from 'tencent-im-callbacks'
import { describeError, failResponse, responseTo, type CallbackConfig, type CallbackOf } from 'tencent-im-callbacks'

type Work = (callback: CallbackOf<typeof BlocklistAdd | typeof BlocklistDelete>) => unknown

/** `work` is what your app does with a callback. It has two seconds, and the answer is OK only if it succeeds. */
export const createExpressApp = (config: CallbackConfig, work: Work, log = console.error) => {
  const parse = parseCallback(BlocklistAdd, BlocklistDelete)(config)

  const fail = (response: Response, problem: unknown) => {
    log(problem)
    response.status(200).json(failResponse('The callback was not handled'))
  }

  const app = express()
  // Bytes, whatever the Content-Type. Put it before an `express.json()` of the app.
  app.use(express.raw({ type: () => true, limit: '1mb' }))
  app.use(async (request, response) => {
    try {
      const result = parse(request)
      if (result._tag === 'Right') await work(result.right)
      else log(describeError(result.left))
      response.json(responseTo(result))
    } catch (problem) {
      fail(response, problem)
    }
  })
  // The body was too long, or could not be read.
  app.use((problem: unknown, _request: unknown, response: Response, _next: unknown) => {
    fail(response, problem)
  })
  return app
}
